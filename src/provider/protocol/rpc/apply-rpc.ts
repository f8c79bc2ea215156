import type { ApplyCall, PrivateState } from '../call';
import type { ObjectValue, Value } from '../cty/value';
import { type Diagnostic, hasErrors, providerBug, warningAt } from '../diagnostic';
import { ProviderBugError } from '../error';
import type { ManagedResource, StateAnswer } from '../resource';
import { conformToPlan, withoutUnknowns } from '../schema/conform';
import { blockType, complete, type Schema } from '../schema/schema';
import { bytesField, message } from '../wire/protobuf';
import {
  dynamicField,
  makeCall,
  diagnosticsField,
  findResource,
  readObject,
  resourceSchema,
  type Rpc,
  type RpcContext,
  timeoutsBlock,
} from './context';
import { identityField } from './identity-rpc';
import { decodePrivate, encodePrivate } from './private-state';
import { refuseWith } from './refuse';

type Change = {
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue | null;
  readonly private: PrivateState;
  readonly written: ObjectValue;
};

export const applyResourceChange: Rpc = {
  answer: async (request, context) => {
    const resource = findResource(context, request.text(1));
    const schema = resourceSchema(resource);
    const change: Change = {
      prior: readObject(schema, request.message(2)),
      planned: readObject(schema, request.message(3)),
      private: decodePrivate(request.bytes(5)),
      written: readObject(schema, request.message(4)) ?? {},
    };
    const answer = await settled(change, () => apply(resource, change, context));
    const { state, diagnostics } = settleState(schema, change, answer);
    return message(
      dynamicField(1, schema, state),
      bytesField(2, encodePrivate(answer.private ?? change.private)),
      diagnosticsField(3, schema, diagnostics),
      identityField(5, resource, state),
    );
  },
  refuse: refuseWith(3),
};

/** A bug must not cost the object: what was there before stays in the state. */
const settled = async ({ prior }: Change, work: () => Promise<StateAnswer>): Promise<StateAnswer> => {
  try {
    return await work();
  } catch (error) {
    return { state: prior, diagnostics: [providerBug(error instanceof Error ? `${error.message}` : String(error))] };
  }
};

const apply = async <Client>(
  resource: ManagedResource<Client>,
  { prior, planned, private: kept, written }: Change,
  context: RpcContext<Client>,
): Promise<StateAnswer> => {
  const applying = (operation: Parameters<typeof makeCall>[1]): ApplyCall<Client> => ({
    ...makeCall(context, operation),
    applies: true,
  });
  if (planned === null) {
    if (prior === null) return { state: null };
    const diagnostics = await resource.delete(prior, applying({ name: 'delete', on: prior, private: kept }));
    return { state: hasErrors(diagnostics) ? prior : null, diagnostics };
  }
  if (prior === null)
    return resource.create(planned, applying({ name: 'create', on: planned, private: kept, written }));
  if (resource.update === undefined) throw new ProviderBugError(`${resource.typeName} cannot be changed in place.`);
  return resource.update({ prior, planned }, applying({ name: 'update', on: planned, private: kept, written }));
};

type Settled = { readonly state: Value; readonly diagnostics: readonly Diagnostic[] };

const settleState = (schema: Schema, { planned }: Change, answer: StateAnswer): Settled => {
  const { diagnostics = [] } = answer;
  if (answer.state === null) {
    const isLost = planned !== null && !hasErrors(diagnostics);
    const lost = isLost
      ? [providerBug('The object was applied, but the provider answered that it does not exist.')]
      : [];
    return { state: null, diagnostics: [...diagnostics, ...lost] };
  }
  const timeouts = planned?.[timeoutsBlock];
  const whole = { ...complete(schema, answer.state), ...(timeouts === undefined ? {} : { [timeoutsBlock]: timeouts }) };
  const type = blockType(schema);
  if (planned === null || hasErrors(diagnostics)) return { state: withoutUnknowns(type, whole).value, diagnostics };
  const { value, notes } = conformToPlan(type, planned, whole);
  return { state: value, diagnostics: [...diagnostics, ...notes.map(deviation)] };
};

const deviation = (detail: string): Diagnostic =>
  warningAt({
    summary: 'The object differs from its plan',
    detail: `${detail} The next plan shows what is different.`,
  });
