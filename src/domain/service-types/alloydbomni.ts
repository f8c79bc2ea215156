import type { EngineVersion } from '../service-type';
import { accessKeys, enableIpv6, everyTypeKeys } from './common-keys';
import { behaviourKey, fromLegacySchema, storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import {
  additionalBackupRegions,
  adminKeys,
  backupTimeKeys,
  forkSourceKeys,
  pgReadReplica,
  pgServiceToForkFrom,
  recoveryTargetTime,
} from './fork-keys';
import { inferred, legacySchemaSource, newestIsDefault } from './sources';

const versions: readonly EngineVersion[] = [{ version: '15' }];

/** AlloyDB Omni: PostgreSQL by another vendor, with point-in-time recovery. */
export const alloydbomni = defineServiceType(() => ({
  name: 'alloydbomni',
  title: 'AlloyDB Omni',
  legacy: true,
  forkable: true,
  recovery: 'point-in-time',
  forkKeepsMajorVersion: true,
  versionKey: 'alloydbomni_version',
  versions,
  defaultVersion: '15',
  defaultDatabase: 'defaultdb',
  hasConnectionPools: true,
  userConfig: fromLegacySchema([
    ...forkSourceKeys,
    recoveryTargetTime,
    pgServiceToForkFrom,
    pgReadReplica,
    versionKey('alloydbomni_version', versions, { summary: 'PostgreSQL major version.' }),
    behaviourKey('variant', 'string', 'Variant of the service, which decides the features at hand.', {
      nullable: true,
      values: ['aiven', 'timescale'],
    }),
    ...backupTimeKeys,
    additionalBackupRegions,
    ...adminKeys,
    ...everyTypeKeys,
    ...accessKeys,
    enableIpv6,
    storedKey('google_columnar_engine_enabled', 'boolean', 'Turns the columnar engine on.'),
    storedKey('google_columnar_engine_memory_size_percentage', 'integer', 'Share of memory for the columnar engine.', {
      minimum: 0,
      maximum: 50,
    }),
    storedKey('node_count', 'integer', 'Number of nodes, on plans that leave it open.', { nullable: true, minimum: 1 }),
    storedKey('pg', 'object', 'Settings of postgresql.conf.'),
    storedKey('pg_version', 'string', 'PostgreSQL major version.', { values: ['15'] }),
    storedKey('pgaudit', 'object', 'Settings of the pgaudit extension.'),
    storedKey('pgbouncer', 'object', 'Settings of the connection pooler.'),
    storedKey('pglookout', 'object', 'Settings of the failover monitor.'),
    storedKey('shared_buffers_percentage', 'number', 'Share of memory used for shared buffers.', {
      minimum: 20,
      maximum: 60,
    }),
    storedKey('synchronous_replication', 'string', 'Kind of synchronous replication.', { values: ['off', 'quorum'] }),
    storedKey('work_mem', 'integer', 'Memory of one query operation, in MB.', { minimum: 1, maximum: 1024 }),
  ]),
  sources: [
    legacySchemaSource,
    newestIsDefault,
    inferred('a fork keeps the major version: its backups are those of PostgreSQL'),
  ],
}));
