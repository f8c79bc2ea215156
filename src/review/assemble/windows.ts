import { secondMs, toRfc3339, type BackupFacts, type CardSpan, type CardWindow, type EpochMs } from '../../domain';
import type { RecoveryWindow, ServiceFacts, ServiceType } from '../../domain';
import { readableBackups, recoveryWindow } from '../../rules';

/** Backups of one location that are told; older ones are left out. */
const mostBackups = 60;

/** What each storage location of a live source can restore: the primary, and the second one when there is one. */
export const describeWindows = (
  service: ServiceFacts,
  { type, now }: { readonly type: ServiceType | undefined; readonly now: EpochMs },
): readonly CardWindow[] => {
  const roles: readonly RecoveryWindow['role'][] =
    service.backupRegion.cloud === null ? ['primary'] : ['primary', 'secondary'];
  return roles.map((role) => describeWindow(service, role, { type, now }));
};

const describeWindow = (
  service: ServiceFacts,
  role: RecoveryWindow['role'],
  { type, now }: { readonly type: ServiceType | undefined; readonly now: EpochMs },
): CardWindow => {
  const window = recoveryWindow(service, role, now);
  const readable = readableBackups(service, role, now);
  const instants = isAnyInstant(role, type) ? 'any' : 'backups';
  const span = instants === 'any' ? (window.known ? window.value : undefined) : findSpan(readable);
  const primary = readable[0]?.location ?? service.backups.at(-1)?.location ?? service.cloud;
  return {
    role,
    location: role === 'primary' ? primary : (service.backupRegion.cloud ?? ''),
    earliest: span === undefined ? null : toRfc3339(span.earliest),
    latest: span === undefined ? null : toRfc3339(span.latest),
    instants,
    lagSeconds: span === undefined ? null : Math.max(0, Math.round((now - span.latest) / secondMs)),
    backups: instants === 'any' ? [] : readable.slice(-mostBackups).map(({ completedAt }) => toRfc3339(completedAt)),
    gaps: role === 'primary' ? [] : findGaps(service.backups, readable, now),
  };
};

const findSpan = (
  backups: readonly BackupFacts[],
): { readonly earliest: EpochMs; readonly latest: EpochMs } | undefined => {
  const [first, last] = [backups[0], backups.at(-1)];
  return first === undefined || last === undefined
    ? undefined
    : { earliest: first.completedAt, latest: last.completedAt };
};

const isAnyInstant = (role: RecoveryWindow['role'], type: ServiceType | undefined): boolean =>
  type?.recovery === 'point-in-time' && (role === 'primary' || type.backupRegionPointInTime);

/** From the last backup that was copied to the next one that was, where some between were not; the newest may still come. */
const findGaps = (all: readonly BackupFacts[], copied: readonly BackupFacts[], now: EpochMs): readonly CardSpan[] => {
  const held = new Set(copied.map(({ name }) => name));
  const gaps: CardSpan[] = [];
  let last: BackupFacts | undefined;
  let missed = false;
  for (const backup of all.filter(({ completedAt }) => completedAt <= now)) {
    if (!held.has(backup.name)) {
      missed = last !== undefined;
      continue;
    }
    if (last !== undefined && missed)
      gaps.push({ from: toRfc3339(last.completedAt), to: toRfc3339(backup.completedAt) });
    last = backup;
    missed = false;
  }
  return gaps;
};
