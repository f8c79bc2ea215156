import type { EpochMs } from './time';

/** Where a fork came from, fixed when it was made: it stays true after the source is changed or gone. */
export interface Lineage {
  readonly sourceProject: string;
  readonly sourceService: string;
  /** Counts services that had this name before, from 1: a name can be used again after its service is terminated. */
  readonly sourceIncarnation: number;
  /** The instant whose state was restored: the recovery point really used. */
  readonly recoveryPoint: EpochMs;
  /** The base backup that was restored, or that the log was replayed onto. */
  readonly backupName: string;
  /** The cloud that the backup was read from. */
  readonly location: string;
  readonly role: 'primary' | 'secondary';
}
