import { attempt } from '../attempt';
import { type Facts, type ServiceId, serviceKey, type ServiceRequest } from '../../domain';
import type { ChangeRefusal, Difference } from '../../planner';
import { followersIn } from '../../rules';
import { type Forkcast, readFacts } from '../client';
import { withWayOut, failure } from '../diagnostics';
import {
  type Call,
  type Diagnostic,
  errorAt,
  hasErrors,
  isNull,
  type ObjectValue,
  type Path,
  type PlanAnswer,
  type ResourceChange,
  unknown,
} from '../protocol';
import { toText } from '../values';
import { noProject } from './project';
import { namedAsAnother } from './service-conflict-texts';
import {
  attachmentChanges,
  decideChange,
  describeLoss,
  pathOfDifference,
  refusalDiagnostic,
  staysReplica,
} from './service-fixed';
import { readServiceId } from './service-id';
import { judgeName, type NameVerdict, otherOfName } from './service-name';
import { followersLeft, madeAgain } from './service-owner-texts';
import { priorService } from './service-prior';
import { plannedService, findPlan } from './service-planned';
import { keptNotes } from './service-private';
import { refusedToChange, refusedToEnd, refusedToMake } from './service-real';
import { readServiceRequest } from './service-request';
import { type Judgement, judge, judgementDiagnostics, namedFacts } from './service-review';
import { isSameService } from './service-schema';
import { plannedSource } from './service-source';
import { readSourceId } from './service-timeout';
import { unsentSecrets } from './write-only-secrets';

/**
 * Plans a service: what follows from the schema, then every rule with what is known. Only a changed name or project, and a
 * changed fork key that `on_fork_change` allows, replace it; what is unchanged is not judged again.
 */
export const planForkcastService = async (change: ResourceChange, call: Call<Forkcast>): Promise<PlanAnswer> => {
  const { config, prior } = change;
  const facts = await factsToPlanBy(change, call.client);
  const planned = plannedService(change, call.client, { notes: keptNotes(call), facts });
  const request = readRequest({ ...change, planned }, call);
  if (prior !== null && isSameService(prior, planned)) {
    call.client.planned.remember({ ...request, change: { kind: 'no-op', reasons: [], prior: priorService(prior) } });
    return { planned, replaces: [] };
  }
  if (isNull(planned['project'])) return { planned, diagnostics: [noProject] };
  call.client.planned.remember(request);
  try {
    if (prior === null) return withWayOutOf(await planNew(planned, request, call), call.client);
    const judgement = await judge(call.client, request, await namedFacts(call.client, request, readServiceId(planned)));
    return await planLive({ prior, config, planned, replaces: change.replaces }, judgement, call);
  } catch (error) {
    return { planned, diagnostics: [failure(error, 'The plan cannot be judged')] };
  }
};

/** What the planned object itself depends on: whether an unready service is off, and what a plan's disk is. */
const factsToPlanBy = async (
  { config, prior, draft }: ResourceChange,
  client: Forkcast,
): Promise<Facts | undefined> => {
  const id = prior === null ? undefined : readServiceId(prior);
  if (prior === null || id === undefined) return undefined;
  const followsPlan = isNull(config['disk_space_mb']) && prior['plan'] !== draft['plan'];
  if (prior['ready'] !== false && !followsPlan) return undefined;
  return attempt(() => readFacts(client, [id]), undefined);
};

/** A destruction plans what is not made yet, too: where there is something to destroy, the error of a create says how. */
const withWayOutOf = ({ diagnostics = [], ...answer }: PlanAnswer, { names }: Forkcast): PlanAnswer => ({
  ...answer,
  diagnostics: names.hasState ? withWayOut(diagnostics) : diagnostics,
});

/** A name that is held is refused whatever else there is to say; that a fork is named as its source, a rule says. */
const planNew = async (drafted: ObjectValue, request: ServiceRequest, call: Call<Forkcast>): Promise<PlanAnswer> => {
  const id = readServiceId(drafted);
  const facts = await namedFacts(call.client, request, id);
  const { names } = call.client;
  const planned = { ...drafted, source_created_at: plannedSource(drafted, request, { facts, names }) };
  const { diagnostics = [], ...answer } = await planNamed({ planned, request, id }, facts, call);
  const refused = id === undefined ? [] : await refusedToMake({ planned, request, id, facts }, call);
  return { ...answer, diagnostics: [...diagnostics, ...refused] };
};

const planNamed = async (
  { planned, request, id }: Pick<Again, 'planned' | 'request'> & { readonly id: ServiceId | undefined },
  facts: Facts | undefined,
  call: Call<Forkcast>,
): Promise<PlanAnswer> => {
  const source = readSourceId(request);
  const isOwnSource = id !== undefined && source !== undefined && serviceKey(id) === serviceKey(source);
  const name: NameVerdict = isOwnSource ? { kind: 'free' } : await judgeName(planned, facts, call);
  if (name.kind === 'refused') return { planned, diagnostics: name.diagnostics };
  if (name.kind === 'own' && id !== undefined)
    return planAgain({ planned, request, id, isAsked: name.isAsked }, facts, call);
  const answer = name.kind === 'moved' ? { planned } : withDisk({ planned, request }, facts, call);
  if (name.kind === 'held') return { ...answer, diagnostics: name.diagnostics };
  const isThere = name.kind === 'left' || name.kind === 'moved';
  const judgement = await judge(call.client, isThere ? { ...request, recorded: true } : request, facts);
  const diagnostics = [...(isThere ? name.diagnostics : []), ...judgementDiagnostics(judgement, call.log)];
  return { ...answer, diagnostics };
};

/** A new service whose disk nobody asks for gets its plan's. Beside it is kept that it is not asked for. */
const withDisk = (
  { planned, request: { diskSpaceMb: asked } }: Pick<Again, 'planned' | 'request'>,
  facts: Facts | undefined,
  call: Call<Forkcast>,
): PlanAnswer => {
  if (!asked.known || asked.value !== undefined) return { planned };
  const disk = findPlan(planned['plan'], planned, facts)?.diskMb ?? unknown;
  return { planned: { ...planned, disk_space_mb: disk }, private: { ...call.private, diskOfPlan: true } };
};

interface Again {
  readonly planned: ObjectValue;
  readonly request: ServiceRequest;
  readonly id: ServiceId;
  readonly isAsked: boolean;
}

/**
 * What a plan ends, on demand or tainted, and makes again: judged as if it had ended, so that nothing ends which cannot be made again.
 * Terraform drops the warnings where `-replace` asked for it.
 */
const planAgain = async (
  { planned, request, id, isAsked }: Again,
  facts: Facts | undefined,
  call: Call<Forkcast>,
): Promise<PlanAnswer> => {
  const service = serviceKey(id);
  const live = facts?.services.get(service);
  if (live?.terminationProtection === true) return { planned, diagnostics: [protectedFromEnd(service)] };
  const judgement = await judge(call.client, request, facts, { ended: id });
  const judged = judgementDiagnostics(judgement, call.log);
  const lost = await describeLoss(call.client, id);
  const answer = withDisk({ planned, request }, facts, call);
  const again = madeAgain(service, { lost, isRefused: hasErrors(judged), isAsked });
  const followers = live === undefined ? [] : followersLeft(service, followersIn(live));
  return { ...answer, diagnostics: [again, ...followers, ...judged] };
};

type Planning = ResourceChange & { readonly planned: ObjectValue };

/** The request as written: what the registry will choose is not unknown to the rules, but not asked for. */
const readRequest = ({ config, prior, planned, replaces }: Planning, call: Call<Forkcast>): ServiceRequest => {
  const object =
    prior === null
      ? {
          ...planned,
          plan: config['plan'] ?? null,
          cloud_name: config['cloud_name'] ?? null,
          disk_space_mb: config['disk_space_mb'] ?? null,
        }
      : { ...planned, powered: config['powered'] ?? null };
  const secrets_wo = config['secrets_wo'] ?? null;
  const request = readServiceRequest(
    { ...object, secrets_wo },
    {
      client: call.client,
      createTimeoutMs: call.timeoutMs,
      recorded: prior !== null,
    },
  );
  if (prior === null) return { ...request, change: { kind: 'create', reasons: [] } };
  const reasons = replaces.flatMap(([name]) => (typeof name === 'string' ? [name] : []));
  const kind = reasons.length > 0 ? 'replace' : 'update';
  return { ...request, change: { kind, reasons, prior: priorService(prior) } };
};

type LiveChange = {
  readonly prior: ObjectValue;
  readonly config: ObjectValue;
  readonly planned: ObjectValue;
  readonly replaces: readonly Path[];
};

const planLive = async (
  { prior, config, planned, replaces }: LiveChange,
  judgement: Judgement,
  call: Call<Forkcast>,
): Promise<PlanAnswer> => {
  const id = readServiceId(prior);
  const other = otherOfName({ id, planned, facts: judgement.facts }, call.client);
  if (id !== undefined && other !== undefined)
    return { planned, replaces, diagnostics: [namedAsAnother(serviceKey(id), other)] };
  const live = { prior, planned, judgement, id };
  const decision = decideChange(live);
  const ends = decision.kind === 'replace' || (decision.kind === 'refuse' && endsService.has(decision.refusal.kind));
  const lost = ends && id !== undefined ? await describeLoss(call.client, id) : undefined;
  const all = [...replaces, ...(decision.kind === 'replace' ? endedBy(decision.why) : [])];
  const judged = withWayOut(judgementDiagnostics(withoutHoldings(judgement), call.log, lost));
  const diagnostics = [
    ...attachmentChanges(live),
    ...judged,
    ...(decision.kind === 'refuse' && !hasErrors(judged) ? [refusalDiagnostic(decision.refusal, id, lost)] : []),
    ...(id === undefined ? [] : await refusedToChange({ prior, planned, request: judgement.request, id }, call)),
    ...(all.length === 0 ? staysReplica(live) : []),
    ...(all.length === 0 && id !== undefined ? unsentSecrets({ prior, planned, config }, serviceKey(id)) : []),
  ];
  return { planned, replaces: all, diagnostics };
};

/** What would end the live service, if it were not refused. */
const endsService: ReadonlySet<ChangeRefusal['kind']> = new Set(['fork-changed', 'renamed', 'protected']);

/** A name is said to replace by the schema. */
const endedBy = (why: readonly Difference[]): readonly Path[] =>
  why.filter(({ what }) => what !== 'name').map(pathOfDifference);

/** Until when it holds matters to what is made; a live service has what it has. */
const withoutHoldings = (judgement: Judgement): Judgement => ({
  ...judgement,
  review: { ...judgement.review, holdings: [] },
});

/** A deletion is refused while the service is protected, or may not be ended from here, before anything else of the run is touched. */
export const planServiceDeletion = async (prior: ObjectValue, call: Call<Forkcast>): Promise<readonly Diagnostic[]> => {
  if (prior['termination_protection'] === true) return [protectedFromEnd(toText(prior['id']) ?? 'The service')];
  const id = readServiceId(prior);
  return id === undefined ? [] : refusedToEnd(prior, id, call);
};

const protectedFromEnd = (service: string): Diagnostic =>
  errorAt({
    summary: 'Termination protection forbids the destruction',
    detail:
      `${service} would be destroyed, but its termination protection is on. ` +
      'Keep the resource, or turn termination_protection off in a run of its own first.\n' +
      'More: forkcast explain lifecycle/replacement-protected',
    path: ['termination_protection'],
  });
