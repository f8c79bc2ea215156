import type { EpochMs } from '../domain';

/** An interval of time, both ends in it. */
export interface Span {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** A stretch in which a location was not there, or nothing reached it. */
export interface Gap extends Span {
  readonly reason: string;
}

/** A completed base backup in one location. */
interface BackupMark {
  readonly name: string;
  readonly at: EpochMs;
  /** Null: not known. */
  readonly sizeBytes: number | null;
}

/** What one backup location holds. */
export interface Lane {
  readonly role: 'primary' | 'secondary';
  readonly location: string;
  /** What can be restored from there; null: nothing. */
  readonly window: Span | null;
  /** Only the instants of its backups can be restored. */
  readonly backupsOnly: boolean;
  readonly backups: readonly BackupMark[];
  readonly gaps: readonly Gap[];
  /** Of a second location: how far it is behind; null: not known. */
  readonly lagSeconds: number | null;
}

/** A fork, from the instant that it holds on. */
export interface ForkMark {
  readonly project: string;
  readonly name: string;
  readonly incarnation: number;
  readonly cloud: string;
  readonly at: EpochMs;
  readonly role: 'primary' | 'secondary';
  /** Null: it lives. */
  readonly endedAt: EpochMs | null;
}

/** Something that happened to the service at one instant. */
interface EventMark {
  readonly at: EpochMs;
  readonly words: string;
}

/** All that the axis of one service shows. */
export interface Story {
  readonly service: string;
  readonly now: EpochMs;
  readonly createdAt: EpochMs;
  readonly lanes: readonly Lane[];
  readonly lag: readonly { readonly at: EpochMs; readonly seconds: number }[];
  readonly forks: readonly ForkMark[];
  readonly events: readonly EventMark[];
  /** The oldest part of the window goes at `until`; null: not known. */
  readonly held: { readonly from: EpochMs; readonly until: EpochMs } | null;
}

/** Whether a location holds an instant. */
export const holdsInstant = ({ window, backupsOnly, backups }: Lane, at: EpochMs): boolean => {
  if (window === null || at < window.from || at > window.to) return false;
  return !backupsOnly || backups.some((backup) => Math.abs(backup.at - at) < 1000);
};

/** The newest backup at or before an instant, from which it is restored. */
export const findBaseBackup = ({ backups }: Lane, at: EpochMs): BackupMark | undefined =>
  backups.reduce<BackupMark | undefined>(
    (best, backup) => (backup.at <= at && (best === undefined || backup.at > best.at) ? backup : best),
    undefined,
  );
