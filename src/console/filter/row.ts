import type { EpochMs } from '../../domain';

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
  /** Who holds it; null: nobody. */
  readonly heldBy: string | null;
  readonly region: { readonly cloud: string | null; readonly status: string; readonly lagSeconds: number | null };
  readonly windows: readonly {
    readonly role: string;
    readonly earliest: EpochMs | null;
    readonly latest: EpochMs | null;
  }[];
  readonly newestBackupAt: EpochMs | null;
  readonly backupCount: number;
  /** All that a word is looked for in, in lower case. */
  readonly words: string;
}
