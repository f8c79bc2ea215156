import type { EngineVersion } from '../service-type';
import { accessKeys, customDomain, everyTypeKeys } from './common-keys';
import { fromLegacySchema, storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { forkPage, legacySchemaSource, newestIsDefault } from './sources';

const versions: readonly EngineVersion[] = [{ version: '7' }];

const keys = fromLegacySchema([
  ...forkSourceKeys,
  recoveryBasebackupName,
  versionKey('elasticsearch_version', versions, { summary: 'Elasticsearch major version.', nullable: true }),
  ...everyTypeKeys,
  ...accessKeys,
  customDomain,
  storedKey('disable_replication_factor_adjustment', 'boolean', 'Leaves replica counts as they are on several nodes.', {
    nullable: true,
  }),
  storedKey('elasticsearch', 'object', 'Settings of the engine.'),
  storedKey('index_patterns', 'array', 'How many indices of a pattern are kept.', { maxItems: 512 }),
  storedKey('index_template', 'object', 'Template of new indices.'),
  storedKey('keep_index_refresh_interval', 'boolean', 'Keeps the refresh interval of each index.'),
  storedKey('kibana', 'object', 'Settings of Kibana.'),
  storedKey('max_index_count', 'integer', 'Most indices kept; use index_patterns.', { minimum: 0 }),
]);

/** Elasticsearch, replaced by OpenSearch: all its keys were deprecated before it left the schema. */
export const elasticsearch = defineServiceType(() => ({
  name: 'elasticsearch',
  title: 'Elasticsearch',
  legacy: true,
  forkable: true,
  recovery: 'named-backup',
  versionKey: 'elasticsearch_version',
  versions,
  defaultVersion: '7',
  userConfig: keys.map((key) => ({ ...key, deprecated: true })),
  sources: [legacySchemaSource, forkPage, newestIsDefault],
}));
