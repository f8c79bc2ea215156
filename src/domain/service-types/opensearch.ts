import type { EngineVersion } from '../service-type';
import { accessKeys, customDomain, everyTypeKeys } from './common-keys';
import { ssoKey, storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegions, forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { backupsPage, documented, forkPage, newestIsDefault, schemaSource } from './sources';

const versions: readonly EngineVersion[] = [
  { version: '1', deprecated: true },
  { version: '2', deprecated: true },
  { version: '2.19' },
  { version: '3.3' },
  { version: '3.6' },
];

const customSecrets = ['access_key', 'secret_key', 'key', 'sas_token', 'credentials'];

/** Those of the names that Terraform cannot spell, and what they stand in. */
const dottedFields = {
  'cluster.filecache.remote_data_ratio': 'number',
  'cluster.remote_store': {
    'state.global_metadata.upload_timeout': 'string',
    'state.metadata_manifest.upload_timeout': 'string',
    'translog.buffer_interval': 'string',
    'translog.max_readers': 'integer',
  },
  'cluster.routing.allocation.balance.prefer_primary': 'boolean',
  'cluster.search.request.slowlog': { level: 'string', threshold: {} },
  'node.search.cache.size': 'string',
  remote_store: {
    'segment.pressure.bytes_lag.variance_factor': 'number',
    'segment.pressure.consecutive_failures.limit': 'integer',
    'segment.pressure.enabled': 'boolean',
    'segment.pressure.time_lag.variance_factor': 'number',
  },
  'search.insights.top_queries': { cpu: {}, latency: {}, memory: {} },
  segrep: {
    'pressure.checkpoint.limit': 'integer',
    'pressure.enabled': 'boolean',
    'pressure.replica.stale.limit': 'number',
    'pressure.time.limit': 'string',
  },
} as const;

/** OpenSearch: hourly and daily backups, no instant in between. */
export const opensearch = defineServiceType(() => ({
  name: 'opensearch',
  title: 'OpenSearch',
  forkable: true,
  recovery: 'named-backup',
  backupRegion: 'supported',
  forkNotOlder: true,
  alsoForkedFrom: ['elasticsearch'],
  versionKey: 'opensearch_version',
  versions,
  defaultVersion: '3.6',
  tiersNotForkable: ['free', 'developer'],
  tiersNotForkTarget: ['free', 'developer'],
  userConfig: [
    ...forkSourceKeys,
    recoveryBasebackupName,
    versionKey('opensearch_version', versions, { summary: 'OpenSearch version.', nullable: true }),
    additionalBackupRegions,
    ssoKey(
      'saml',
      'object',
      'Single sign-on by SAML: enabled, the two entity ids, metadata address, keys of roles and subject.',
    ),
    ssoKey('openid', 'object', 'Single sign-on by OpenID Connect: enabled, client, address of the identity provider.', {
      secretFields: ['client_secret'],
    }),
    ssoKey('jwt', 'object', 'Sign-on by JSON web tokens: enabled, signing key, header, keys of roles and subject.', {
      secretFields: ['signing_key'],
    }),
    ...everyTypeKeys,
    ...accessKeys,
    customDomain,
    storedKey('custom_keystores', 'array', 'Keys to stores of snapshots.', {
      maxItems: 10,
      secretFields: customSecrets,
    }),
    storedKey('custom_repos', 'array', 'Stores of snapshots.', { maxItems: 10, secretFields: customSecrets }),
    storedKey('azure_migration', 'object', 'Snapshot in Azure storage to restore from.', {
      secretFields: ['key', 'sas_token'],
    }),
    storedKey(
      'disable_replication_factor_adjustment',
      'boolean',
      'Leaves replica counts as they are on several nodes.',
      {
        nullable: true,
      },
    ),
    storedKey('gcs_migration', 'object', 'Snapshot in Google Cloud Storage to restore from.', {
      secretFields: ['credentials'],
    }),
    storedKey('index_patterns', 'array', 'How many indices of a pattern are kept.', { maxItems: 512 }),
    storedKey('index_rollup', 'object', 'Settings of index rollups.'),
    storedKey('index_template', 'object', 'Template of new indices.'),
    storedKey('keep_index_refresh_interval', 'boolean', 'Keeps the refresh interval of each index.'),
    storedKey('max_index_count', 'integer', 'Most indices kept; use index_patterns.', { minimum: 0, deprecated: true }),
    storedKey('opensearch', 'object', 'Settings of opensearch.yml.', {
      fields: dottedFields,
      secretFields: ['email_sender_password'],
    }),
    storedKey('opensearch_dashboards', 'object', 'Settings of OpenSearch Dashboards.'),
    storedKey('s3_migration', 'object', 'Snapshot in S3 to restore from.', {
      secretFields: ['access_key', 'secret_key'],
    }),
  ],
  sources: [
    schemaSource,
    forkPage,
    backupsPage,
    documented('documentation, products/opensearch: free and developer tiers have no forking, read as both directions'),
    documented('documentation, products/opensearch: Elasticsearch is migrated to OpenSearch by a fork'),
    documented('OpenSearch documentation, snapshots: a snapshot is restored into its version or a newer one'),
    newestIsDefault,
  ],
}));
