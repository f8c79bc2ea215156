import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../json';
import { blockPlaceOf } from '../user-config-block';
import type { WrittenService } from './written-service';

/** A service as a resource of Forkcast's provider, as `terraform fmt` writes it. Never throws. */
export const hclCode = (service: WrittenService): string => {
  const { label, fields, settings, secrets } = service;
  const block = [
    ...alignedLines({ ...fields, ...(secrets.length === 0 ? {} : { secrets: Object.fromEntries(secrets) }) }, '  '),
    '',
    '  user_config {',
    ...alignedLines(blockFields(settings), '    '),
    '  }',
  ];
  return [`resource "forkcast_service" ${textLiteral(hclLabel(label))} {`, ...block, '}'].join('\n');
};

/** The block that takes a live service into the state under that resource. Never throws. */
export const hclImport = ({ project, label }: WrittenService): string =>
  ['import {', `  to = forkcast_service.${hclLabel(label)}`, `  id = ${textLiteral(`${project}/${label}`)}`, '}'].join(
    '\n',
  );

/** What a resource is called whose service is called so. */
const hclLabel = (name: string): string => name.replaceAll(/\W/g, '_').replace(/^(?![A-Za-z_])/, '_');

/** Settings where the provider's block has them. */
const blockFields = (settings: JsonObject): JsonObject => {
  const fields: Record<string, JsonValue> = {};
  const groups: Record<string, Record<string, JsonValue>> = {};
  for (const [name, value] of Object.entries(settings)) {
    const place = blockPlaceOf(name);
    if (place === 'attribute') fields[name] = value;
    else groups[place] = { ...groups[place], [name]: value };
  }
  return { ...fields, ...groups };
};

const alignedLines = (fields: JsonObject, indent: string): readonly string[] => {
  const names = Object.keys(fields);
  const widest = Math.max(0, ...names.map((name) => name.length));
  return Object.entries(fields).map(([name, value]) => `${indent}${name.padEnd(widest)} = ${expression(value)}`);
};

const expression = (value: JsonValue): string => {
  if (typeof value === 'string') return textLiteral(value);
  if (isJsonList(value)) return `[${value.map(expression).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const items = Object.entries(value).map(([name, inner]) => `${keyLiteral(name)} = ${expression(inner)}`);
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
};

const keyLiteral = (name: string): string => (/^[A-Za-z_][\w-]*$/.test(name) ? name : textLiteral(name));

/** A text without its template marks read as such; of JSON's escapes HCL lacks two. */
const textLiteral = (text: string): string =>
  JSON.stringify(text)
    .replaceAll(/\\[^]/g, (escape) => (escape === '\\b' ? '\\u0008' : escape === '\\f' ? '\\u000c' : escape))
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{');
