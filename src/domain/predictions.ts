import type { Prediction } from './prediction';

/** Of what kind of request each rule foretells a refusal. Generated: `npm run build && npm run docs`. */
export const predictions: Readonly<Record<string, Prediction | undefined>> = {
  'naming/invalid-source-name': {
    scope: 'creation',
    asks: {
      any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
      about: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
    },
  },
  'naming/invalid-source-project': {
    scope: 'creation',
    asks: { any: ['user_config.project_to_fork_from'], about: ['user_config.project_to_fork_from'] },
  },
  'naming/invalid-service-name': { scope: 'settings' },
  'naming/unknown-service-type': { scope: 'settings' },
  'naming/unknown-setting': {
    scope: 'settings',
    asks: {
      lackedBeside: [
        'service_to_fork_from',
        'project_to_fork_from',
        'recovery_target_time',
        'recovery_basebackup_name',
        'additional_backup_regions',
      ],
    },
  },
  'naming/invalid-setting': { scope: 'settings', asks: { about: ['setting', 'fixed-setting'] } },
  'naming/invalid-tag': { scope: 'settings' },
  'source/project-without-source': {
    scope: 'creation',
    asks: {
      any: ['user_config.project_to_fork_from'],
      none: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
    },
  },
  'source/old-source-key': {
    scope: 'creation',
    asks: { any: ['user_config.pg_service_to_fork_from', 'user_config.pg_read_replica'] },
  },
  'source/type-not-forkable': {
    scope: 'creation',
    asks: {
      any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
      types: ['kafka', 'kafka_connect', 'kafka_mirrormaker', 'flink', 'thanos'],
    },
  },
  'source/not-found': {
    scope: 'creation',
    asks: {
      any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
      about: ['source-nowhere'],
    },
  },
  'source/type-mismatch': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'], about: ['fork'] },
  },
  'source/no-backup': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'source/persistence-off': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'source/read-replica': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'source/terminated': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'source/replica-and-fork': { scope: 'creation' },
  'source/replica-not-a-fork': {
    scope: 'creation',
    asks: { about: ['replica'], any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'source/replica-type-mismatch': {
    scope: 'creation',
    asks: {
      about: ['replica'],
      any: ['service_integrations'],
      none: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
    },
  },
  'source/circle': {
    scope: 'creation',
    asks: { siblings: true, any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'source/replica-version-differs': { scope: 'creation', asks: { about: ['replica'] } },
  'project/other-organization': { scope: 'creation', asks: { any: ['user_config.project_to_fork_from'] } },
  'project/source-in-other-project': {
    scope: 'creation',
    asks: {
      about: ['source-elsewhere'],
      any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
    },
  },
  'project/name-taken': { scope: 'creation', asks: { about: ['name'] } },
  'project/self-fork': {
    scope: 'creation',
    asks: {
      about: ['name-of-source'],
      any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
    },
  },
  'project/duplicate-name': { scope: 'settings', asks: { siblings: true } },
  'project/unknown-project': { scope: 'settings' },
  'project/second-free-service': { scope: 'settings' },
  'recovery/target-time-invalid': { scope: 'creation', asks: { any: ['user_config.recovery_target_time'] } },
  'recovery/target-time-without-source': {
    scope: 'creation',
    asks: { any: ['user_config.recovery_target_time', 'latest_transaction'] },
  },
  'recovery/target-time-unsupported': {
    scope: 'creation',
    asks: {
      types: [
        'opensearch',
        'valkey',
        'dragonfly',
        'grafana',
        'kafka',
        'kafka_connect',
        'kafka_mirrormaker',
        'flink',
        'thanos',
        'cassandra',
        'redis',
        'm3db',
        'influxdb',
        'elasticsearch',
      ],
      about: ['user_config.recovery_target_time', 'latest_transaction'],
      any: ['user_config.recovery_target_time', 'latest_transaction'],
    },
  },
  'recovery/backup-name-invalid': {
    scope: 'creation',
    asks: { any: ['user_config.recovery_basebackup_name'], about: ['user_config.recovery_basebackup_name'] },
  },
  'recovery/backup-name-without-source': { scope: 'creation', asks: { any: ['user_config.recovery_basebackup_name'] } },
  'recovery/target-time-in-future': { scope: 'creation', asks: { any: ['user_config.recovery_target_time'] } },
  'recovery/target-time-before-window': {
    scope: 'creation',
    asks: { any: ['user_config.recovery_target_time'], about: ['before-primary'] },
  },
  'recovery/target-time-after-window': {
    scope: 'creation',
    asks: { about: ['after-primary'], any: ['user_config.recovery_target_time', 'latest_transaction'] },
  },
  'recovery/backup-not-listed': {
    scope: 'creation',
    asks: { any: ['user_config.recovery_basebackup_name'], about: ['primary'] },
  },
  'recovery/clickhouse-point-in-time': {
    scope: 'creation',
    asks: {
      about: ['user_config.recovery_target_time', 'latest_transaction'],
      any: ['user_config.recovery_target_time', 'latest_transaction'],
      types: ['clickhouse'],
    },
  },
  'recovery/secondary-cloud-mismatch': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'recovery/secondary-plan-mismatch': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'recovery/secondary-point-unavailable': {
    scope: 'creation',
    asks: { about: ['secondary'], any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'recovery/location-without-source': { scope: 'creation', asks: { any: ['from'] } },
  'recovery/two-recovery-points': { scope: 'creation', asks: { any: ['latest_transaction'] } },
  'sizing/plan-unknown': { scope: 'settings' },
  'sizing/plan-not-in-cloud': { scope: 'settings' },
  'sizing/fewer-nodes-than-source': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'sizing/tier-not-a-fork-target': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'sizing/source-tier-not-forkable': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'sizing/free-plan-cloud-choice': { scope: 'creation' },
  'sizing/disk-below-data': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'] },
  },
  'sizing/disk-not-orderable': { scope: 'settings' },
  'sizing/version-differs': {
    scope: 'creation',
    asks: {
      about: ['fork'],
      any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
      types: ['pg', 'mysql', 'alloydbomni'],
    },
  },
  'sizing/variant-differs': { scope: 'creation', asks: { about: ['fork'], any: ['user_config.variant'] } },
  'sizing/disk-below-live-data': { scope: 'lifecycle' },
  'sizing/fewer-nodes-than-live': { scope: 'lifecycle' },
  'sizing/version-older-than-source': {
    scope: 'creation',
    asks: {
      about: ['fork'],
      any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
      types: ['opensearch'],
    },
  },
  'sizing/plan-missing': { scope: 'settings' },
  'placement/backup-region-invalid': { scope: 'settings', asks: { any: ['user_config.additional_backup_regions'] } },
  'placement/cloud-unknown': { scope: 'settings' },
  'placement/backup-region-other-provider': {
    scope: 'settings',
    asks: { any: ['user_config.additional_backup_regions'] },
  },
  'placement/backup-region-same-cloud': { scope: 'settings', asks: { any: ['user_config.additional_backup_regions'] } },
  'placement/backup-region-changed-recently': {
    scope: 'lifecycle',
    asks: { any: ['user_config.additional_backup_regions'] },
  },
  'placement/backup-region-unsupported': {
    scope: 'settings',
    asks: { any: ['user_config.additional_backup_regions'] },
  },
  'placement/cloud-down': { scope: 'settings', asks: { about: ['place'] } },
  'placement/backup-location-down': {
    scope: 'creation',
    asks: { any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'], about: ['primary'] },
  },
  'placement/backup-region-unknown': { scope: 'settings', asks: { any: ['user_config.additional_backup_regions'] } },
  'placement/network-not-simulated': { scope: 'creation' },
  'lifecycle/fork-key-changed': { scope: 'lifecycle', asks: { about: ['fork-key-of-fork'] } },
  'lifecycle/fork-keys-added': {
    scope: 'lifecycle',
    asks: {
      about: ['fork-key-added'],
      any: ['user_config.service_to_fork_from', 'user_config.pg_service_to_fork_from'],
    },
  },
  'lifecycle/replacement-protected': { scope: 'lifecycle' },
  'lifecycle/version-not-reachable': {
    scope: 'lifecycle',
    asks: {
      about: ['not-running'],
      any: [
        'user_config.pg_version',
        'user_config.mysql_version',
        'user_config.opensearch_version',
        'user_config.clickhouse_version',
        'user_config.valkey_version',
        'user_config.grafana_version',
        'user_config.kafka_version',
        'user_config.flink_version',
        'user_config.cassandra_version',
        'user_config.redis_version',
        'user_config.m3db_version',
        'user_config.elasticsearch_version',
        'user_config.alloydbomni_version',
      ],
    },
  },
  'lifecycle/setting-fixed': { scope: 'lifecycle', asks: { about: ['fixed-setting'] } },
};
