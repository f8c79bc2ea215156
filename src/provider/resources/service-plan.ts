import { type Facts, ForkcastError, serviceKey, type ServiceId, type ServiceRequest } from '../../domain';
import type { ChangeRefusal, Difference } from '../../planner';
import { type Forkcast, readFacts } from '../client';
import { diagnosticOf } from '../diagnostics';
import {
  blockType,
  type Call,
  type Diagnostic,
  equal,
  errorAt,
  hasErrors,
  isNull,
  type ObjectValue,
  type Path,
  type PlanAnswer,
  type PlannedChange,
} from '../protocol';
import { textOf } from '../values';
import { fingerprintOf } from '../../engine';
import { declaredServiceOf } from './declared-service';
import { attachmentChanges, decisionOf, lossOf, pathOfDifference, refusalDiagnostic } from './service-fixed';
import { serviceIdOf } from './service-id';
import { priorService } from './service-prior';
import { plannedService } from './service-planned';
import { notesOf } from './service-private';
import { serviceRequestOf } from './service-request';
import { type Judgement, judge, judgementDiagnostics, type Named } from './service-review';
import { serviceSchema } from './service-schema';

/**
 * Plans a service: what follows from the schema, then every rule with what is known. Only a changed name or project, and a
 * changed fork key that `on_fork_change` allows, replace it; what is unchanged is not judged again.
 */
export const planForkcastService = async (change: PlannedChange, call: Call<Forkcast>): Promise<PlanAnswer> => {
  const { config, prior } = change;
  const facts = await factsToPlanBy(change, call.client);
  const planned = plannedService(change, call.client, { notes: notesOf(call), facts });
  const request = requestOf({ ...change, planned }, call);
  if (prior !== null && isSame(prior, planned)) {
    call.client.planned.remember({ ...request, change: { kind: 'no-op', reasons: [], prior: priorService(prior) } });
    return { planned, replaces: [] };
  }
  if (isNull(planned['project'])) return { planned, diagnostics: [noProject] };
  call.client.planned.remember(request);
  try {
    const judgement = await judge(
      call.client,
      request,
      prior === null ? namedBy(planned, call) : { id: serviceIdOf(planned) },
    );
    if (prior === null) return { planned, diagnostics: judgementDiagnostics(judgement, call.log) };
    return await planLive({ prior, config, planned, replaces: change.replaces }, judgement, call);
  } catch (error) {
    if (!(error instanceof ForkcastError)) throw error;
    return { planned, diagnostics: [diagnosticOf(error, 'The plan cannot be judged')] };
  }
};

/** What the planned object itself depends on: whether an unready service is off, and what a plan's disk is. */
const factsToPlanBy = async ({ config, prior, draft }: PlannedChange, client: Forkcast): Promise<Facts | undefined> => {
  const id = prior === null ? undefined : serviceIdOf(prior);
  if (prior === null || id === undefined) return undefined;
  const followsPlan = isNull(config['disk_space_mb']) && prior['plan'] !== draft['plan'];
  if (prior['ready'] !== false && !followsPlan) return undefined;
  try {
    return await readFacts(client, [id]);
  } catch (error) {
    if (error instanceof ForkcastError) return undefined;
    throw error;
  }
};

const namedBy = (planned: ObjectValue, { client: { stack } }: Call<Forkcast>): Named => {
  const id = serviceIdOf(planned);
  if (id === undefined) return { id };
  return { id, fingerprint: () => fingerprintOf(declaredServiceOf(planned, { id, stack, timeoutMs: 0 }).resource) };
};

const noProject = errorAt({
  summary: 'No project is named',
  detail: 'Set project here or in the block of the provider, or set FORKCAST_PROJECT.',
  path: ['project'],
});

const isSame = (prior: ObjectValue, planned: ObjectValue): boolean =>
  equal(blockType(serviceSchema), withoutTimeouts(prior), withoutTimeouts(planned));

const withoutTimeouts = ({ timeouts: _timeouts, ...rest }: ObjectValue): ObjectValue => rest;

type Planning = PlannedChange & { readonly planned: ObjectValue };

/** The request as written: what the registry will choose is not unknown to the rules, but not asked for. */
const requestOf = ({ config, prior, planned, replaces }: Planning, call: Call<Forkcast>): ServiceRequest => {
  const object =
    prior === null
      ? { ...planned, cloud_name: config['cloud_name'] ?? null, disk_space_mb: config['disk_space_mb'] ?? null }
      : planned;
  const id = serviceIdOf(planned);
  const isReplacing = id !== undefined && call.private['replacing'] === serviceKey(id);
  const request = serviceRequestOf(object, {
    client: call.client,
    createTimeoutMs: call.timeoutMs,
    recorded: prior !== null || isReplacing,
  });
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
  { prior, planned, replaces }: LiveChange,
  judgement: Judgement,
  call: Call<Forkcast>,
): Promise<PlanAnswer> => {
  const id = serviceIdOf(prior);
  const live = { prior, planned, judgement, id };
  const decision = decisionOf(live);
  const ends = decision.kind === 'replace' || (decision.kind === 'refuse' && endsService.has(decision.refusal.kind));
  const lost = ends && id !== undefined ? await lossOf(call.client, id) : undefined;
  const all = [...replaces, ...(decision.kind === 'replace' ? endedBy(decision.why) : [])];
  const judged = judgementDiagnostics(withoutHoldings(judgement), call.log, lost);
  const diagnostics = [
    ...attachmentChanges(live),
    ...judged,
    ...(decision.kind === 'refuse' && !hasErrors(judged) ? [refusalDiagnostic(decision.refusal, id, lost)] : []),
  ];
  const key = id === undefined ? {} : { replacing: keyAfter(id, planned) };
  return { planned, replaces: all, diagnostics, ...(all.length === 0 ? {} : { private: { ...call.private, ...key } }) };
};

/** What would end the live service, if it were not refused. */
const endsService: ReadonlySet<ChangeRefusal['kind']> = new Set(['fork-changed', 'renamed', 'protected']);

/** A name is said to replace by the schema. */
const endedBy = (why: readonly Difference[]): readonly Path[] =>
  why.filter(({ what }) => what !== 'name').map(pathOfDifference);

const keyAfter = (id: ServiceId, planned: ObjectValue): string => serviceKey(serviceIdOf(planned) ?? id);

/** Until when it holds matters to what is made; a live service has what it has. */
const withoutHoldings = (judgement: Judgement): Judgement => ({
  ...judgement,
  review: { ...judgement.review, holdings: [] },
});

/** A deletion is refused while the service is protected, before anything else of the run is touched. */
export const planServiceDeletion = (prior: ObjectValue): Promise<readonly Diagnostic[]> =>
  Promise.resolve(
    prior['termination_protection'] === true
      ? [
          errorAt({
            summary: 'Termination protection forbids the destruction',
            detail:
              `${textOf(prior['id']) ?? 'The service'} would be destroyed, but its termination protection is on. ` +
              'Keep the resource, or turn termination_protection off in a run of its own first.\n' +
              'More: forkcast explain lifecycle/replacement-protected',
            path: ['termination_protection'],
          }),
        ]
      : [],
  );
