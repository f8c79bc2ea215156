import type { ObjectValue } from '../cty/value';
import { hasErrors, providerBug, warningAt } from '../diagnostic';
import { blockType, complete, type Schema } from '../schema/schema';
import { withoutUnknowns } from '../schema/conform';
import { bytesField, message } from '../wire/protobuf';
import {
  diagnosticsField,
  dynamicField,
  findDataSource,
  findResource,
  makeCall,
  needObject,
  resourceSchema,
  type Rpc,
} from './context';
import { identityField, readIdentity } from './identity-rpc';
import type { ManagedResource } from '../resource';
import { decodePrivate, encodePrivate } from './private-state';
import { refuseWith } from './refuse';

/** An answered object with everything that was left out, and without anything unknown. */
const storable = (schema: Schema, state: ObjectValue | null) => {
  if (state === null) return { value: null, diagnostics: [] };
  const { value, notes } = withoutUnknowns(blockType(schema), complete(schema, state));
  const diagnostics = notes.map((note) =>
    warningAt({ summary: 'The provider answered something unknown', detail: note }),
  );
  return { value, diagnostics };
};

export const readResource: Rpc = {
  answer: async (request, context) => {
    const resource = findResource(context, request.text(1));
    const schema = resourceSchema(resource);
    const state = needObject(schema, request.message(2));
    const kept = decodePrivate(request.bytes(3));
    const answer = await resource.read(state, makeCall(context, { name: 'read', on: state, private: kept }));
    const { value, diagnostics } = storable(schema, keepTimeouts(state, answer.state));
    return message(
      dynamicField(1, schema, value),
      diagnosticsField(2, schema, [...(answer.diagnostics ?? []), ...diagnostics]),
      // Terraform hands what is kept beside an object that is gone to the plan that makes it anew.
      bytesField(3, encodePrivate(answer.state === null ? {} : (answer.private ?? kept))),
      identityField(5, resource, value),
    );
  },
  refuse: refuseWith(2),
};

/** The block `timeouts` is the user's alone: whatever a resource answers, it stays as it was. */
const keepTimeouts = (state: ObjectValue, answered: ObjectValue | null): ObjectValue | null =>
  answered === null || !Object.hasOwn(state, 'timeouts')
    ? answered
    : { ...answered, timeouts: state['timeouts'] ?? null };

export const importResourceState: Rpc = {
  answer: async (request, context) => {
    const resource = findResource(context, request.text(1));
    const schema = resourceSchema(resource);
    if (resource.import === undefined) return importRefused(schema, `${resource.typeName} cannot be imported.`);
    const call = makeCall(context);
    const identity = readIdentity(resource, request.message(4));
    const id = identity === undefined ? request.text(2) : resource.identity?.toId(identity, call);
    if (id === undefined) return importRefused(schema, notWhole(resource));
    const answer = await resource.import(id, call);
    if (answer.state === null && !hasErrors(answer.diagnostics ?? [])) {
      return importRefused(schema, `There is no ${resource.typeName} with the id ${JSON.stringify(id)}.`);
    }
    const { value } = storable(schema, answer.state);
    const imported = message(
      bytesField(1, Buffer.from(resource.typeName)),
      dynamicField(2, schema, value),
      bytesField(3, encodePrivate(answer.private ?? {})),
      identityField(4, resource, value),
    );
    return message(value === null ? [] : bytesField(1, imported), diagnosticsField(2, schema, answer.diagnostics));
  },
  refuse: refuseWith(2),
};

const notWhole = <Client>({ identity, typeName }: ManagedResource<Client>): string => {
  const optional = Object.entries(identity?.attributes ?? {}).filter(([, { isOptional }]) => isOptional === true);
  const names = optional.map(([name]) => name).join(', ');
  return `The identity of ${typeName} lacks ${names}, and the provider has no default for it. Add it to the identity, or to the provider.`;
};

const importRefused = (schema: Schema, detail: string): Uint8Array =>
  message(diagnosticsField(2, schema, [{ severity: 'error', summary: 'Cannot import', detail }]));

export const readDataSource: Rpc = {
  answer: async (request, context) => {
    const { schema, read, typeName } = findDataSource(context, request.text(1));
    const config = needObject(schema, request.message(2));
    const answer = await read(config, makeCall(context));
    if (hasErrors(answer.diagnostics ?? [])) return message(diagnosticsField(2, schema, answer.diagnostics));
    const { value, diagnostics } = storable(schema, { ...config, ...answer.state });
    const bugs = diagnostics.map(({ detail }) => providerBug(`${typeName}: ${detail}`));
    return message(
      dynamicField(1, schema, value),
      diagnosticsField(2, schema, [...(answer.diagnostics ?? []), ...bugs]),
    );
  },
  refuse: refuseWith(2),
};
