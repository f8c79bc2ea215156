import type { EpochMs } from '../domain';
import { describeLineage } from './describe-service';
import { instanceKey, isServiceEvent } from './events';
import type { EventEnvelope, ServiceEvent } from './events';
import { evolveService } from './evolve-service';
import type { HistoryEntry } from './lives';
import type { RegistryState, ServiceState, Span } from './state';
import { wholeLog, type StoreReader } from './store/event-store';

/** A time in which a service was as one of its events left it. */
export interface Phase {
  readonly from: EpochMs;
  /** Infinity: it is so. */
  readonly to: EpochMs;
  readonly state: ServiceState;
}

/** The life of a service, cut at each of its events. */
export const phasesOf = (reader: StoreReader, service: ServiceState): readonly Phase[] => {
  const phases: Phase[] = [];
  let state: ServiceState | undefined;
  const events = readEvents(reader, service);
  for (const [index, { at, event }] of events.entries()) {
    state = evolveService(state, event, at);
    phases.push({ from: at, to: events[index + 1]?.at ?? state.terminatedAt ?? Infinity, state });
  }
  return phases;
};

/** All that happened to a service, oldest first; outages are those of the clouds that it ran in or kept backups in then. */
export const historyOf = (
  reader: StoreReader,
  registry: RegistryState,
  service: ServiceState,
): readonly HistoryEntry[] => {
  const phases = phasesOf(reader, service);
  const told = readEvents(reader, service).flatMap(({ event, at }, index) => {
    const [before, after] = [phases[index - 1]?.state, phases[index]?.state];
    return after === undefined ? [] : tellEvent(event, at, before ?? after);
  });
  const entries = [...told, ...listSpans(phases), ...listOutages(registry, phases)];
  return entries.sort((a, b) => a.at - b.at);
};

const readEvents = (
  reader: StoreReader,
  service: ServiceState,
): readonly (EventEnvelope & { readonly event: ServiceEvent })[] =>
  reader.instanceEvents({ ...wholeLog(instanceKey(service)), kind: 'settings' }).flatMap((envelope) => {
    const { event } = envelope;
    return isServiceEvent(event) ? [{ ...envelope, event }] : [];
  });

const tellEvent = (event: ServiceEvent, at: EpochMs, before: ServiceState): readonly HistoryEntry[] => {
  switch (event.type) {
    case 'ServiceCreated':
    case 'ServiceForked': {
      const lineage = event.type === 'ServiceForked' ? describeLineage(event.source) : null;
      return [{ at, kind: 'created', type: event.serviceType, after: event.plan.name, cloud: event.cloud, lineage }];
    }
    case 'ServicePlanChanged': {
      const plan = { at, kind: 'plan', before: before.plan.name, after: event.plan.name } as const;
      const disk = { at, kind: 'disk', before: before.diskMb, after: event.diskMb } as const;
      return disk.before === disk.after ? [plan] : [plan, disk];
    }
    case 'ServiceDiskResized':
      return [{ at, kind: 'disk', before: before.diskMb, after: event.diskMb }];
    case 'ServiceCloudMigrated':
      return [{ at, kind: 'cloud', before: before.cloud, after: event.cloud }];
    case 'ServiceVersionUpgraded': {
      const version = before.userConfig[event.versionKey];
      return [{ at, kind: 'version', before: typeof version === 'string' ? version : null, after: event.version }];
    }
    case 'BackupRegionChanged':
      return [{ at, kind: 'backup-region', before: before.region.cloud, after: event.cloud }];
    case 'TerminationProtectionChanged':
      return [{ at, kind: 'protection', before: before.terminationProtection, after: event.enabled }];
    case 'ServiceDataRestored':
      return [{ at, kind: 'restored', backupName: event.backupName, recoveryPoint: event.recoveryPoint }];
    case 'ServiceOwnerChanged': {
      const { owner, by } = event;
      const label = { stack: owner?.label.stack ?? null, path: owner?.label.path ?? null };
      return [{ at, kind: 'owner', state: owner?.state ?? 'released', ...label, by }];
    }
    case 'ServiceTerminated':
      return [{ at, kind: 'ended', how: 'terminated' }];
    case 'ServiceRemoved':
      return [{ at: event.removedAt, kind: 'ended', how: 'removed' }];
    default:
      return [];
  }
};

/** Times in which it was off, or nothing was copied: a time ends with the life of the service too. */
const listSpans = (phases: readonly Phase[]): readonly HistoryEntry[] => {
  const isOff = ({ state }: Phase): boolean => state.terminatedAt === null && state.regimes.at(-1)?.powered === false;
  const isPaused = ({ state }: Phase): boolean => state.terminatedAt === null && state.copyPauses.at(-1)?.to === null;
  const spans = (holds: (phase: Phase) => boolean): readonly Span[] => {
    const found: Span[] = [];
    for (const phase of phases.filter(holds)) {
      const before = found.at(-1);
      const from = before?.to === phase.from ? before.from : phase.from;
      if (before?.to === phase.from) found.pop();
      found.push({ from, to: phase.to });
    }
    return found.map(({ from, to }) => ({ from, to: to === Infinity ? null : to }));
  };
  return [
    ...spans(isOff).map(({ from, to }) => ({ at: from, kind: 'power-off', until: to }) as const),
    ...spans(isPaused).map(({ from, to }) => ({ at: from, kind: 'copy-pause', until: to }) as const),
  ];
};

/** The clouds that a service depends on: where it runs, and where its backups and their copies are. */
export const cloudsOf = ({ cloud, location, region }: ServiceState): readonly string[] => [
  ...new Set([cloud, location, ...(region.cloud === null ? [] : [region.cloud])]),
];

const listOutages = ({ outages }: RegistryState, phases: readonly Phase[]): readonly HistoryEntry[] =>
  Object.entries(outages).flatMap(([cloud, spans]) =>
    spans
      .filter(({ from, to }) =>
        phases.some(
          (phase) =>
            phase.state.terminatedAt === null &&
            phase.from < (to ?? Infinity) &&
            phase.to > from &&
            cloudsOf(phase.state).includes(cloud),
        ),
      )
      .map(({ from, to }) => ({ at: from, kind: 'outage', cloud, until: to }) as const),
  );
