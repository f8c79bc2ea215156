import { decodeJson } from '../cty/json';
import { parseJsonText } from '../cty/json-text';
import { isObject, type ObjectValue, type Value } from '../cty/value';
import { errorAt } from '../diagnostic';
import { ValueError } from '../error';
import type { ManagedResource } from '../resource';
import { blockType, complete, type Schema } from '../schema/schema';
import { bytesField, type Fields, message } from '../wire/protobuf';
import { diagnosticsField, dynamicField, findResource, resourceSchema, type Rpc, type RpcContext } from './context';
import { identityField } from './identity-rpc';
import { encodePrivate } from './private-state';
import { refuseWith } from './refuse';

export const upgradeResourceState: Rpc = {
  answer: (request, context) => {
    const resource = findResource(context, request.text(1));
    const schema = resourceSchema(resource);
    const json = request.message(3)?.bytes(1);
    if (json === undefined) return refused(schema, 2, 'The state was written by a Terraform older than 0.12.');
    const [version, present] = [request.int(2), schema.version ?? 0];
    const upgrade = version === present ? undefined : resource.upgrades?.[version];
    if (version !== present && upgrade === undefined)
      return refused(schema, 2, unknownVersion(resource, version, present));
    const read = readState(schema, json, upgrade);
    return 'why' in read
      ? refused(schema, 2, misfit(resource, read.why))
      : found(resource, schema, read.state, context);
  },
  refuse: refuseWith(2),
};

/** A state that somebody has changed, or that is damaged, is no bug: what does not fit is told. */
const readState = (
  schema: Schema,
  json: Uint8Array,
  upgrade: ((state: Value) => ObjectValue) | undefined,
): { readonly state: Value } | { readonly why: string } => {
  try {
    if (upgrade === undefined) return { state: sameVersion(schema, json) };
    return { state: complete(schema, upgrade(parseJsonText(Buffer.from(json).toString('utf8')))) };
  } catch (error) {
    if (error instanceof ValueError) return { why: error.message };
    throw error;
  }
};

const misfit = <Client>({ typeName }: ManagedResource<Client>, why: string): string =>
  `The state of this ${typeName} is not as this provider wrote it. ${why} ` +
  'Bring back a backup of the state, or take the object out with `terraform state rm` and import it again.';

const found = <Client>(
  resource: ManagedResource<Client>,
  schema: Schema,
  state: Value,
  { session: { client } }: RpcContext<Client>,
): Uint8Array => {
  if (isObject(state) && client !== undefined) resource.found?.(state, client);
  return message(dynamicField(1, schema, state));
};

const sameVersion = (schema: Schema, json: Uint8Array): Value => {
  const state = decodeJson(blockType(schema), json);
  return isObject(state) ? complete(schema, dropNulls(schema, state)) : state;
};

/** A block that the state of before did not have is empty, not null. */
const dropNulls = (schema: Schema, state: ObjectValue): ObjectValue =>
  Object.fromEntries(
    Object.entries(state).filter(([name, value]) => value !== null || !Object.hasOwn(schema.blocks ?? {}, name)),
  );

const unknownVersion = <Client>({ typeName }: ManagedResource<Client>, version: number, present: number): string =>
  version > present
    ? `The state of ${typeName} has version ${version}, this provider knows ${present}. Use the provider that wrote it, or a newer one.`
    : `The state of ${typeName} has version ${version}, which this provider cannot read. Apply with a version in between first.`;

const refused = (schema: Schema, field: number, detail: string): Uint8Array =>
  message(diagnosticsField(field, schema, [errorAt({ summary: 'The state cannot be read', detail })]));

export const moveResourceState: Rpc = {
  answer: (request, context) => {
    const resource = findResource(context, request.text(5));
    const schema = resourceSchema(resource);
    const moved = resource.moveFrom?.(readSource(request));
    if (moved === undefined) {
      const detail = `A ${request.text(2)} of ${request.text(1)} cannot become a ${resource.typeName}.`;
      return message(diagnosticsField(2, schema, [errorAt({ summary: 'Cannot move', detail })]));
    }
    return message(
      dynamicField(1, schema, complete(schema, moved.state)),
      bytesField(3, encodePrivate(moved.private)),
      identityField(4, resource, moved.state),
    );
  },
  refuse: refuseWith(2),
};

const readSource = (request: Fields) => ({
  providerAddress: request.text(1),
  typeName: request.text(2),
  schemaVersion: request.int(3),
  state: parseJsonText(Buffer.from(request.message(4)?.bytes(1) ?? Buffer.from('null')).toString('utf8')),
});
