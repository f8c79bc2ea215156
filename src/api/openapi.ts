import type * as z from 'zod/mini';
import { byCodeUnit, isJsonList, refusalStatuses, type JsonObject, type JsonValue } from '../domain';
import { orNulls } from './null-fields';
import type { Operation } from './operations';
import { refusalBody } from './refusal-body';

/** Turns a schema of the contract into JSON schema 2020-12. */
export type JsonSchemaOf = (schema: z.ZodMiniType, io: 'input' | 'output') => JsonObject;

/**
 * The OpenAPI 3.1 document of operations, made from the schemas that check their requests. Paths and methods stand in the order of
 * their text.
 */
export const openApiDocument = (
  operations: readonly Operation[],
  options: { readonly version: string; readonly jsonSchemaOf: JsonSchemaOf },
): JsonObject => {
  const jsonSchemaOf: JsonSchemaOf = (schema, io) => embedded(options.jsonSchemaOf(schema, io));
  return buildDocument(operations, { version: options.version, jsonSchemaOf });
};

/** A schema inside the document: what it defines for itself is any JSON, the only recursive one, and is written as such. */
const embedded = ({ $schema: _schema, $defs: _definitions, ...schema }: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutDefinitions(value)]));

const withoutDefinitions = (value: JsonValue): JsonValue => {
  if (value === null || typeof value !== 'object') return value;
  if (isJsonList(value)) return value.map(withoutDefinitions);
  const { $ref: reference } = value;
  return typeof reference === 'string' && reference.startsWith('#/$defs/') ? {} : embedded(value);
};

const buildDocument = (
  operations: readonly Operation[],
  { version, jsonSchemaOf }: { readonly version: string; readonly jsonSchemaOf: JsonSchemaOf },
): JsonObject => ({
  openapi: '3.1.0',
  info: {
    title: 'Forkcast registry',
    version,
    description:
      'The simulated control plane of Forkcast. Operations outside /v1/forkcast/ follow the v1 API of the vendor; ' +
      'x-forkcast-basis tells what each follows. Query parameters that are not named are ignored.',
  },
  servers: [{ url: '/' }],
  security: [{ aivenv1: [] }, { bearer: [] }],
  paths: buildPaths(operations, jsonSchemaOf),
  components: {
    securitySchemes: {
      aivenv1: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'aivenv1 TOKEN' },
      bearer: { type: 'http', scheme: 'bearer' },
    },
    schemas: { Error: jsonSchemaOf(refusalBody(), 'output') },
    responses: {
      Refused: {
        description: 'Refused; nothing has changed. error_code is one of those in docs/errors.md.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  },
});

const buildPaths = (operations: readonly Operation[], jsonSchemaOf: JsonSchemaOf): JsonObject => {
  const paths = [...new Set(operations.map(({ path }) => path))].sort();
  const itemOf = (path: string): JsonObject =>
    Object.fromEntries(
      operations
        .filter((operation) => operation.path === path)
        .map((operation) => [operation.method.toLowerCase(), operationObject(operation, jsonSchemaOf)] as const)
        .sort(([left], [right]) => byCodeUnit(left, right)),
    );
  return Object.fromEntries(paths.map((path) => [path, itemOf(path)]));
};

const operationObject = (operation: Operation, jsonSchemaOf: JsonSchemaOf): JsonObject => {
  const parameters = [...pathParameters(operation.path), ...queryParameters(operation, jsonSchemaOf)];
  return {
    operationId: operation.id,
    summary: operation.summary,
    'x-forkcast-basis': operation.basis,
    'x-forkcast-needs': operation.needs,
    ...(operation.needs === 'none' ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(operation.takesBody
      ? {
          requestBody: {
            required: operation.needsBody,
            content: {
              'application/json': { schema: orNulls(operation.body(), jsonSchemaOf(operation.body(), 'input')) },
            },
          },
        }
      : {}),
    responses: {
      '200': {
        description: 'Done.',
        content: {
          'application/json': { schema: jsonSchemaOf(operation.answer(), 'output') },
        },
      },
      ...refusals(operation),
      '4XX': { $ref: '#/components/responses/Refused' },
    },
  };
};

/** By status, the codes that tell why. */
const refusals = ({ refuses }: Operation): JsonObject => {
  const statuses = [...new Set(refuses.map((code) => refusalStatuses[code]))];
  const codesOf = (status: number) => refuses.filter((code) => refusalStatuses[code] === status).join(', ');
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      { $ref: '#/components/responses/Refused', description: `${codesOf(status)}.` },
    ]),
  );
};

const pathParameters = (path: string): readonly JsonObject[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((found) => ({
    name: found[1] ?? '',
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const queryParameters = ({ query }: Operation, jsonSchemaOf: JsonSchemaOf): readonly JsonObject[] => {
  const { properties } = jsonSchemaOf(query(), 'input');
  return typeof properties === 'object' && properties !== null
    ? Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
    : [];
};
