import * as z from 'zod/mini';
import { entry, Instant } from './entry';

/** Where a fork came from, fixed when it was made: it stays true after the source is changed or gone. */
export const Lineage = entry({
  sourceProject: z.string(),
  sourceService: z.string(),
  /** Counts services that had this name before, from 1: a name can be used again after its service is terminated. */
  sourceIncarnation: z.int(),
  /** The instant whose state was restored: the recovery point really used. */
  recoveryPoint: Instant,
  /** The base backup that was restored, or that the log was replayed onto. */
  backupName: z.string(),
  /** The cloud that the backup was read from. */
  location: z.string(),
  role: z.enum(['primary', 'secondary']),
});

/** Where a fork came from. */
export type Lineage = z.infer<typeof Lineage>;
