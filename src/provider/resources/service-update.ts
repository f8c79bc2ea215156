import { attempt } from '../attempt';
import { failure } from '../diagnostics';
import { isRefused, type ServiceBody } from '../../api';
import { known, serviceKey, type JsonValue, type ServiceId } from '../../domain';
import {
  applyPlan,
  type Claim,
  NotAsExpectedError,
  writeOwner,
  planService,
  compareOwner,
  type ServicePlan,
} from '../../engine';
import { enginePorts, type Forkcast } from '../client';
import type { ApplyCall, ObjectValue, StateAnswer } from '../protocol';
import { type DeclaredService, readDeclaredService, originPath } from './declared-service';
import { buildAnswer, gone, nowhere, type Place, findPlace, stale } from './service-answers';
import { recordedClaim } from './service-owner';
import { heldText } from './service-owner-texts';
import { keptNotes, readNotes, notesOn } from './service-private';
import { writeState } from './service-state';
import { writeBlock, readSettings } from './setting-groups';
import { estimatedTimeoutMs } from './service-timeout';
import { isNewVersion, keysToSend, writtenSecrets } from './write-only-secrets';

/**
 * Changes a live service in place, if it is the one that is meant. It never destroys: what would, was planned as a replacement. What
 * was imported is taken over first.
 */
export const updateForkcastService = async (
  { prior, planned }: { readonly prior: ObjectValue; readonly planned: ObjectValue },
  call: ApplyCall<Forkcast>,
): Promise<StateAnswer> => {
  const place = findPlace(planned, call);
  if (place === undefined) return { state: prior, diagnostics: [nowhere] };
  const { id, registry } = place;
  const claim = recordedClaim(call.client, id, readNotes(call, prior));
  try {
    const actual = await registry.getService(id.project, id.service);
    if (actual === undefined) return { state: prior, diagnostics: [gone(id)] };
    mustBeMeant(actual, { id, claim }, call);
    const { declared, plan } = planUpdate({ prior, planned, actual, id }, call);
    if (plan.kind === 'refuse') throw plan.error;
    if (plan.kind === 'create' || plan.kind === 'replace') return { state: prior, diagnostics: [stale(id)] };
    const own = await takenOver(actual, { id, registry, claim }, call);
    const ports = enginePorts(call, registry, declared.secrets);
    const outcome = await applyPlan(ports, { resource: declared.resource, actual: own, plan, claim });
    return buildAnswer(planned, place, outcome, { owner: claim.owner.id, observed: stillObserved(planned, call) });
  } catch (error) {
    const diagnostics = [failure(error, `Cannot update ${serviceKey(id)}`)];
    if (error instanceof NotAsExpectedError) return { state: prior, diagnostics };
    return { ...(await seenAfter({ ...place, claim }, prior, call)), diagnostics };
  }
};

/** @throws NotAsExpectedError when it is another's, or another one of its name; whose an imported one is, the registry compares. */
const mustBeMeant = (
  actual: ServiceBody,
  { id, claim }: { readonly id: ServiceId; readonly claim: Claim },
  call: ApplyCall<Forkcast>,
): void => {
  const relation = compareOwner(actual, { claim, stack: call.client.stack });
  if (relation.kind === 'mine' || relation.kind === 'claimable') return;
  if (keptNotes(call).takesFrom !== undefined && relation.kind !== 'another') return;
  throw new NotAsExpectedError(serviceKey(id), heldText(relation));
};

/** What was imported becomes this object's: one compare-and-set with what the plan told. */
const takenOver = async (
  actual: ServiceBody,
  { id, registry, claim }: Place & { readonly claim: Claim },
  call: ApplyCall<Forkcast>,
): Promise<ServiceBody> => {
  const { takesFrom } = keptNotes(call);
  if (takesFrom === undefined) return actual;
  try {
    return await registry.changeOwner(id.project, id.service, {
      expect: { ...claim.known, owner: takesFrom },
      owner: writeOwner(claim.owner),
    });
  } catch (error) {
    if (!isRefused(error, 412)) throw error;
    const relation = compareOwner(actual, { claim, stack: call.client.stack });
    throw new NotAsExpectedError(serviceKey(id), heldText(relation), { cause: error });
  }
};

/** What is in effect after a failed update: a part of it may be. */
const seenAfter = (
  { id, registry, claim }: Place & { readonly claim: Claim },
  prior: ObjectValue,
  call: ApplyCall<Forkcast>,
): Promise<StateAnswer> =>
  attempt<StateAnswer>(
    async () => {
      const body = await registry.getService(id.project, id.service);
      if (body === undefined) return { state: prior };
      const { takesFrom, observed } = keptNotes(call);
      const isMine = body.forkcast?.ownership?.owner?.id === claim.owner.id;
      const own = { owner: claim.owner.id, takesFrom: isMine ? undefined : takesFrom };
      const notes = { ...own, observed, registry: registry.target };
      const state = writeState(prior, id, body);
      return { state: isMine ? state : { ...state, owner: prior['owner'] ?? null }, private: notesOn(body, notes) };
    },
    { state: prior },
  );

interface Update {
  readonly prior: ObjectValue;
  readonly planned: ObjectValue;
  readonly actual: ServiceBody;
  readonly id: ServiceId;
}

const planUpdate = (
  { prior, planned, actual, id }: Update,
  call: ApplyCall<Forkcast>,
): { readonly declared: DeclaredService; readonly plan: ServicePlan } => {
  const timeoutMs = call.timeoutMs ?? estimatedTimeoutMs(0);
  const options = { id, stack: call.client.stack, timeoutMs };
  const before = readDeclaredService(withoutMadeWith(declaredPart(prior, call)), options);
  // Only a plan that says so powers it on or off: what is off by now stays so.
  const powered = planned['powered'] === prior['powered'] ? null : (planned['powered'] ?? null);
  const meant = withoutMadeWith({ ...planned, powered });
  const kept = readDeclaredService(meant, options);
  const written = writtenSecrets(call.written);
  const declared = readDeclaredService(meant, { ...options, written });
  const resource = { ...kept.resource, path: actual.forkcast?.origin?.path ?? originPath(id) };
  const stack = actual.forkcast?.origin?.stack ?? call.client.stack;
  const plan = planService({ ...resource, stack }, actual, before.resource);
  const sent = isNewVersion(prior, planned, 'secrets_wo_version') ? keysToSend(resource.service_type, written) : [];
  return { declared, plan: withChangedSecrets(plan, [...changedKeys(before, kept), ...sent]) };
};

/** The integrations of a live service were made with it: a plan refuses others. */
export const withoutMadeWith = (object: ObjectValue): ObjectValue => ({ ...object, service_integrations: null });

/** What an import only found was never declared: nobody asked to reset it. */
const declaredPart = (prior: ObjectValue, call: ApplyCall<Forkcast>): ObjectValue => {
  const { observed } = keptNotes(call);
  const settings = Object.entries(readSettings(prior)).filter(([name]) => !observed.includes(name));
  return { ...prior, user_config: writeBlock(Object.fromEntries(settings)) };
};

/** The engine compares no secret: the state tells which of them changed. */
const changedKeys = (before: DeclaredService, after: DeclaredService): readonly string[] =>
  [...after.secrets].flatMap(([path, value]) =>
    before.secrets.get(path) === value ? [] : [path.split('.', 1).join('')],
  );

const withChangedSecrets = (plan: ServicePlan, keys: readonly string[]): ServicePlan => {
  if (keys.length === 0 || !(plan.kind === 'update' || plan.kind === 'no-op' || plan.kind === 'adopt')) return plan;
  const changes = plan.kind === 'update' ? plan.changes.filter(({ attribute }) => attribute !== 'secrets') : [];
  const value: JsonValue = [...new Set(keys)];
  return { kind: 'update', changes: [...changes, { attribute: 'secrets', before: undefined, after: known(value) }] };
};

const stillObserved = (planned: ObjectValue, call: ApplyCall<Forkcast>): readonly string[] => {
  const settings = readSettings(planned);
  return keptNotes(call).observed.filter((name) => settings[name] !== null);
};
