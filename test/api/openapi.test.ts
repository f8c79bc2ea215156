import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { openApiDocument, operations, type JsonSchemaOf } from '../../src/api';
import { defaultCatalogue, patternWords } from '../../src/domain';
import type { JsonObject } from '../../src/domain';

const jsonSchemaOf: JsonSchemaOf = (schema, io) =>
  JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))) as JsonObject;
const document = openApiDocument(operations, { version: 'v1', jsonSchemaOf });
const paths = document['paths'] as Record<string, Record<string, Record<string, unknown>>>;

describe('the OpenAPI document', () => {
  test('describes every operation once, with each part of its path', () => {
    const found = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { operationId, parameters }]) => {
        const declared = ((parameters ?? []) as { name: string; in: string }[]).filter((one) => one.in === 'path');
        expect(declared.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
        return `${String(operationId)} ${method.toUpperCase()} ${path}`;
      }),
    );
    expect(found.sort()).toEqual(operations.map(({ id, method, path }) => `${id} ${method} ${path}`).sort());
  });

  test('leads nowhere outside itself', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(references.length).toBeGreaterThanOrEqual(operations.length);
    for (const reference of references) {
      const target = reference
        .split('/')
        .slice(1)
        .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document);
      expect({ reference, target }).toEqual({ reference, target: expect.any(Object) });
    }
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  test('is the one that is published', () => {
    const published = readFileSync(join(__dirname, '../../docs/schema/openapi.json'), 'utf8');
    expect(JSON.parse(published)).toEqual(document);
  });
});

/** Every `pattern` in a document, at any depth. */
const patternsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === 'pattern' && typeof inner === 'string' ? [inner] : patternsIn(inner),
  );
};

test('every form that a request or a setting must have is said in words, and not as a regular expression', () => {
  const ofSettings = [...defaultCatalogue.serviceTypes.values()].flatMap(({ userConfig }) =>
    userConfig.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern])),
  );
  const all = [...new Set([...patternsIn(document), ...ofSettings])];
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter((pattern) => patternWords(pattern) === pattern)).toEqual([]);
  expect(patternWords('/^x+$/u')).toBe('^x+$');
});
