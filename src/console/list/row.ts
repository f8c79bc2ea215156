import type { EpochMs, Filterable } from '../../domain';

/** What a list shows of one service. */
export interface Row {
  readonly project: string;
  readonly name: string;
  readonly type: string;
  readonly plan: string;
  readonly cloud: string;
  readonly state: string;
  readonly percent: number | null;
  readonly phase: string | null;
  readonly createdAt: EpochMs;
  readonly source: { readonly project: string; readonly service: string; readonly at: EpochMs } | null;
  readonly replicaOf: string | null;
  /** The second backup region; null: none, or not told. */
  readonly region: string | null;
  readonly windows: readonly {
    readonly role: string;
    readonly earliest: EpochMs | null;
    readonly latest: EpochMs | null;
  }[];
  readonly newestBackupAt: EpochMs | null;
  readonly backupCount: number;
  /** What the filter finds it by. */
  readonly filterable: Filterable;
}
