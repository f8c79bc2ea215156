import type { Source } from '../source';

/** The published JSON schemas of `user_config`, one per service type. */
export const schemaSource: Source = {
  basis: 'schema',
  from: 'go-api-schemas, pkg/dist/service_types.yml (read 2026-11-20)',
};

/** The same schemas before the type was removed from them. */
export const legacySchemaSource: Source = {
  basis: 'schema',
  from: 'go-api-schemas, pkg/dist/service_types.yml, history of 2024-2026 (read 2026-11-20)',
};

/** A page of the vendor's documentation. */
export const documented = (page: string): Source => ({ basis: 'documented', from: `${page} (read 2026-11-20)` });

/** Something no document states. The reason says what it was concluded from. */
export const inferred = (reason: string): Source => ({ basis: 'inference', from: reason });

/** Which types can be forked, and what a fork copies. */
export const forkPage: Source = documented('documentation, Fork a service');

/** Cadence, retention and storage of backups. */
export const backupsPage: Source = documented('documentation, platform/concepts/service_backups');

/** The default version is the newest version on sale, as no document names it. */
export const newestIsDefault: Source = inferred(
  'default version: the newest version of the schema that is not deprecated',
);
