import { megabyte, type EpochMs, type JsonObject, type ServiceFacts } from '../../domain';
import type { ProgressPhase, ServiceDetail } from '../registry';
import type { OwnFacts } from '../own-facts';

/**
 * The nodes of a service, with progress only while they sync data. A service that is powered off has none; a fork has one until its
 * first backup is complete.
 * @see documentation, Fork a service: "the fork might initially have only one node"; restore_progress_updates (read 2026-11-20)
 */
export const nodeStates = (detail: ServiceDetail, now: EpochMs): readonly JsonObject[] => {
  if (detail.facts.state === 'POWEROFF') return [];
  const state = showState(detail);
  const updates = state === 'syncing_data' ? detail.phases.map((phase) => progressUpdate(detail, phase)) : [];
  return Array.from({ length: restoresOnOneNode(detail.facts, now) ? 1 : detail.facts.nodes }, (_, index) => ({
    name: `${detail.facts.service}-${index + 1}`,
    state,
    role: index === 0 ? 'master' : 'standby',
    availability_zone: `${detail.facts.cloud}-${'abc'.charAt(index % 3)}`,
    progress_updates: updates,
  }));
};

/** Until its first backup; what an upgrade makes it wait for is another one. */
const restoresOnOneNode = ({ lineage, state, firstBackupAt, versionChangedAt }: OwnFacts, now: EpochMs): boolean =>
  lineage !== null &&
  (versionChangedAt ?? null) === null &&
  state !== 'REBALANCING' &&
  (firstBackupAt === null ? state === 'REBUILDING' : firstBackupAt > now);

/** How far a service is, over all phases, and the phase it is in; both null when nothing is under way. */
export const summarizeProgress = ({
  facts: { state },
  phases,
}: {
  readonly facts: Pick<ServiceFacts, 'state'>;
  readonly phases: readonly ProgressPhase[];
}): { readonly percent: number | null; readonly phase: string | null } => {
  const current = phases.find((phase) => !phase.completed);
  if (current === undefined || state === 'RUNNING' || state === 'POWEROFF') return { percent: null, phase: null };
  const done = phases.filter((phase) => phase.completed).length * 100 + (current.percent ?? 0);
  return { percent: Math.round(done / phases.length), phase: current.phase };
};

const showState = (detail: ServiceDetail): string => {
  if (detail.facts.state === 'RUNNING') return 'running';
  const started = detail.phases.some((phase) => phase.completed || (phase.percent ?? 0) > 0);
  return started ? 'syncing_data' : 'setting_up_vm';
};

/** `min`, `max` and `current` are always there, null without a measure: a client indexes them. */
const progressUpdate = (detail: ServiceDetail, { phase, completed, percent }: ProgressPhase): JsonObject => {
  const bytes = phase === 'basebackup' ? detail.facts.dataSizeMb * megabyte : 100;
  return {
    phase,
    completed,
    min: percent === null ? null : 0,
    max: percent === null ? null : bytes,
    current: percent === null ? null : Math.round((bytes * percent) / 100),
    unit: chooseUnit(detail.facts.type, phase),
  };
};

const chooseUnit = (type: string, phase: ProgressPhase['phase']): string => {
  switch (phase) {
    case 'basebackup':
      return type === 'mysql' ? 'bytes_compressed' : 'bytes_uncompressed';
    case 'stream':
      return type === 'mysql' ? 'binlogs' : 'wal_lsn';
    case 'prepare':
    case 'finalize':
      return 'prepare_percent';
  }
};
