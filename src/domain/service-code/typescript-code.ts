import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../json';
import { spelledKey } from '../reader-language';
import type { WrittenService } from './written-service';

/** A service as a construct in a stack that has a `Forkcast`. Never throws. */
export const typescriptCode = ({ label, fields, settingsWith }: WrittenService): string => {
  const settings = settingsWith((variable) => ({ fromEnvironment: variable }));
  const props = {
    ...camelKeys(fields),
    ...(Object.keys(settings).length === 0 ? {} : { userConfig: camelKeys(settings) }),
  };
  return `new Service(stack, ${textLiteral(label)}, ${objectLiteral(props, '')});`;
};

/**
 * The same, as it takes over a live service: with the backend 'provider' by a block `import`, which the local-exec backends do not have,
 * since `terraform_data` cannot be imported. Never throws.
 */
export const typescriptTakeover = (service: WrittenService): string => {
  const { project, label } = service;
  return [
    `const taken = ${typescriptCode(service)}`,
    '',
    "// With the backend 'provider' the next apply takes it over; a local-exec backend gets it by forkcast service adopt.",
    'const resource = taken.node.defaultChild;',
    `if (TerraformResource.isTerraformResource(resource) && resource.terraformResourceType === 'forkcast_service') {`,
    `  resource.importFrom(${textLiteral(`${project}/${label}`)});`,
    '}',
  ].join('\n');
};

const camelKeys = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [spelledKey(name, 'cdktf'), value]));

const literal = (value: JsonValue, indent: string): string => {
  if (typeof value === 'string') return textLiteral(value);
  if (isJsonList(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  return isJsonObject(value) ? objectLiteral(value, indent) : JSON.stringify(value);
};

const objectLiteral = (fields: JsonObject, indent: string): string => {
  const inner = `${indent}  `;
  const lines = Object.entries(fields).map(
    ([name, value]) => `${inner}${keyLiteral(name)}: ${literal(value, inner)},\n`,
  );
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
};

/** `__proto__` between quotation marks would still be the prototype. */
const keyLiteral = (name: string): string =>
  name === '__proto__' ? `['__proto__']` : /^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name);

const textLiteral = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')}'`;
