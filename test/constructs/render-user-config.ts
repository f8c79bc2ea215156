import type { ServiceType, UserConfigKey } from '../../src/domain';

const camelCase = (key: string): string => key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const pascalCase = (name: string): string => {
  const camel = camelCase(name);
  return camel.slice(0, 1).toUpperCase() + camel.slice(1);
};

/** `kafka_connect` → `KafkaConnectUserConfig`. */
export const interfaceName = (type: string): string => `${pascalCase(type)}UserConfig`;

/** `kafka_connect` → `kafka-connect`. */
export const fileName = (type: string): string => type.replaceAll('_', '-');

const bounds = (key: UserConfigKey): readonly string[] => [
  ...(key.minimum === undefined ? [] : [`from ${key.minimum}`]),
  ...(key.maximum === undefined ? [] : [`to ${key.maximum}`]),
  ...(key.minLength === undefined ? [] : [`at least ${key.minLength} characters`]),
  ...(key.maxLength === undefined ? [] : [`at most ${key.maxLength} characters`]),
  ...(key.maxItems === undefined ? [] : [`at most ${key.maxItems} items`]),
  ...(key.createOnly ? ['create-only'] : []),
];

const docOf = (key: UserConfigKey): string => {
  const extra = bounds(key);
  const lines = [
    key.summary,
    ...(extra.length === 0 ? [] : [`Bounds: ${extra.join(', ')}.`]),
    ...(key.deprecated ? ['@deprecated'] : []),
  ];
  const doc = lines.join(' ');
  return doc.length > 110 ? `  /**\n   * ${lines.join('\n   * ')}\n   */` : `  /** ${doc} */`;
};

const literal = (value: string): string => `'${value}'`;

const typeOf = (key: UserConfigKey): string => {
  if (key.key === 'service_to_fork_from') return 'ServiceSource | string';
  if (key.effect === 'secret') return 'SecretReference';
  switch (key.kind) {
    case 'string':
      return key.values ? `${key.values.map(literal).join(' | ')} | Expression` : 'string';
    case 'integer':
      return key.values ? `${key.values.join(' | ')} | Expression` : 'number';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean | Expression';
    case 'string-array':
      return 'readonly string[]';
    case 'array':
      return 'readonly NestedValue[]';
    case 'object':
      return 'NestedObject';
  }
};

const property = (key: UserConfigKey): string =>
  `${docOf(key)}\n  readonly ${camelCase(key.key)}?: ${typeOf(key)}${key.nullable ? ' | null' : ''};`;

/** The typed `userConfig` of one service type, as TypeScript before formatting. */
export const renderUserConfig = (type: ServiceType): string => {
  const body = type.userConfig.map(property).join('\n');
  const used = (name: string): boolean => body.includes(name);
  const nested = ['NestedObject', 'NestedValue'].filter(used);
  const source = ['Expression', 'SecretReference', 'ServiceSource'].filter(used);
  return [
    '// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.',
    ...(nested.length === 0 ? [] : [`import type { ${nested.join(', ')} } from '../nested';`]),
    ...(source.length === 0 ? [] : [`import type { ${source.join(', ')} } from '../source';`]),
    '',
    `/** Settings of ${/^[AEIO]/.test(type.title) ? 'an' : 'a'} ${type.title} service. Keys left out keep the vendor's default. */`,
    `export interface ${interfaceName(type.name)} {`,
    body,
    '}',
    '',
  ].join('\n');
};

/** The door of the folder: every type's settings by the type's name. */
export const renderIndex = (types: readonly ServiceType[]): string =>
  [
    '// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.',
    ...types.map((type) => `import type { ${interfaceName(type.name)} } from './${fileName(type.name)}';`),
    '',
    '/** The settings that each service type takes, by the type. */',
    'export interface UserConfigs {',
    ...types.map((type) => `  readonly ${type.name}: ${interfaceName(type.name)};`),
    '}',
    '',
    'export type {',
    ...types.map((type) => `  ${interfaceName(type.name)},`),
    '};',
    '',
  ].join('\n');
