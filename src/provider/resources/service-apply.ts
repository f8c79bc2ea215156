import type { RegistryClient, ServiceBody } from '../../api';
import { ForkcastError, known, serviceKey, type JsonValue, type ServiceId } from '../../domain';
import {
  applyPlan,
  createService,
  fingerprintOf,
  NameTakenError,
  type Outcome,
  planService,
  type ServicePlan,
  terminateService,
} from '../../engine';
import { enginePorts, type Forkcast } from '../client';
import { diagnosticOf, explain } from '../diagnostics';
import {
  type Call,
  type Diagnostic,
  errorAt,
  hasErrors,
  isUnknown,
  type ObjectValue,
  type StateAnswer,
  warningAt,
} from '../protocol';
import { type DeclaredService, declaredServiceOf, originPath } from './declared-service';
import { serviceIdOf } from './service-id';
import { notesOf, notesOn } from './service-private';
import { serviceRequestOf } from './service-request';
import { judge, type Judgement, openErrors } from './service-review';
import { stateOf } from './service-state';
import { blockOf, settingsOf } from './setting-groups';
import { estimatedTimeoutMs } from './service-timeout';

/** Where an operation works: the registry must be known by now. */
interface Place {
  readonly id: ServiceId;
  readonly registry: RegistryClient;
}

const placeOf = (object: ObjectValue, { client: { registry } }: Call<Forkcast>): Place | undefined => {
  const id = serviceIdOf(object);
  return id === undefined || registry === undefined ? undefined : { id, registry };
};

const nowhere: Diagnostic = errorAt({
  summary: 'The registry is not known',
  detail: 'The configuration of the provider, or the name of the service, is not known while it is applied.',
});

/**
 * Makes a service, after the rules have judged it once more: what they refuse is not asked for. What an interrupted run made from
 * the same request is taken over. Whatever exists in the end is in the state, ready or not.
 */
export const createForkcastService = async (planned: ObjectValue, call: Call<Forkcast>): Promise<StateAnswer> => {
  const place = placeOf(planned, call);
  if (place === undefined) return { state: null, diagnostics: [nowhere] };
  try {
    const { judgement, declared, found } = await judgeCreation(planned, place, call);
    if (found === 'other') {
      return { state: null, diagnostics: [taken(place.id)] };
    }
    const refused = openErrors(judgement.review);
    if (found === undefined && hasErrors(refused)) return { state: null, diagnostics: refused };
    const ports = enginePorts(call, place.registry, declared.secrets);
    const { resource } = declared;
    const outcome =
      found === undefined
        ? await createService(ports, resource)
        : await applyPlan(ports, { resource, actual: found, plan: { kind: 'adopt' } });
    return answerOf({ ...planned, ready: false }, place.id, outcome);
  } catch (error) {
    return { state: null, diagnostics: [failure(error, `Cannot create ${serviceKey(place.id)}`)] };
  }
};

const taken = (id: ServiceId): Diagnostic =>
  diagnosticOf(
    new NameTakenError(id, { kind: 'unowned', released: false }, undefined),
    'Project has another service of this name',
    ['service_name'],
  );

interface Creation {
  readonly judgement: Judgement;
  readonly declared: DeclaredService;
  /** The service that this request made before, or that somebody else has under its name. */
  readonly found: ServiceBody | 'other' | undefined;
}

const judgeCreation = async (
  planned: ObjectValue,
  { id, registry }: Place,
  call: Call<Forkcast>,
): Promise<Creation> => {
  const chosen = (name: string) => (isUnknown(planned[name]) ? null : (planned[name] ?? null));
  const object = { ...planned, cloud_name: chosen('cloud_name'), disk_space_mb: chosen('disk_space_mb') };
  const request = serviceRequestOf(object, {
    client: call.client,
    createTimeoutMs: call.timeoutMs,
    recorded: false,
  });
  const judgement = await judge(call.client, { ...request, change: { kind: 'create', reasons: [] } }, { id });
  const estimate = judgement.request.createTimeoutMs;
  const timeoutMs = call.timeoutMs ?? (estimate.known ? estimate.value : undefined) ?? estimatedTimeoutMs(0);
  const declared = declaredServiceOf(planned, { id, stack: call.client.stack, timeoutMs });
  const mayExist = judgement.facts === undefined || judgement.facts.services.has(serviceKey(id));
  const actual = mayExist ? await registry.getService(id.project, id.service) : undefined;
  if (actual === undefined) return { judgement, declared, found: undefined };
  const isOwn = actual.forkcast?.origin?.fingerprint === fingerprintOf(declared.resource);
  return { judgement, declared, found: isOwn ? actual : 'other' };
};

/** Changes a live service in place. It never destroys: what would, was planned as a replacement. */
export const updateForkcastService = async (
  { prior, planned }: { readonly prior: ObjectValue; readonly planned: ObjectValue },
  call: Call<Forkcast>,
): Promise<StateAnswer> => {
  const place = placeOf(planned, call);
  if (place === undefined) return { state: prior, diagnostics: [nowhere] };
  const { id, registry } = place;
  let actual: ServiceBody | undefined;
  try {
    actual = await registry.getService(id.project, id.service);
    if (actual === undefined) return { state: prior, diagnostics: [gone(id)] };
    const { declared, plan } = planUpdate({ prior, planned, actual, id }, call);
    if (plan.kind === 'refuse') throw plan.error;
    if (plan.kind === 'create' || plan.kind === 'replace' || plan.kind === 'undecided')
      return { state: prior, diagnostics: [stale(id)] };
    const ports = enginePorts(call, registry, declared.secrets);
    const outcome = await applyPlan(ports, { resource: declared.resource, actual, plan });
    return answerOf(planned, id, outcome, stillObserved(planned, call));
  } catch (error) {
    const diagnostics = [failure(error, `Cannot update ${serviceKey(id)}`)];
    const state = await seenAfter({ prior, id, registry, before: actual });
    return { state, diagnostics };
  }
};

/** What is in effect after a failed update: a part of it may be. */
const seenAfter = async ({
  prior,
  id,
  registry,
  before,
}: Place & { readonly prior: ObjectValue; readonly before: ServiceBody | undefined }): Promise<ObjectValue> => {
  if (before === undefined) return prior;
  try {
    const body = await registry.getService(id.project, id.service);
    return body === undefined ? prior : stateOf(prior, id, body);
  } catch (error) {
    if (error instanceof ForkcastError) return prior;
    throw error;
  }
};

interface Update {
  readonly prior: ObjectValue;
  readonly planned: ObjectValue;
  readonly actual: ServiceBody;
  readonly id: ServiceId;
}

const planUpdate = (
  { prior, planned, actual, id }: Update,
  call: Call<Forkcast>,
): { readonly declared: DeclaredService; readonly plan: ServicePlan } => {
  const timeoutMs = call.timeoutMs ?? estimatedTimeoutMs(0);
  const options = { id, stack: call.client.stack, timeoutMs };
  const before = declaredServiceOf(withoutMadeWith(declaredPart(prior, call)), options);
  const tags = prior['tags'] === null ? actual.tags : {};
  const declared = declaredServiceOf(withoutMadeWith(planned), { ...options, tags });
  const resource = { ...declared.resource, path: actual.forkcast?.origin?.path ?? originPath(id) };
  const stack = actual.forkcast?.origin?.stack ?? call.client.stack;
  const plan = planService({ ...resource, stack }, actual, { prior: before.resource });
  return { declared, plan: withChangedSecrets(plan, before, declared) };
};

/** The integrations of a live service were made with it: a plan refuses others. */
const withoutMadeWith = (object: ObjectValue): ObjectValue => ({ ...object, service_integrations: null });

/** What an import only found was never declared: nobody asked to reset it. */
const declaredPart = (prior: ObjectValue, call: Call<Forkcast>): ObjectValue => {
  const { observed } = notesOf(call);
  const settings = Object.entries(settingsOf(prior)).filter(([name]) => !observed.includes(name));
  return { ...prior, user_config: blockOf(Object.fromEntries(settings)) };
};

/** The engine compares no secret: the state tells which of them changed. */
const withChangedSecrets = (plan: ServicePlan, before: DeclaredService, after: DeclaredService): ServicePlan => {
  const keys = [...after.secrets].flatMap(([path, value]) =>
    before.secrets.get(path) === value ? [] : [path.split('.', 1).join('')],
  );
  if (keys.length === 0 || !(plan.kind === 'update' || plan.kind === 'no-op' || plan.kind === 'adopt')) return plan;
  const changes = plan.kind === 'update' ? plan.changes.filter(({ attribute }) => attribute !== 'secrets') : [];
  const value: JsonValue = [...new Set(keys)];
  return { kind: 'update', changes: [...changes, { attribute: 'secrets', before: undefined, after: known(value) }] };
};

const stillObserved = (planned: ObjectValue, call: Call<Forkcast>): readonly string[] => {
  const settings = settingsOf(planned);
  return notesOf(call).observed.filter((name) => settings[name] !== null);
};

const answerOf = (
  shape: ObjectValue,
  id: ServiceId,
  outcome: Outcome,
  observed: readonly string[] = [],
): StateAnswer => {
  const { service } = outcome;
  const state = stateOf({ ...shape, ready: outcome.kind === 'done' }, id, service);
  const answer = { state, private: notesOn(service, observed) };
  if (outcome.kind === 'done') return answer;
  const detail =
    `It exists and is ${service.state}. ${outcome.error.message} It is in the state as it is, and the next apply ` +
    `waits on.\n${explain(outcome.error.code)}`;
  return {
    ...answer,
    state: { ...state, ready: false },
    diagnostics: [warningAt({ summary: `${serviceKey(id)} is not ready yet`, detail })],
  };
};

const failure = (error: unknown, summary: string): Diagnostic => {
  if (!(error instanceof ForkcastError)) throw error;
  return diagnosticOf(error, summary);
};

const gone = (id: ServiceId): Diagnostic =>
  errorAt({
    summary: `${serviceKey(id)} is gone`,
    detail: 'It was terminated after the plan was made. Plan again.',
  });

const stale = (id: ServiceId): Diagnostic =>
  errorAt({
    summary: `${serviceKey(id)} is not what was planned`,
    detail: 'What it was made from is not what the plan knew, and an update never replaces it. Plan again.',
  });

/** Terminates a service; one that is gone already is none to worry about. */
export const deleteForkcastService = async (
  prior: ObjectValue,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const place = placeOf(prior, call);
  if (place === undefined) return [nowhere];
  try {
    const { incarnation } = notesOf(call);
    await terminateService(enginePorts(call, place.registry), place.id, {
      claim: {
        owner: { id: 'states-none', label: { stack: call.client.stack, path: originPath(place.id) } },
        making: false,
        backend: 'provider',
        recorded: true,
        ...(incarnation === undefined ? {} : { known: { incarnation } }),
      },
      stack: call.client.stack,
    });
    return [];
  } catch (error) {
    return [failure(error, `Cannot terminate ${serviceKey(place.id)}`)];
  }
};
