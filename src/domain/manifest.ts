/** One group of things in a manifest: what it is, how many, and their names (bounded, first ones first). */
export interface ManifestEntry {
  readonly item:
    | 'configuration'
    | 'databases'
    | 'service-users'
    | 'connection-pools'
    | 'integrations'
    | 'single-sign-on'
    | 'tags'
    | 'backups'
    | 'passwords'
    | 'ip-filter';
  readonly names: readonly string[];
}

/** What a fork copies from its source and what it does not. @see "Service forking", what is copied (read 2026-11-20) */
export interface Manifest {
  readonly copied: readonly ManifestEntry[];
  readonly notCopied: readonly ManifestEntry[];
  /** What the source had at the recovery point and has not any more; absent: nothing. */
  readonly returned?: readonly ManifestEntry[];
}
