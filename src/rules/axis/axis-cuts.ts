import type { EpochMs, Facts, ServiceFacts } from '../../domain';
import { hourlyRestorableSince } from '../backup-retention';
import { latestOf } from '../recovery-window';

/**
 * The instants from which a restore may be judged otherwise than just before them, as far as the facts of its source tell: its backups,
 * the ends of its windows, its beginning, changes of its version, its power and of who may log in, and now. Ascending, once each.
 */
export const axisCuts = (service: ServiceFacts, { now }: Pick<Facts, 'now'>): readonly EpochMs[] => {
  const ends = (['primary', 'secondary'] as const).flatMap((role) => latestOf(service, role, now) ?? []);
  const held = [service.access?.from, ...(service.access?.changes ?? []).map(({ at }) => at)];
  const marks = [service.createdAt, service.poweredOffSince, service.versionChangedAt, service.runningAt, ...held];
  const newest = service.backups.at(-1)?.completedAt;
  const cuts = [
    ...service.backups.map(({ completedAt }) => completedAt),
    ...(newest === undefined ? [] : [newest + 1, hourlyRestorableSince(service, now)]),
    ...marks.flatMap((at) => (at === undefined || at === null ? [] : [at, at + 1])),
    ...ends.flatMap((at) => [at, at + 1]),
    now,
    now + 1,
  ];
  return [...new Set(cuts)].sort((a, b) => a - b);
};
