import * as z from 'zod/mini';
import { entry, list } from './entry';

/** One group of things in a manifest: what it is, how many, and their names (bounded, first ones first). */
export const manifestEntryShape = () =>
  entry({
    item: z.enum([
      'configuration',
      'databases',
      'service-users',
      'connection-pools',
      'roles',
      'grants',
      'integrations',
      'single-sign-on',
      'tags',
      'backups',
      'passwords',
      'ip-filter',
    ]),
    names: list(z.string()),
  });

/** One group of things in a manifest. */
export type ManifestEntry = z.infer<ReturnType<typeof manifestEntryShape>>;

/** What a fork copies from its source and what it does not. @see "Service forking", what is copied (read 2026-11-20) */
export interface Manifest {
  readonly copied: readonly ManifestEntry[];
  readonly notCopied: readonly ManifestEntry[];
  /** What the source had at the recovery point and has not any more; absent: nothing. */
  readonly returned?: readonly ManifestEntry[];
}
