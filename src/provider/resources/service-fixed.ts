import { attempt } from '../attempt';
import { attributePath, counted, holdsSecret, type LiveService, type ServiceId, serviceKey } from '../../domain';
import { refusalError } from '../../engine';
import {
  type ChangeRefusal,
  decideService,
  type Difference,
  latestTransactionText,
  sameJson,
  type ServiceDecision,
  writtenText,
  refusedAttribute,
} from '../../planner';
import type { Forkcast } from '../client';
import { makeDiagnostic } from '../diagnostics';
import {
  type Diagnostic,
  isList,
  isNull,
  isWhollyKnown,
  type ObjectValue,
  type Path,
  type Value,
  warningAt,
} from '../protocol';
import { toJson, toText } from '../values';
import { integrationsIn } from './declared-service';
import { settingFacts } from './service-id';
import { priorService } from './service-prior';
import type { Judgement } from './service-review';
import { readSettings } from './setting-groups';

/** A change of a live service: what the state holds, what is planned, and what is known. */
interface LiveChange {
  readonly prior: ObjectValue;
  readonly planned: ObjectValue;
  readonly judgement: Judgement;
  readonly id: ServiceId | undefined;
}

/** What the planner makes of the change. Secrets are compared as the state has them. */
export const decideChange = (live: LiveChange): ServiceDecision => {
  const { request } = live.judgement;
  const userConfig = { ...request.userConfig, ...settingFacts(live.planned) };
  return decideService({ ...request, userConfig }, findLive(live));
};

/** As the registry shows it; as the state has it, where nothing is known of it. */
const findLive = ({ prior, planned, judgement, id }: LiveChange): LiveService => {
  const found = id === undefined ? undefined : judgement.facts?.services.get(serviceKey(id));
  const before = readSettings(prior);
  const type = toText(planned['service_type'] ?? null) ?? '';
  const secrets = [...new Set([...Object.keys(before), ...Object.keys(readSettings(planned))])]
    .filter((key) => holdsSecret(type, key))
    .map((key) => [key, toJson(before[key] ?? null)] as const);
  if (found !== undefined) return { ...found, userConfig: { ...found.userConfig, ...Object.fromEntries(secrets) } };
  const recorded = priorService(prior);
  return { ...recorded, userConfig: { ...recorded.userConfig, ...Object.fromEntries(secrets) } };
};

/** Where the resource has what differs. */
export const pathOfDifference = ({ attribute, after }: Difference): Path =>
  after === latestTransactionText ? ['latest_transaction'] : attributePath(attribute);

/** A refusal at the attribute that is at fault. `lost` says what a replacement would lose. */
export const refusalDiagnostic = (refusal: ChangeRefusal, id: ServiceId | undefined, lost?: string): Diagnostic => {
  const error = refusalError(id === undefined ? 'The service' : serviceKey(id), refusal);
  const path: Path = refusal.kind === 'protected' ? [refusedAttribute(refusal)] : pathOfDifference(refusal.changes[0]);
  const diagnostic = makeDiagnostic(error, refusalSummaries[refusal.kind], path);
  return lost === undefined ? diagnostic : { ...diagnostic, detail: `${lost} ${diagnostic.detail}` };
};

const refusalSummaries: Readonly<Record<ChangeRefusal['kind'], string>> = {
  'fork-changed': 'Fork key of a live service was changed',
  'fork-keys-added': 'Fork keys were added to a live service',
  renamed: 'Live service was renamed',
  'type-changed': 'A live service never changes its type',
  'fixed-changed': 'Setting is read only while a service is made',
  protected: 'Termination protection forbids the replacement',
};

/** What a service is asked to have while it is made, beside its settings. */
const creationOnly = ['project_vpc_id', 'static_ips', 'service_integrations'] as const;

/** What is read only while a service is made and is no setting of it: the planner does not know these. */
export const attachmentChanges = (live: LiveChange): Diagnostic[] =>
  creationOnly.flatMap((key) => {
    const change = attachmentChange(key, live);
    return change === undefined ? [] : [refusalDiagnostic({ kind: 'fixed-changed', changes: [change] }, live.id)];
  });

const attachmentChange = (
  key: (typeof creationOnly)[number],
  { prior, planned, judgement, id }: LiveChange,
): Difference | undefined => {
  const [kept, after] = [prior[key] ?? null, planned[key] ?? null];
  if (isNull(after) || !isWhollyKnown(after) || (isList(after) && after.length === 0)) return undefined;
  if (sameJson(toJson(kept), toJson(after)) || (key === 'service_integrations' && becomesReplica(after, judgement, id)))
    return undefined;
  const isNone = isNull(kept) || (isList(kept) && kept.length === 0);
  const before = isNone ? null : (writtenText(toJson(kept)) ?? null);
  return { what: 'fixed', attribute: key, key, before, after: writtenText(toJson(after)) ?? '' };
};

/** An imported replica: the state has no block yet, and the service follows the one that is written. */
const becomesReplica = (blocks: Value, { facts }: Judgement, id: ServiceId | undefined): boolean => {
  if (id === undefined) return false;
  const followed = facts?.services.get(serviceKey(id))?.replicaOf;
  return integrationsIn(blocks).every(
    ({ source }) => followed === serviceKey({ project: id.project, service: toText(source) ?? '' }),
  );
};

/** The block of a live replica that is taken out: what follows goes on following, though Terraform shows a change. */
export const staysReplica = ({ prior, planned, judgement, id }: LiveChange): readonly Diagnostic[] => {
  const before = integrationsIn(prior['service_integrations'] ?? null);
  const after = planned['service_integrations'] ?? null;
  if (id === undefined || before.length === 0 || !isWhollyKnown(after) || integrationsIn(after).length > 0) return [];
  const service = serviceKey(id);
  const live = judgement.facts?.services.get(service);
  if (live === undefined || live.replicaOf === null) return [];
  const found = live.integrations.find(({ peer, end }) => end === 'destination' && peer === live.replicaOf);
  const detail =
    `service_integrations is read only while a service is made: without it, ${service} goes on following ${live.replicaOf}, and this ` +
    'update changes nothing of it. To make it a service of its own, with what it holds, delete that integration:\n' +
    `  forkcast service integration-delete ${found?.id ?? 'ID'} --project ${id.project}\n` +
    'To keep the replica, put the block back.';
  return [warningAt({ summary: 'The service stays a replica', detail, path: ['service_integrations'] })];
};

/** What a service holds and would lose, as a sentence; undefined where it cannot be asked. */
export const describeLoss = async ({ registry }: Forkcast, id: ServiceId): Promise<string | undefined> => {
  const held = await attempt(async () => registry?.contents(id.project, id.service), undefined);
  if (held === undefined) return undefined;
  const parts = [
    counted(held.row_count, 'row'),
    counted(held.databases.length, 'database'),
    counted(held.users.length, 'user'),
    counted(held.connection_pools.length, 'connection pool'),
  ];
  return `What ${serviceKey(id)} holds would be lost: ${parts.join(', ')}, with everything written since it was made.`;
};
