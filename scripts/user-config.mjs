import { loadSources, sourceFile } from './source-files.mjs';

/* The typed settings of each service type, made of the list of keys that everyone else judges by. */

const camelCase = (key) => key.replace(/[-._]([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** `kafka_connect` → `KafkaConnectUserConfig`. */
const interfaceName = (type) => {
  const camel = camelCase(type);
  return `${camel[0].toUpperCase()}${camel.slice(1)}UserConfig`;
};

const boundsOf = (key) =>
  [
    [key.minimum, `from ${key.minimum}`],
    [key.maximum, `to ${key.maximum}`],
    [key.minLength, `at least ${key.minLength} characters`],
    [key.maxLength, `at most ${key.maxLength} characters`],
    [key.maxItems, `at most ${key.maxItems} items`],
    [key.createOnly || undefined, 'create-only'],
  ].flatMap(([bound, words]) => (bound === undefined ? [] : [words]));

const docOf = (key) => {
  const bounds = boundsOf(key);
  const lines = [
    key.summary,
    ...(bounds.length === 0 ? [] : [`Bounds: ${bounds.join(', ')}.`]),
    ...(key.deprecated ? ['@deprecated'] : []),
  ];
  const doc = lines.join(' ');
  return doc.length > 110 ? `  /**\n   * ${lines.join('\n   * ')}\n   */` : `  /** ${doc} */`;
};

const oneOf = (values, other) => (values ? `${values.join(' | ')} | Expression` : other);

const typeOf = (key) => {
  if (key.key === 'service_to_fork_from') return 'ServiceSource | string';
  if (key.effect === 'secret') return 'SecretReference';
  return {
    string: oneOf(
      key.values?.map((value) => JSON.stringify(value)),
      'string',
    ),
    integer: oneOf(key.values, 'number'),
    number: 'number',
    boolean: 'boolean | Expression',
    'string-array': 'readonly string[]',
    array: 'readonly NestedValue[]',
    object: 'NestedObject',
  }[key.kind];
};

const propertyOf = (key) =>
  `${docOf(key)}\n  readonly ${camelCase(key.key)}?: ${typeOf(key)}${key.nullable ? ' | null' : ''};`;

const interfaceOf = ({ name, title, userConfig }) => `
/** Settings of ${/^[AEIO]/.test(title) ? 'an' : 'a'} ${title} service. Keys left out keep the vendor's default. */
interface ${interfaceName(name)} {
${userConfig.map(propertyOf).join('\n')}
}
`;

/** The file of typed settings, with its path. */
export const makeUserConfig = async () => {
  const { serviceTypes } = await loadSources("export { serviceTypes } from './src/domain/service-types';");
  const text = `// Written from the keys of src/domain/service-types by scripts/user-config.mjs; npm run build renews it.
import type { NestedObject, NestedValue } from './nested';
import type { Expression, SecretReference, ServiceSource } from './source';

/** The settings that each service type takes, by the type. */
export interface UserConfigs {
${serviceTypes.map(({ name }) => `  readonly ${name}: ${interfaceName(name)};`).join('\n')}
}
${serviceTypes.map(interfaceOf).join('')}`;
  return sourceFile('src/constructs/user-config.ts', text);
};
