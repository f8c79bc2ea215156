import { createClient, type ApiRequest, type ApiResponse, type RegistryClient } from '../../../src/api';
import { isJsonList, type JsonObject, type JsonValue } from '../../../src/domain';
import type { Registry } from '../../../src/registry';
import { expectEqual } from '../../expect-equal';
import { embeddedTransport } from '../embedded-transport';
import { answerRequest } from '../../../src/registry/http';
import { aWorld, type World, type WorldOptions } from '../world';

/** A registry that is asked through its API, with no socket. */
export interface ServedRegistry {
  readonly world: World;
  readonly registry: Registry;
  readonly client: RegistryClient;
  readonly ask: (method: ApiRequest['method'], path: string, body?: JsonValue) => ApiResponse;
  /** The service `demo/NAME` as JSON. */
  readonly service: (name: string) => JsonObject;
}

export const aServedRegistry = (options: WorldOptions = {}): ServedRegistry => {
  const world = aWorld(options);
  const { registry } = world;
  const ask: ServedRegistry['ask'] = (method, path, body) => {
    const response = answerRequest(registry, { method, path, ...(body === undefined ? {} : { body }) });
    expectEqual(JSON.parse(JSON.stringify(response.body)), response.body);
    return response;
  };
  return {
    world,
    registry,
    client: createClient(embeddedTransport(registry, 'memory:')),
    ask,
    service: (name) => field(ask('GET', `/v1/project/demo/service/${name}`).body, 'service'),
  };
};

/** An object inside a JSON object; fails the test when there is none. */
export const field = (value: JsonValue, name: string): JsonObject => {
  const inner = asObject(value)[name];
  return asObject(inner ?? null);
};

/** The objects of a list in an answer. */
export const listIn = (body: JsonValue, name: string): readonly JsonObject[] => {
  const list = body !== null && typeof body === 'object' && !isJsonList(body) ? body[name] : undefined;
  expect(list).toEqual(expect.any(Array));
  return list !== undefined && isJsonList(list) ? list.map((item) => field({ item }, 'item')) : [];
};

/** A text inside a JSON object; fails the test when there is none. */
export const textIn = (value: JsonObject, name: string): string => {
  const inner = value[name];
  expect(inner).toEqual(expect.any(String));
  return typeof inner === 'string' ? inner : '';
};

const asObject = (value: JsonValue): JsonObject => {
  expect(value).toEqual(expect.any(Object));
  return Object.fromEntries(Object.entries(value ?? {}));
};

/** The code of a refusal in the vendor's shape. */
export const codeOf = ({ status, body }: ApiResponse): string => {
  expect(body).toEqual({
    message: expect.any(String),
    errors: [expect.objectContaining({ message: expect.any(String), status, error_code: expect.any(String) })],
  });
  const { errors } = body as { errors: [{ error_code: string }] };
  return `${status} ${errors[0].error_code}`;
};

/** Body of a create that is accepted. */
export const anOrdersBody = (part: JsonObject = {}): JsonObject => ({
  service_name: 'orders',
  service_type: 'pg',
  plan: 'business-4',
  cloud: 'google-europe-west1',
  user_config: {},
  ...part,
});

export const collection = '/v1/project/demo/service';
