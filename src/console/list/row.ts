import type { PagedServiceBody } from '../../api';
import type { EpochMs, Filterable } from '../../domain';

/** A service of the list, with what all rows are ordered and found by: read once. */
export interface Row {
  readonly service: PagedServiceBody;
  readonly createdAt: EpochMs;
  readonly newestBackupAt: EpochMs | null;
  readonly filterable: Filterable;
}
