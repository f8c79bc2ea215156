import { equal } from '../cty/equal';
import type { ObjectValue } from '../cty/value';
import { type Diagnostic, hasErrors, providerBug } from '../diagnostic';
import { encodePath, type Path } from '../path';
import type { ManagedResource, PlanAnswer } from '../resource';
import { findPlanBreaches } from '../schema/breaches';
import { draftPlan } from '../schema/draft';
import { findReplacements } from '../schema/replacement';
import { blockType, complete, type Schema } from '../schema/schema';
import { bytesField, type Fields, message, messagesField } from '../wire/protobuf';
import {
  dynamicField,
  makeCall,
  diagnosticsField,
  findResource,
  needObject,
  readObject,
  resourceSchema,
  type Rpc,
  type RpcContext,
  timeoutsBlock,
} from './context';
import { identityField } from './identity-rpc';
import { decodePrivate, encodePrivate } from './private-state';
import { refuseWith } from './refuse';

export const planResourceChange: Rpc = {
  answer: async (request, context) => {
    const resource = findResource(context, request.text(1));
    const schema = resourceSchema(resource);
    const prior = readObject(schema, request.message(2));
    const proposed = readObject(schema, request.message(3));
    if (proposed === null) return planDeletion(resource, schema, prior, request, context);
    return planChange(resource, schema, { prior, proposed }, request, context);
  },
  refuse: refuseWith(4),
};

const planDeletion = async <Client>(
  resource: ManagedResource<Client>,
  schema: Schema,
  prior: ObjectValue | null,
  request: Fields,
  context: RpcContext<Client>,
): Promise<Uint8Array> => {
  const kept = decodePrivate(request.bytes(5));
  const diagnostics =
    prior === null || resource.planDelete === undefined
      ? []
      : await resource.planDelete(prior, makeCall(context, { name: 'delete', on: prior, private: kept }));
  return message(
    dynamicField(1, schema, null),
    bytesField(3, encodePrivate(kept)),
    diagnosticsField(4, schema, diagnostics),
    identityField(7, resource, prior),
  );
};

const planChange = async <Client>(
  resource: ManagedResource<Client>,
  schema: Schema,
  { prior, proposed }: { readonly prior: ObjectValue | null; readonly proposed: ObjectValue },
  request: Fields,
  context: RpcContext<Client>,
): Promise<Uint8Array> => {
  const config = needObject(schema, request.message(4));
  const kept = decodePrivate(request.bytes(5));
  const draft = draftPlan(schema, { config, prior, proposed }, [timeoutsBlock]);
  const replaces = prior === null ? [] : findReplacements(schema, prior, draft);
  const call = makeCall(context, {
    name: prior === null ? 'create' : 'update',
    on: config,
    private: kept,
    written: config,
  });
  const answer: PlanAnswer = (await resource.plan?.({ config, prior, draft, replaces }, call)) ?? {};
  const planned = answer.planned === undefined ? draft : complete(schema, answer.planned);
  const bugs = planBugs(resource, schema, { config, prior, planned }, answer.replaces ?? replaces);
  const diagnostics = [...(answer.diagnostics ?? []), ...bugs];
  return message(
    dynamicField(1, schema, hasErrors(bugs) ? draft : planned),
    messagesField(2, prior === null ? [] : (answer.replaces ?? replaces).map(encodePath)),
    bytesField(3, encodePrivate(answer.private ?? kept)),
    // What names an object never changes: another name is another object, which is planned with nothing before it.
    identityField(7, resource, prior ?? planned),
    diagnosticsField(4, schema, diagnostics),
  );
};

const planBugs = <Client>(
  resource: ManagedResource<Client>,
  schema: Schema,
  change: { readonly config: ObjectValue; readonly prior: ObjectValue | null; readonly planned: ObjectValue },
  replaces: readonly Path[],
): readonly Diagnostic[] => {
  const breaches = findPlanBreaches(schema, change).map((breach) => providerBug(`The plan breaks a law: ${breach}`));
  const isUpdate =
    change.prior !== null && replaces.length === 0 && !equal(blockType(schema), change.prior, change.planned);
  return isUpdate && resource.update === undefined
    ? [
        ...breaches,
        providerBug(`${resource.typeName} cannot be changed in place, and nothing says that it is replaced.`),
      ]
    : breaches;
};
