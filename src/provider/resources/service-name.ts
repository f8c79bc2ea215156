import type { ServiceBody } from '../../api';
import { type Facts, ownerOf, serviceKey, type ServiceId } from '../../domain';
import { computeFingerprint, compareOwner, type Relation } from '../../engine';
import type { Forkcast } from '../client';
import { type Call, type Diagnostic, isNull, type ObjectValue } from '../protocol';
import { toText } from '../values';
import { readDeclaredService } from './declared-service';
import { conflictDiagnostic } from './service-conflict-texts';
import { readServiceId } from './service-id';
import { newClaim } from './service-owner';
import { heldText, notTakenOver, takenDiagnostic, takesOver, waitsForEnd } from './service-owner-texts';
import { keptNotes } from './service-private';

/** What a plan makes of the name of a service that it creates. */
export type NameVerdict =
  | { readonly kind: 'free' }
  /** An object of this state has it, which the plan ends first: the block's own, tainted or to be replaced. */
  | { readonly kind: 'own'; readonly isAsked: boolean }
  /** An interrupted create left it: it is taken over. */
  | { readonly kind: 'left'; readonly diagnostics: readonly Diagnostic[] }
  /** A service has the name, with all that it has: a declared move takes it over, or it is of before there were owners. */
  | { readonly kind: 'moved'; readonly diagnostics: readonly Diagnostic[] }
  /** A service has the name that may be the block's own, put aside or not read. Only the apply can tell, and judges again. */
  | { readonly kind: 'held'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

const refused = (diagnostic: Diagnostic): NameVerdict => ({ kind: 'refused', diagnostics: [diagnostic] });
const own = ({ isAsked }: { readonly isAsked: boolean }): NameVerdict => ({ kind: 'own', isAsked });

/**
 * Judges the name of a create. What is held, or being made, is refused; but for what may be this block's own object, which Terraform
 * does not tell: a tainted one, and one that `create_before_destroy` has put aside, since an error in the plan that Terraform makes
 * while it applies would leave that one deposed. A name that the facts do not know is not asked for. @throws RegistryUnreachableError
 */
export const judgeName = async (
  planned: ObjectValue,
  facts: Facts | undefined,
  call: Call<Forkcast>,
): Promise<NameVerdict> => {
  const [id, { registry, names }] = [readServiceId(planned), call.client];
  if (id === undefined || registry === undefined) return { kind: 'free' };
  const service = serviceKey(id);
  const { replacing, takesFrom } = keptNotes(call);
  const isReplacement = replacing === service;
  const twice = names.planCreate(service, { replaces: isReplacement });
  if (twice !== undefined) return refused(conflictDiagnostic(service, twice));
  const mayBeThere = facts === undefined || facts.services.has(service);
  const found = mayBeThere ? await registry.getService(id.project, id.service) : undefined;
  if (found === undefined) return { kind: 'free' };
  if (isReplacement) return takesFrom === undefined ? own({ isAsked: true }) : refused(notTakenOver(service));
  const relation = relationToMaker(planned, found, { id, client: call.client });
  if (relation.kind === 'unfinished') return { kind: 'left', diagnostics: [takesOver(service, relation)] };
  if (relation.kind === 'movable' || relation.kind === 'claimable')
    return { kind: 'moved', diagnostics: [takesOver(service, relation)] };
  if (relation.kind === 'being-made' || relation.kind === 'abandoned')
    return refused(takenDiagnostic({ id, relation, client: call.client }));
  return judgeHeld({ id, relation, found, client: call.client });
};

/** What a live service is to who would make it. */
const relationToMaker = (
  planned: ObjectValue,
  found: ServiceBody,
  { id, client }: { readonly id: ServiceId; readonly client: Forkcast },
): Relation => {
  const { resource } = readDeclaredService(planned, { id, stack: client.stack, timeoutMs: 0 });
  return compareOwner(found, {
    claim: newClaim(client, id),
    stack: client.stack,
    fingerprint: computeFingerprint(resource),
  });
};

interface Held {
  readonly id: ServiceId;
  readonly relation: Relation;
  readonly found: ServiceBody;
  readonly client: Forkcast;
}

const judgeHeld = ({ id, relation, found, client }: Held): NameVerdict => {
  const service = serviceKey(id);
  const isInState = client.names.isInState(service, found.forkcast?.ownership?.owner?.id ?? null);
  const isTaken = (): NameVerdict => refused(takenDiagnostic({ id, relation, client }));
  if (!isInState && !isOfOwnStack(found, client)) return isTaken();
  const ended = client.names.awaitEnd(service);
  if (ended !== undefined) return refused(conflictDiagnostic(service, ended));
  if (isInState) return own({ isAsked: false });
  return client.names.isSurelyPlan
    ? isTaken()
    : { kind: 'held', diagnostics: [waitsForEnd(service, heldText(relation))] };
};

/** The other service of this configuration whose name a live one is given: in this state, or made under its label. */
export const otherOfName = (
  {
    id,
    planned,
    facts,
  }: { readonly id: ServiceId | undefined; readonly planned: ObjectValue; readonly facts: Facts | undefined },
  { names, stack }: Forkcast,
): string | undefined => {
  const asked = readServiceId(planned);
  if (id === undefined || asked === undefined || serviceKey(asked) === serviceKey(id)) return undefined;
  const found = facts?.services.get(serviceKey(asked));
  const isOwn = names.isNamedInState(serviceKey(asked)) || ownerOf(found?.ownership)?.label.stack === stack;
  return found !== undefined && isOwn ? serviceKey(asked) : undefined;
};

/** Held, or made before there were owners, under the label of this configuration: it may be the object of this very block. */
export const isOfOwnStack = ({ forkcast }: ServiceBody, { stack, outside }: Forkcast): boolean => {
  const owner = forkcast?.ownership?.owner ?? null;
  if (owner === null) return forkcast?.ownership?.state !== 'released' && forkcast?.origin?.stack === stack;
  return owner.stack === stack && (owner.workspace ?? undefined) === outside.environment('TF_WORKSPACE');
};

/** An object of the state is seen, before anything is asked of it. */
export const noteInState = (state: ObjectValue, { names }: Forkcast): void => {
  const id = readServiceId(state);
  const owner = state['owner'] ?? null;
  if (id !== undefined) names.noteInState(serviceKey(id), isNull(owner) ? null : (toText(owner) ?? null));
};
