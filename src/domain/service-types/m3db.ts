import type { EngineVersion } from '../service-type';
import { customDomain, everyTypeKeys, privateAccess, publicAccess } from './common-keys';
import { fromLegacySchema, storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegionsDeprecated, forkSourceKeys } from './fork-keys';
import { forkPage, legacySchemaSource, newestIsDefault } from './sources';

const versions: readonly EngineVersion[] = [{ version: '1.1' }, { version: '1.2' }, { version: '1.5' }];

/** M3DB: no choice of recovery point. */
export const m3db = defineServiceType(() => ({
  name: 'm3db',
  title: 'M3DB',
  legacy: true,
  forkable: true,
  recovery: 'backup-only',
  versionKey: 'm3db_version',
  versions,
  defaultVersion: '1.5',
  userConfig: fromLegacySchema([
    ...forkSourceKeys,
    versionKey('m3db_version', versions, { summary: 'M3DB version.', nullable: true }),
    additionalBackupRegionsDeprecated,
    ...everyTypeKeys,
    privateAccess,
    publicAccess,
    customDomain,
    storedKey('limits', 'object', 'Limits of queries.'),
    storedKey('m3coordinator_enable_graphite_carbon_ingest', 'boolean', 'Accepts metrics in the Graphite format.'),
    storedKey('namespaces', 'array', 'Namespaces of metrics.'),
    storedKey('rules', 'object', 'Mapping rules.'),
  ]),
  sources: [legacySchemaSource, forkPage, newestIsDefault],
}));
