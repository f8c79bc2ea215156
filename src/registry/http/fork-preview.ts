import type { BodyOf, Contract } from '../../api';
import { given, minuteMs, planKey, toRfc3339, type Catalogue, type EpochMs } from '../../domain';
import type { CreateService } from '../commands';
import type { Preview, Registry, ServiceDetail } from '../registry';
import { windowBody } from './backup-bodies';
import { createCommand } from './service-answers';
import { lineageBody, manifestBody } from './service-body';
import { writeInstant } from './write-instant';

/** The create that a preview asks about: what it does not say is as in the source. */
export const previewCommand = (
  { facts: source }: ServiceDetail,
  { reader: _reader, project, user_config, from, latest_transaction, ...asked }: BodyOf<Contract['ForkPreview']>,
): CreateService => {
  const { recovery_target_time, recovery_basebackup_name, ...fork } = asked;
  const target = project ?? source.project;
  // From the secondary location the registry itself says what is not given.
  const like = (own: string): string | undefined => (from === 'secondary' ? undefined : own);
  return createCommand(target, {
    ...given({ ...fork, plan: fork.plan ?? like(source.plan), cloud: fork.cloud ?? like(source.cloud) }),
    service_type: source.type,
    service_name: fork.service_name ?? `${source.service.slice(0, 50)}-fork-preview`,
    user_config: {
      ...user_config,
      service_to_fork_from: source.service,
      ...(target === source.project ? {} : { project_to_fork_from: source.project }),
      ...given({ recovery_target_time, recovery_basebackup_name }),
    },
    forkcast: given({ from, latest_transaction }),
  });
};

/** One of the points that a fork can ask for without naming a time, and what it would miss of what was written. */
interface RecoveryChoice {
  readonly target: 'latest-transaction' | 'latest-backup';
  readonly at: EpochMs;
  /** Null: of a type without a log nobody can tell. */
  readonly lostMs: number | null;
  /** It has to be asked for, without plan and cloud: the primary location cannot be read. */
  readonly from?: 'secondary';
}

type Asks = Pick<Registry, 'preview' | 'status'>;

/**
 * The newest points that the same fork could hold, the one that loses least first; none for a type without a log. While the region of
 * the backups is down: those of the second region, whatever plan and cloud were asked for.
 */
export const recoveryChoices = (
  registry: Asks,
  source: ServiceDetail,
  {
    recovery_target_time: _time,
    recovery_basebackup_name: _name,
    latest_transaction: _latest,
    ...asked
  }: BodyOf<Contract['ForkPreview']>,
): readonly RecoveryChoice[] => {
  const choices = source.facts.windows?.length === 0 ? [] : listChoices(registry, source, asked);
  if (choices.length > 0 || asked.from !== undefined || !isStranded(registry, source)) return choices;
  const rescued = listChoices(registry, source, { ...asked, plan: null, cloud: null, from: 'secondary' });
  return rescued.map((choice) => ({ ...choice, from: 'secondary' }));
};

const listChoices = (
  registry: Asks,
  source: ServiceDetail,
  asked: BodyOf<Contract['ForkPreview']>,
): readonly RecoveryChoice[] => {
  const primary = source.facts.windows?.find(({ role }) => role === 'primary');
  const { now, recoveryDefault } = registry.status();
  const targets =
    recoveryDefault === 'latest'
      ? (['latest-transaction'] as const)
      : (['latest-transaction', 'latest-backup'] as const);
  return targets.flatMap((target) => {
    const preview = registry.preview(
      previewCommand(source, { ...asked, latest_transaction: target === 'latest-transaction' }),
    );
    const at = preview.kind === 'possible' ? preview.service.facts.lineage?.recoveryPoint : undefined;
    const lostMs = primary === undefined ? null : Math.max(0, (primary.latest ?? now) - (at ?? 0));
    return at === undefined ? [] : [{ target, at, lostMs }];
  });
};

/** Whether the cloud that keeps the backups is down. */
const isStranded = (registry: Asks, source: ServiceDetail): boolean =>
  registry.status().outages.includes(source.facts.backups.at(-1)?.location ?? source.facts.cloud);

/** What a fork would be: its manifest, its recovery point and its times; or why it would be refused. Windows are the source's. */
export const previewBody = (
  source: ServiceDetail,
  preview: Preview,
  choices: readonly RecoveryChoice[],
  registry: Pick<Registry, 'status' | 'catalogue'>,
) => ({
  source: { project: source.facts.project, service: source.facts.service, state: source.facts.state },
  windows: (source.facts.windows ?? []).map((window) => ({
    ...windowBody(window),
    ...(registry.status().outages.includes(window.location) ? { down: true } : {}),
  })),
  recovery_choices: choices.map(({ target, at, lostMs, from }) => ({
    target,
    recovery_point: toRfc3339(at),
    lost_minutes: lostMs === null ? null : Math.ceil(lostMs / minuteMs),
    ...given({ from }),
  })),
  ...(preview.kind === 'refused'
    ? { possible: false, refusals: [{ error_code: preview.refusal.code, message: preview.refusal.message }] }
    : { possible: true, refusals: [], ...forkBody(preview) }),
  ...comparison(source, preview, registry.catalogue()),
});

const forkBody = ({ at, service }: Extract<Preview, { kind: 'possible' }>) => ({
  lineage: service.facts.lineage === null ? null : lineageBody(service.facts.lineage),
  manifest: service.manifest === null ? null : manifestBody(service.manifest),
  estimate: {
    now: toRfc3339(at),
    running_at: writeInstant(service.facts.runningAt),
    first_backup_at: writeInstant(service.facts.firstBackupAt),
    seconds_to_running: secondsFrom(at, service.facts.runningAt),
    seconds_to_first_backup: secondsFrom(at, service.facts.firstBackupAt),
  },
  fork: {
    project: service.facts.project,
    service_name: service.facts.service,
    plan: service.facts.plan,
    cloud_name: service.facts.cloud,
    node_count: service.facts.nodes,
    disk_space_mb: service.facts.diskSpaceMb,
    data_size_mb: service.facts.dataSizeMb,
  },
});

/** How old the fork's state would be, and what its plan costs beside its source's. */
const comparison = (source: ServiceDetail, preview: Preview, { plans }: Catalogue) => {
  const made = preview.kind === 'possible' ? preview : undefined;
  const point = made?.service.facts.lineage?.recoveryPoint;
  const price = (service: ServiceDetail | undefined): number | null =>
    service === undefined
      ? null
      : (plans.get(planKey(service.facts.type, service.facts.plan))?.priceUsdPerHour ?? null);
  return {
    age_seconds: made === undefined || point === undefined ? null : (made.at - point) / 1_000,
    price: { source_usd_per_hour: price(source), fork_usd_per_hour: price(made?.service) },
  };
};

const secondsFrom = (from: EpochMs, to: EpochMs | null): number | null => (to === null ? null : (to - from) / 1_000);
