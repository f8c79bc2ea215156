import { type Call, deadline, type Ports, type PrivateState } from '../call';
import { decodeValue, encodeValue } from '../cty/msgpack';
import { decodeJson } from '../cty/json';
import type { CtyType } from '../cty/type';
import { isObject, member, type ObjectValue, type Value } from '../cty/value';
import { type Diagnostic, encodeDiagnostic } from '../diagnostic';
import { parseDuration } from '../duration';
import { ProviderBugError, WireError } from '../error';
import type { Action, DataSource, EphemeralResource, ListResource, Provider } from '../provider';
import type { ManagedResource, Operation } from '../resource';
import { block, blockType, type Schema } from '../schema/schema';
import { optional } from '../schema/attribute';
import { isDuration } from '../schema/validators';
import { shortenPath } from '../schema/shown-path';
import { string } from '../cty/type';
import { bytesField, type Field, type Fields, message, messagesField } from '../wire/protobuf';

/** What belongs to one connection, that is to one Terraform command. */
export type Session<Client> = {
  client: Client | undefined;
  readonly stop: AbortController;
};

/** What a call works with. */
export type RpcContext<Client> = {
  readonly provider: Provider<Client>;
  readonly session: Session<Client>;
  readonly ports: Ports;
};

/** One call: how it is answered, and how it is answered when that fails. */
export type Rpc = {
  readonly answer: <Client>(request: Fields, context: RpcContext<Client>) => Promise<Uint8Array> | Uint8Array;
  readonly refuse: (why: string) => Uint8Array;
};

/** One call that is answered by messages while it goes on. */
export type StreamRpc = {
  readonly open: <Client>(request: Fields, context: RpcContext<Client>) => AsyncIterable<Uint8Array>;
  readonly refuse: (why: string) => Uint8Array;
};

/** The block that a user limits operations with. */
export const timeoutsBlock = 'timeouts';

/** The schema of a resource, with its block `timeouts`; the same object every time. */
export const resourceSchema = <Client>(resource: ManagedResource<Client>): Schema => {
  const found = schemas.get(resource) ?? withTimeouts(resource.schema, resource.timeouts ?? []);
  schemas.set(resource, found);
  return found;
};

const schemas = new WeakMap<object, Schema>();

const withTimeouts = (schema: Schema, timeouts: readonly Operation[]): Schema => {
  if (timeouts.length === 0) return schema;
  const limit = (operation: Operation) =>
    optional(string, `How long to wait for ${operation}, such as "30m".`, { validate: [isDuration] });
  const limits = Object.fromEntries(timeouts.map((operation) => [operation, limit(operation)]));
  return { ...schema, blocks: { ...schema.blocks, [timeoutsBlock]: block('single', { attributes: limits }) } };
};

/** What a provider has of a name that a request says. @throws ProviderBugError when there is none, in the words for its kind. */
const findNamed = <Kind extends { readonly typeName: string }>(
  kinds: readonly Kind[] | undefined,
  typeName: string,
  words: string,
): Kind => {
  const found = kinds?.find((one) => one.typeName === typeName);
  if (found === undefined) throw new ProviderBugError(`There is no ${words} ${typeName}.`);
  return found;
};

/* Each is what a request says by name. @throws ProviderBugError when there is none of that name. */
export const findResource = <Client>({ provider }: RpcContext<Client>, typeName: string): ManagedResource<Client> =>
  findNamed(provider.resources, typeName, 'resource type');
export const findDataSource = <Client>({ provider }: RpcContext<Client>, typeName: string): DataSource<Client> =>
  findNamed(provider.dataSources, typeName, 'data source');
export const findEphemeral = <Client>({ provider }: RpcContext<Client>, typeName: string): EphemeralResource<Client> =>
  findNamed(provider.ephemerals, typeName, 'ephemeral resource');
export const findList = <Client>({ provider }: RpcContext<Client>, typeName: string): ListResource<Client> =>
  findNamed(provider.lists, typeName, 'list of');
export const findAction = <Client>({ provider }: RpcContext<Client>, typeName: string): Action<Client> =>
  findNamed(provider.actions, typeName, 'action');

/** A value as Terraform sends it: msgpack, or JSON; absent is null. */
export const readDynamic = (type: CtyType, dynamic: Fields | undefined): Value => {
  const [msgpack, json] = [dynamic?.bytes(1), dynamic?.bytes(2)];
  if (msgpack !== undefined && msgpack.length > 0) return decodeValue(type, msgpack);
  return json !== undefined && json.length > 0 ? decodeJson(type, json) : null;
};

/** An object that a schema describes, or null. */
export const readObject = (schema: Schema, dynamic: Fields | undefined): ObjectValue | null => {
  const value = readDynamic(blockType(schema), dynamic);
  if (value === null || isObject(value)) return value;
  throw new WireError('Terraform sent a value that is not an object.');
};

/** An object that must be there. */
export const needObject = (schema: Schema, dynamic: Fields | undefined): ObjectValue => {
  const value = readObject(schema, dynamic);
  if (value === null) throw new WireError('Terraform sent no object.');
  return value;
};

/** A value in an answer; null is written, not left out. */
export const dynamicField = (number: number, schema: Schema, value: Value): Field =>
  bytesField(number, message(bytesField(1, encodeValue(blockType(schema), value))));

/** The diagnostics of an answer, each with a path that Terraform can show. */
export const diagnosticsField = (number: number, schema: Schema, diagnostics: readonly Diagnostic[] = []): Field =>
  messagesField(
    number,
    diagnostics.map((one) => encodeDiagnostic(shortenPath(schema, one))),
  );

/** What an operation gets. @throws ProviderBugError when the provider has not been configured. */
export const makeCall = <Client>(
  { session, ports }: RpcContext<Client>,
  operation?: {
    readonly name: Operation;
    readonly on: ObjectValue;
    readonly private?: PrivateState;
    readonly written?: ObjectValue;
  },
): Call<Client> => {
  if (session.client === undefined)
    throw new ProviderBugError('An operation was asked for before the provider was configured.');
  const limit = operation === undefined ? null : member(member(operation.on, timeoutsBlock), operation.name);
  const { signal } = session.stop;
  return {
    client: session.client,
    signal,
    timeoutMs: typeof limit === 'string' ? parseDuration(limit) : undefined,
    until: (ms) => deadline(signal, ms, ports.after),
    written: operation?.written ?? {},
    private: operation?.private ?? {},
    now: ports.now,
    log: ports.log,
  };
};
