import {
  known,
  secondMs,
  toRfc3339,
  unknown,
  type BackupFacts,
  type EpochMs,
  type Fact,
  type Facts,
  type RecoveryWindow,
  type ServiceFacts,
} from '../domain';
import { isDown } from './down';

/** A storage location of a service's backups. */
export type Role = RecoveryWindow['role'];

/** The cloud that keeps the normal backups: where the service was created, whatever became of it since. */
export const primaryLocationOf = (service: ServiceFacts): string =>
  service.backups.at(-1)?.location ??
  service.windows?.find(({ role }) => role === 'primary')?.location ??
  service.cloud;

/** The completed backups that can be read from one location, oldest first. */
export const readableBackups = (service: ServiceFacts, role: Role, now: EpochMs): readonly BackupFacts[] =>
  service.backups.filter(
    ({ completedAt, copy }) =>
      completedAt <= now &&
      (role === 'primary' ||
        (copy !== undefined && copy.cloud === service.backupRegion.cloud && (copy.replicatedAt ?? completedAt) <= now)),
  );

/**
 * What can be restored from one location, computed from the list of backups; `latest` is always set.
 * Known undefined: nothing is restorable there. Unknown: the lag of the copies is not published.
 * @see documentation, service forking and backup to another region (read 2026-11-20)
 */
export const computedWindow = (service: ServiceFacts, role: Role, now: EpochMs): Fact<RecoveryWindow | undefined> => {
  const readable = readableBackups(service, role, now);
  const earliest = readable[0]?.completedAt;
  if (earliest === undefined) return known(undefined);
  const end = service.poweredOffSince ?? now;
  if (role === 'primary') return known({ location: primaryLocationOf(service), role, earliest, latest: end });
  const { cloud, lagSeconds } = service.backupRegion;
  if (cloud === null) return known(undefined);
  if (typeof lagSeconds !== 'number') return unknown('not-published');
  return known({ location: cloud, role, earliest, latest: Math.min(end, now - lagSeconds * secondMs) });
};

/**
 * Whether the end of a service's log is not known: its cloud is down, nobody tells since when, and the control plane publishes no
 * windows. What was logged up to the newest backup is there all the same.
 */
export const isLogEndUnknown = (service: ServiceFacts, facts: Facts | undefined): boolean =>
  service.windows === null && (service.poweredOffSince ?? null) === null && isDown(service.cloud, facts);

/** What can be restored from one location: as the control plane published it, else computed. Never throws. */
export const recoveryWindow = (service: ServiceFacts, role: Role, now: EpochMs): Fact<ClosedWindow | undefined> => {
  const window =
    service.windows === null
      ? computedWindow(service, role, now)
      : known(service.windows.find((candidate) => candidate.role === role));
  if (!window.known) return window;
  const { value } = window;
  if (value === undefined || value.earliest === null) return known(undefined);
  return known({ ...value, earliest: value.earliest, latest: value.latest ?? now });
};

/** An instant and the ends of a window, as messages tell of them. */
export const timeAndWindow = (
  at: EpochMs,
  { earliest, latest }: ClosedWindow,
): Readonly<Record<'time' | 'earliest' | 'latest', string>> => ({
  time: toRfc3339(at),
  earliest: toRfc3339(earliest),
  latest: toRfc3339(latest),
});

/** A recovery window whose two ends are instants. */
interface ClosedWindow extends RecoveryWindow {
  readonly earliest: EpochMs;
  readonly latest: EpochMs;
}

/** The last instant that can be restored from one location; undefined: none, or nobody publishes it. Never throws. */
export const latestOf = (service: ServiceFacts, role: Role, now: EpochMs): EpochMs | undefined => {
  const window = recoveryWindow(service, role, now);
  return window.known ? window.value?.latest : undefined;
};
