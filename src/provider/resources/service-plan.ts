import type { PriorService, ServiceId, ServiceRequest } from '../../domain';
import { ForkcastError, isJsonObject, serviceKey } from '../../domain';
import type { Forkcast } from '../client';
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
import { jsonOf, textOf } from '../values';
import { fingerprintOf } from '../../engine';
import { declaredServiceOf, tagsIn } from './declared-service';
import { fixedChanges, forkChanges, lossOf } from './service-fixed';
import { serviceIdOf } from './service-id';
import { plannedService } from './service-planned';
import { notesOf } from './service-private';
import { serviceRequestOf } from './service-request';
import { type Judgement, judge, judgementDiagnostics, type Named } from './service-review';
import { serviceSchema } from './service-schema';
import { settingsOf } from './setting-groups';

/**
 * Plans a service: what follows from the schema, then every rule with what is known. Only a changed name or project, and a
 * changed fork key that `on_fork_change` allows, replace it; what is unchanged is not judged again.
 */
export const planForkcastService = async (change: PlannedChange, call: Call<Forkcast>): Promise<PlanAnswer> => {
  const { config, prior } = change;
  const planned = plannedService(change, call.client, notesOf(call));
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

/** What the state holds of a service, in the words of the rules. */
export const priorService = (prior: ObjectValue): PriorService => {
  const settings = jsonOf(settingsOf(prior));
  const set = Object.entries(isJsonObject(settings) ? settings : {}).filter(([, value]) => value !== null);
  const [disk, tags] = [prior['disk_space_mb'], prior['tags']];
  return {
    project: textOf(prior['project']),
    serviceName: textOf(prior['service_name']),
    plan: textOf(prior['plan']),
    cloud: textOf(prior['cloud_name']),
    diskSpaceMb: typeof disk === 'number' ? disk : undefined,
    terminationProtection: prior['termination_protection'] === true,
    userConfig: Object.fromEntries(set),
    tags: tagsIn(tags ?? null),
    staticIps: [],
  };
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
  const changes = forkChanges({ prior, planned, judgement, id });
  const isAllowed = changes.isFork && judgement.request.onForkChange === 'replace';
  const lost = changes.paths.length > 0 && id !== undefined ? await lossOf(call.client, id) : undefined;
  const all = [...replaces, ...(isAllowed ? changes.paths : [])];
  const judged = judgementDiagnostics(withoutHoldings(judgement), call.log, lost);
  const diagnostics = [
    ...fixedChanges({ prior, planned, judgement, id }),
    ...(hasErrors(judged) || changes.paths.length === 0 || isAllowed
      ? judged
      : [...judged, forkChanged(changes.text, lost)]),
  ];
  if (all.length > 0 && prior['termination_protection'] === true && !hasErrors(diagnostics))
    diagnostics.push(isProtected);
  const key = id === undefined ? {} : { replacing: keyAfter(id, planned) };
  return { planned, replaces: all, diagnostics, ...(all.length === 0 ? {} : { private: { ...call.private, ...key } }) };
};

const keyAfter = (id: ServiceId, planned: ObjectValue): string => serviceKey(serviceIdOf(planned) ?? id);

/** Until when it holds matters to what is made; a live service has what it has. */
const withoutHoldings = (judgement: Judgement): Judgement => ({
  ...judgement,
  review: { ...judgement.review, holdings: [] },
});

const forkChanged = (text: string, lost: string | undefined): Diagnostic =>
  errorAt({
    summary: 'Fork key of a live service was changed',
    detail: [text, lost, 'Take the change back, or declare a second fork.']
      .filter((part) => part !== undefined)
      .join(' '),
    path: ['user_config'],
  });

const isProtected = errorAt({
  summary: 'Termination protection forbids the replacement',
  detail: 'Take the change back, or turn termination_protection off in a run of its own first.',
  path: ['termination_protection'],
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
