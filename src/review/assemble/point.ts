import {
  minuteMs,
  secondMs,
  toRfc3339,
  unreachable,
  type CardNewestPoint,
  type CardPoint,
  type EpochMs,
  type Lineage,
  type RecoveryTarget,
  type ServiceFacts,
} from '../../domain';
import {
  newestPoints,
  recoveryPointOf,
  recoveryTargetOf,
  restoredBackup,
  servingRole,
  staysLive,
  type Subject,
} from '../../rules';
import { durationWords } from '../render/duration-words';

/** The recovery point of a fork: the one it was made from, else the one that it asks for, as far as that can be foretold. */
export const describePoint = (subject: Subject): CardPoint => {
  const now = subject.now.known ? subject.now.value : undefined;
  const lineage = staysLive(subject) ? subject.existing?.lineage : null;
  if (lineage) return madePoint(lineage, now);
  const target = recoveryTargetOf(subject);
  if (target.kind === 'stopped') return { ...nothing, sentence: 'What it asks to be restored to is not known.' };
  if (subject.source.kind === 'live' && now !== undefined) {
    return servedPoint(target.value, subject, { service: subject.source.service, now });
  }
  const at = target.value.kind === 'time' ? target.value.time.at : undefined;
  return {
    ...nothing,
    asked: target.value.kind,
    ...writeTimes(at, now),
    backupName: target.value.kind === 'backup' ? target.value.backupName : null,
    sentence: `${askedWords(target.value)}${ageWords(at, now)}; whether its source holds that is not known.`,
  };
};

const nothing = {
  asked: 'unknown',
  at: null,
  ageSeconds: null,
  backupName: null,
  location: null,
  role: null,
} as const;

const madePoint = (lineage: Lineage, now: EpochMs | undefined): CardPoint => ({
  asked: 'time',
  ...writeTimes(lineage.recoveryPoint, now),
  backupName: lineage.backupName,
  location: lineage.location,
  role: lineage.role,
  sentence: `It was made already, with the state of ${toRfc3339(lineage.recoveryPoint)}${ageWords(lineage.recoveryPoint, now)}.`,
});

const servedPoint = (
  target: RecoveryTarget,
  subject: Subject,
  { service, now }: { readonly service: ServiceFacts; readonly now: EpochMs },
): CardPoint => {
  const role = servingRole(subject, service, { target, now });
  const backup = restoredBackup(service, target, { role, now });
  const at = recoveryPointOf(subject, service, target, { role, now });
  const location =
    role === 'secondary' ? service.backupRegion.cloud : (backup?.location ?? service.backups.at(-1)?.location ?? null);
  const from = location === null ? '' : `, read from ${location}`;
  const newest = listNewest(target, subject, { service, role, now });
  return {
    asked: target.kind,
    ...writeTimes(at, now),
    backupName: backup?.name ?? (target.kind === 'backup' ? target.backupName : null),
    location,
    role,
    ...(newest.length === 0 ? {} : { newest }),
    sentence:
      backup === undefined
        ? `${askedWords(target)}${ageWords(at, now)}; no backup that leads there can be read${from === '' ? '' : ` in ${location}`}.`
        : `${askedWords(target)}${ofWords(target, at)}${ageWords(at, now)}${from}.${lossWords(target, newest)}`,
  };
};

const ofWords = ({ kind }: RecoveryTarget, at: EpochMs | undefined): string =>
  at === undefined || kind === 'time' ? '' : `, of ${toRfc3339(at)}`;

/** For a type with a log that is asked for its newest state, of which there are two. */
const listNewest = (
  { kind }: RecoveryTarget,
  subject: Subject,
  {
    service,
    ...serving
  }: { readonly service: ServiceFacts; readonly role: 'primary' | 'secondary'; readonly now: EpochMs },
): readonly CardNewestPoint[] => {
  const hasLog = subject.type.known && subject.type.value?.recovery === 'point-in-time';
  if (!hasLog || (kind !== 'latest-backup' && kind !== 'latest-transaction')) return [];
  return newestPoints(subject, service, serving).map(({ target, at, lostMs }) => ({
    target,
    at: toRfc3339(at),
    lostMinutes: lostMs === undefined ? null : Math.ceil(lostMs / minuteMs),
  }));
};

/** What is lost where the log itself cannot be read to its end: of a lost region, or from the copies. */
const lossWords = ({ kind }: RecoveryTarget, newest: readonly CardNewestPoint[]): string => {
  const [latest, backup] = newest;
  if (latest?.target !== 'latest-transaction' || latest.lostMinutes === null || latest.lostMinutes === 0) return '';
  if (kind === 'latest-transaction') return ` It misses ${minutesText(latest.lostMinutes)} of what was written.`;
  const other = backup?.lostMinutes ?? null;
  return other === null
    ? ''
    : ` The latest transaction, of ${latest.at}, would miss ${minutesText(latest.lostMinutes)}; this may miss ${minutesText(other)}.`;
};

const minutesText = (minutes: number): string => (minutes === 0 ? 'nothing' : durationWords(minutes * minuteMs));

const writeTimes = (at: EpochMs | undefined, now: EpochMs | undefined): Pick<CardPoint, 'at' | 'ageSeconds'> => ({
  at: at === undefined ? null : toRfc3339(at),
  ageSeconds: at === undefined || now === undefined ? null : Math.round((now - at) / secondMs),
});

const ageWords = (at: EpochMs | undefined, now: EpochMs | undefined): string => {
  if (at === undefined || now === undefined) return '';
  return at <= now ? `, ${durationWords(now - at)} old` : `, ${durationWords(at - now)} in the future`;
};

const askedWords = (target: RecoveryTarget): string => {
  switch (target.kind) {
    case 'latest-backup':
      return 'The newest backup';
    case 'time':
      return `The state of ${toRfc3339(target.time.at)}`;
    case 'backup':
      return `Backup ${target.backupName}`;
    case 'latest-transaction':
      return 'The newest transaction';
    default:
      return unreachable(target);
  }
};
