import {
  known,
  ownerOf,
  planKey,
  serviceKey,
  unknown,
  type Catalogue,
  type EpochMs,
  type Fact,
  type Facts,
  type LiveService,
  type OwnerLabel,
  type RecoveryTerms,
  type JsonValue,
  type ServiceFacts,
  type ServiceRequest,
  type ServiceType,
  type Standing,
} from '../domain';
import { liveKey, requestKey, type Configuration } from './configuration';
import {
  decideService,
  forkKeyDifferences,
  knownSettings,
  unknownForkKeys,
  writtenText,
  type ServiceDecision,
} from '../planner';
import { isHiddenService } from './hidden-project';
import { hasKey } from './recovery-target';
import { isReplicaOf } from './replica';
import { referencedBy, sourceOf, type SourceName } from './source-of';
import type { SourceFinding, Subject } from './subject';

/** What is known beside the configuration. */
interface SubjectContext {
  readonly facts: Facts | undefined;
  readonly now: Fact<EpochMs>;
  readonly catalogue: Catalogue;
  readonly terms?: RecoveryTerms | undefined;
}

/** Gathers everything that can be known about one declared service. Never throws. */
export const subjectOf = (
  request: ServiceRequest,
  configuration: Configuration,
  { facts, now, catalogue, terms }: SubjectContext,
): Subject => {
  const settings = resolvedSettings(request, configuration);
  const type = mapFact(request.serviceType, (name) => catalogue.serviceTypes.get(name));
  const named = sourceNameOf(request, settings, type);
  const isReplica = named !== undefined && isReplicaOf(request, named);
  const sourceName = isReplica ? undefined : named;
  const existing = existingOf(request, facts);
  const made = madeOf(request, existing);
  const decision = made && decideService({ ...request, userConfig: settings }, made);
  const isUnforkable = type.known && type.value?.forkable === false;
  const source: SourceFinding =
    sourceName === undefined || isUnforkable
      ? { kind: 'none' }
      : sourceOf(request, sourceName, { configuration, facts });
  const remade = request.change?.kind === 'replace' || isEnded(decision);
  const kept = remade ? undefined : existing;
  const planName = planNameOf(request, source, kept);
  return {
    request,
    configuration,
    facts,
    now,
    catalogue,
    terms,
    standing: standingOf(request, settings, { existing, facts }),
    existing,
    made,
    madeName: liveKey(made) ?? request.address,
    decision,
    remade,
    isFork: sourceName !== undefined,
    source,
    sourceName,
    ...(isReplica ? { replicaOf: sourceOf(request, named, { configuration, facts }) } : {}),
    project: facts ? mapFact(request.project, (name) => facts.projects.get(name)) : unknown('not-fetched'),
    type,
    plan:
      request.serviceType.known && planName.known
        ? known(catalogue.plans.get(planKey(request.serviceType.value, planName.value)))
        : unknown('known-after-apply'),
    planName,
    cloud: cloudOf(request, { facts, source, existing: kept }),
    setting: (key) => findSetting(settings, key),
  };
};

const mapFact = <T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> =>
  fact.known ? known(change(fact.value)) : fact;

type Settings = ServiceRequest['userConfig'];

/** The settings as written, where a reference to a declared service tells the name that the source key will have. */
const resolvedSettings = (request: ServiceRequest, configuration: Configuration): Settings => {
  const { service_to_fork_from: source } = request.userConfig;
  const name = source?.known === false ? referencedBy(request, configuration)?.serviceName : undefined;
  return name === undefined ? request.userConfig : { ...request.userConfig, service_to_fork_from: name };
};

const findSetting = (settings: Settings, key: string): Fact<JsonValue | undefined> => {
  const fact = Object.hasOwn(settings, key) ? settings[key] : undefined;
  if (fact === undefined) return known(undefined);
  return fact.known && (fact.value === null || fact.value === '') ? known(undefined) : fact;
};

const sourceNameOf = (
  request: ServiceRequest,
  settings: Settings,
  type: Fact<ServiceType | undefined>,
): SourceName | undefined => {
  const text = (key: string): Fact<string | undefined> => mapFact(findSetting(settings, key), writtenText);
  const hasOldKey = !type.known || (type.value !== undefined && hasKey(type.value, 'pg_service_to_fork_from'));
  const current = text('service_to_fork_from');
  const isWritten = !current.known || current.value !== undefined;
  const service = isWritten || !hasOldKey ? current : text('pg_service_to_fork_from');
  const project = text('project_to_fork_from');
  if (service.known && service.value === undefined) return undefined;
  return {
    service: service.known && service.value !== undefined ? known(service.value) : unknown('known-after-apply'),
    project: project.known ? (project.value === undefined ? request.project : known(project.value)) : project,
  };
};

const existingOf = (request: ServiceRequest, facts: Facts | undefined): ServiceFacts | undefined => {
  const key = requestKey(request);
  return key === undefined ? undefined : facts?.services.get(key);
};

/** The service of the declaration itself, not one that only has its name. */
const madeOf = ({ change }: ServiceRequest, existing: ServiceFacts | undefined): LiveService | undefined =>
  change?.kind === 'replace' ? (change.prior ?? existing) : (existing ?? change?.prior);

/**
 * A service that exists is the declared one when a record or its origin says so, when the request is not a fork, or when it was made
 * with the declared fork keys. Otherwise it only has the name: the request is new, and cannot be made under it.
 */
const standingOf = (
  request: ServiceRequest,
  settings: Settings,
  { existing, facts }: { readonly existing: ServiceFacts | undefined; readonly facts: Facts | undefined },
): Standing => {
  if (request.change !== undefined && request.change.kind !== 'create') return 'live';
  if (facts === undefined && request.change !== undefined) return 'new';
  if (facts === undefined) return 'unknown';
  if (!request.project.known || !request.serviceName.known)
    return request.change?.kind === 'create' ? 'new' : 'unknown';
  const id = { project: request.project.value, service: request.serviceName.value };
  if (existing === undefined) return isHiddenService(facts, id) ? 'unknown' : 'new';
  if (request.recorded || request.carried?.imports || isOwn(request, existing)) return 'live';
  if (request.change?.kind === 'create') return 'new';
  if (declaredChanges(request, settings, existing) > 0) return 'new';
  return unknownForkKeys(settings).length > 0 ? 'unknown' : 'live';
};

/**
 * Whether a live service is this very declaration's, or that of the place it says it was moved from, for all that the label of its owner
 * tells; of who made it, where it has no owner. A provider that is not told the construct's path names the service instead. What a plan
 * creates holds nothing yet, so that a holder of its label is another state's. Never throws.
 */
export const isOwn = (
  request: ServiceRequest,
  existing: Pick<ServiceFacts, 'project' | 'service' | 'origin' | 'ownership'>,
): boolean => {
  const { movedFrom, change } = request;
  const { origin, ownership } = existing;
  // A tainted identity that is made anew is another one.
  const isAnother = change?.kind === 'create' && change.why === 'replace_because_tainted';
  if (ownership?.state === 'released' || isAnother) return false;
  const own = ownerOf(ownership)?.label ?? origin;
  if (!own) return false;
  const isAnothers = change?.kind === 'create' && ownership?.state === 'held';
  return (!isAnothers && bearsLabel(request, existing, own)) || isPlace(movedFrom, own);
};

type Place = Pick<OwnerLabel, 'stack' | 'path'>;

/** Whether who holds or made a service is called as the declaration itself is: its very own, or one of another state. Never throws. */
export const bearsLabel = (
  { stack, address }: ServiceRequest,
  service: Pick<ServiceFacts, 'project' | 'service'>,
  label: Place,
): boolean => [address, `forkcast_service of ${serviceKey(service)}`].some((path) => isPlace({ stack, path }, label));

const isPlace = (place: Place | undefined, { stack, path }: Place): boolean =>
  place?.stack === stack && place.path === path;

/** Its loss is accepted, whether its protection stands in the way or not. */
const isEnded = (decision: ServiceDecision | undefined): boolean =>
  decision?.kind === 'replace' || (decision?.kind === 'refuse' && decision.refusal.kind === 'protected');

const declaredChanges = (
  request: ServiceRequest,
  settings: Settings,
  existing: Pick<ServiceFacts, 'project' | 'userConfig' | 'origin'>,
): number =>
  forkKeyDifferences({ userConfig: knownSettings(settings), latestTransaction: request.latestTransaction }, existing)
    .length;

/** A live service without a declared plan keeps its own; a fork from the secondary location gets its source's. */
const planNameOf = (
  { plan, from }: ServiceRequest,
  source: SourceFinding,
  existing: ServiceFacts | undefined,
): Fact<string> => {
  if (!plan.known) return plan;
  if (plan.value !== undefined) return known(plan.value);
  if (existing !== undefined) return known(existing.plan);
  return from === 'secondary' && source.kind === 'live' ? known(source.service.plan) : unknown('not-fetched');
};

/**
 * A live service without a declared cloud stays where it is; a fork from the secondary location comes to where the copies lie,
 * another new one into the project's default.
 */
const cloudOf = (
  { cloud, project, from }: ServiceRequest,
  {
    facts,
    source,
    existing,
  }: {
    readonly facts: Facts | undefined;
    readonly source: SourceFinding;
    readonly existing: ServiceFacts | undefined;
  },
): Fact<string> => {
  if (!cloud.known) return cloud;
  if (cloud.value !== undefined) return known(cloud.value);
  if (existing !== undefined) return known(existing.cloud);
  const region = source.kind === 'live' ? source.service.backupRegion.cloud : null;
  if (from === 'secondary' && region !== null) return known(region);
  if (from === 'secondary' && source.kind === 'unknown') return unknown('not-fetched');
  const defaultCloud = project.known ? facts?.projects.get(project.value)?.defaultCloud : undefined;
  return defaultCloud === undefined ? unknown('not-fetched') : known(defaultCloud);
};
