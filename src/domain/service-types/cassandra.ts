import type { EngineVersion } from '../service-type';
import { everyTypeKeys, privateAccess, publicAccess } from './common-keys';
import { fromLegacySchema, storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegionsDeprecated, backupTimeKeys, forkSourceKeys } from './fork-keys';
import { forkPage, legacySchemaSource, newestIsDefault } from './sources';

const versions: readonly EngineVersion[] = [{ version: '3', deprecated: true }, { version: '4' }, { version: '4.1' }];

/** Apache Cassandra: one backup a day, no choice of recovery point. */
export const cassandra = defineServiceType(() => ({
  name: 'cassandra',
  title: 'Apache Cassandra',
  legacy: true,
  forkable: true,
  recovery: 'backup-only',
  refusesFewerNodes: true,
  versionKey: 'cassandra_version',
  versions,
  defaultVersion: '4.1',
  userConfig: fromLegacySchema([
    ...forkSourceKeys,
    versionKey('cassandra_version', versions, { summary: 'Cassandra version.', nullable: true }),
    ...backupTimeKeys,
    additionalBackupRegionsDeprecated,
    ...everyTypeKeys,
    privateAccess,
    publicAccess,
    storedKey('cassandra', 'object', 'Settings of the engine.'),
    storedKey('migrate_sstableloader', 'boolean', 'Accepts data files by sstableloader; only at creation.', {
      createOnly: true,
    }),
    storedKey('service_to_join_with', 'string', 'Service to form a bigger cluster with; only at creation.', {
      createOnly: true,
      maxLength: 64,
      pattern: '^[a-z][-a-z0-9]{0,63}$',
    }),
  ]),
  sources: [legacySchemaSource, forkPage, newestIsDefault],
}));
