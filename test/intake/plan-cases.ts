import type { JsonObject } from '../../src/domain';
import { call, planJson, ref, service, stateJson } from './plan-builder';

/** A plan kept as a file, and what Forkcast says of it with the facts of `plan-facts.ts`, or with none. */
export interface PlanCase {
  readonly file: string;
  readonly about: string;
  readonly json: JsonObject;
  /** Ids of errors and warnings, with the address: `rule at address`. */
  readonly findings: readonly string[];
  /** Facts of a control plane are at hand. @default true */
  readonly facts?: boolean;
}

const fork = (name: string, settings: JsonObject = {}, options: JsonObject = {}) =>
  service('pg', name, {
    cloud_name: 'google-europe-west1',
    ...options,
    user_config: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z', ...settings },
  });

const exoscale = (type: string, name: string, settings: JsonObject): JsonObject => ({
  ...{ name, type, plan: 'hobbyist-2', zone: 'ch-gva-2', termination_protection: true, timeouts: null },
  ...{ maintenance_dow: null, maintenance_time: null, opensearch: null, pg: null, valkey: null, [type]: settings },
});

const made = (address: string, after: JsonObject, more: JsonObject = {}) => ({ address, after, ...more });
const kept = (address: string, values: JsonObject) => ({ address, actions: ['no-op'], before: values, after: values });

const source = service('pg', 'source-pg', { user_config: { pg_version: '16' } });
const sourceName = (reference: string, block = 'pg_user_config'): JsonObject => ({
  [block]: [{ service_to_fork_from: ref(reference) }],
});

/** At least the shapes that teams really write: good ones first, then what goes wrong. */
export const planCases: readonly PlanCase[] = [
  {
    file: 'exoscale.json',
    about: "a reseller's services: what makes a fork is judged, and nothing is said of its zones and plans",
    json: planJson({
      resources: [
        made('exoscale_dbaas.logs', exoscale('opensearch', 'logs', { version: '2' })),
        {
          address: 'exoscale_dbaas.copy',
          after: exoscale('opensearch', 'copy', { fork_from_service: 'logs', version: '1' }),
          config: { opensearch: { fork_from_service: ref('exoscale_dbaas.logs.name') } },
        },
        made(
          'exoscale_database.late',
          exoscale('pg', 'late', { recovery_backup_time: 'yesterday', pg_settings: '{}' }),
        ),
        made('exoscale_dbaas.alone', exoscale('opensearch', 'alone', { recovery_backup_name: 'b' })),
        made('exoscale_dbaas.self', exoscale('opensearch', 'self', { fork_from_service: 'self' })),
        made('exoscale_dbaas.plain', exoscale('valkey', 'plain', { ip_filter: ['10.0.0.0/8'] })),
      ],
    }),
    facts: false,
    findings: [
      'project/self-fork at exoscale_dbaas.self',
      'recovery/backup-name-without-source at exoscale_dbaas.alone',
      'recovery/target-time-invalid at exoscale_database.late',
      'recovery/target-time-without-source at exoscale_database.late',
      'sizing/version-older-than-source at exoscale_dbaas.copy',
    ],
  },
  {
    file: 'published-sample.json',
    about: "the vendor's published fork sample: source and fork in one plan, and a cloud that does not exist",
    json: planJson({
      resources: [
        made(
          'aiven_pg.source_pg',
          service('pg', 'postgresql-source', { plan: 'startup-8', cloud_name: 'google-europe-west1' }),
        ),
        {
          address: 'aiven_pg.forked_pg',
          after: service('pg', 'postgresql-fork', {
            plan: 'startup-8',
            cloud_name: 'eu-central-1',
            user_config: { service_to_fork_from: 'postgresql-source' },
          }),
          config: sourceName('aiven_pg.source_pg.service_name'),
        },
      ],
    }),
    facts: false,
    findings: ['placement/cloud-unknown at aiven_pg.forked_pg'],
  },
  {
    file: 'pg-point-in-time.json',
    about: 'a fork of a live service at a time inside the window',
    json: planJson({
      resources: [
        kept('aiven_pg.source', source),
        { address: 'aiven_pg.fork', after: fork('pg-fork'), config: sourceName('aiven_pg.source.service_name') },
      ],
    }),
    findings: ['source/integrations-not-copied at aiven_pg.fork'],
  },
  {
    file: 'pg-time-before-window.json',
    about: 'a time that has left the window',
    json: planJson({
      resources: [made('aiven_pg.fork', fork('pg-fork', { recovery_target_time: '2026-10-01T00:00:00Z' }))],
    }),
    findings: [
      'recovery/target-time-before-window at aiven_pg.fork',
      'source/integrations-not-copied at aiven_pg.fork',
    ],
  },
  {
    file: 'pg-time-in-quotes-wrong.json',
    about: 'a time that is none',
    json: planJson({
      resources: [made('aiven_pg.fork', fork('pg-fork', { recovery_target_time: 'yesterday 14:00' }))],
    }),
    findings: ['recovery/target-time-invalid at aiven_pg.fork', 'source/integrations-not-copied at aiven_pg.fork'],
  },
  {
    file: 'pg-timestamp.json',
    about: 'a time that is another one on every run',
    json: planJson({
      resources: [
        {
          address: 'aiven_pg.fork',
          after: service('pg', 'pg-fork', { user_config: { service_to_fork_from: 'source-pg' } }),
          unknown: { pg_user_config: [{ recovery_target_time: true }] },
          config: { pg_user_config: [{ recovery_target_time: call }] },
        },
      ],
    }),
    findings: [
      'recovery/target-time-changes-every-run at aiven_pg.fork',
      'source/integrations-not-copied at aiven_pg.fork',
    ],
  },
  {
    file: 'pg-plantimestamp.json',
    about: 'an hour before the plan, computed by the plan',
    json: planJson({
      resources: [
        {
          address: 'aiven_pg.fork',
          after: fork('pg-fork', { recovery_target_time: '2026-11-20T07:00:07Z' }),
          config: { pg_user_config: [{ recovery_target_time: call }] },
        },
      ],
    }),
    findings: [
      'recovery/target-time-after-window at aiven_pg.fork',
      'recovery/target-time-changes-every-run at aiven_pg.fork',
      'source/integrations-not-copied at aiven_pg.fork',
    ],
  },
  {
    file: 'pg-data-source.json',
    about: 'a source that is only read, in another project than the fork',
    json: planJson({
      resources: [
        made(
          'data.aiven_pg.prod',
          service('pg', 'prod-pg', { project: 'production', user_config: { pg_version: '16' } }),
        ),
        {
          address: 'aiven_pg.fork',
          after: fork('pg-fork', { service_to_fork_from: 'prod-pg' }),
          config: sourceName('data.aiven_pg.prod.service_name'),
        },
      ],
    }),
    findings: ['project/source-in-other-project at aiven_pg.fork'],
  },
  {
    file: 'pg-fork-key-edited.json',
    about: 'another recovery time on a live fork: the provider destroys it',
    json: planJson({
      resources: [
        {
          address: 'aiven_pg.fork',
          actions: ['delete', 'create'],
          before: fork('live-fork'),
          after: fork('live-fork', { recovery_target_time: '2026-11-18T06:00:00Z' }),
          replacePaths: [['pg_user_config', 0, 'recovery_target_time']],
          why: 'replace_because_cannot_update',
        },
      ],
    }),
    findings: ['lifecycle/fork-key-changed at aiven_pg.fork', 'source/integrations-not-copied at aiven_pg.fork'],
  },
  {
    file: 'pg-fork-keys-added.json',
    about: 'fork keys added to production',
    json: planJson({
      resources: [
        {
          address: 'aiven_pg.prod',
          actions: ['delete', 'create'],
          before: service('pg', 'crm-pg', { user_config: { pg_version: '16' } }),
          after: fork('crm-pg'),
          replacePaths: [
            ['pg_user_config', 0, 'service_to_fork_from'],
            ['pg_user_config', 0, 'recovery_target_time'],
          ],
          why: 'replace_because_cannot_update',
        },
      ],
    }),
    facts: false,
    findings: ['lifecycle/fork-keys-added at aiven_pg.prod'],
  },
  {
    file: 'pg-source-renamed.json',
    about: 'a source is renamed, and the fork that refers to it goes down with it',
    json: planJson({
      resources: [
        {
          address: 'aiven_pg.source',
          actions: ['delete', 'create'],
          before: source,
          after: { ...source, service_name: 'orders-pg' },
          replacePaths: [['service_name']],
          why: 'replace_because_cannot_update',
        },
        {
          address: 'aiven_pg.fork',
          actions: ['delete', 'create'],
          before: fork('live-fork'),
          after: fork('live-fork', { service_to_fork_from: 'orders-pg' }),
          replacePaths: [['pg_user_config', 0, 'service_to_fork_from']],
          config: sourceName('aiven_pg.source.service_name'),
          why: 'replace_because_cannot_update',
        },
      ],
    }),
    facts: false,
    findings: ['lifecycle/destroyed-and-remade at aiven_pg.source', 'lifecycle/replaced-with-source at aiven_pg.fork'],
  },
  {
    file: 'pg-source-destroyed.json',
    about: 'a rename by fork in one plan: the old service is destroyed while its fork is made',
    json: planJson({
      resources: [
        { address: 'aiven_pg.old', actions: ['delete'], before: source, why: 'delete_because_no_resource_config' },
        made('aiven_pg.new', fork('orders-pg')),
      ],
    }),
    findings: ['source/destroyed-in-same-run at aiven_pg.new', 'source/integrations-not-copied at aiven_pg.new'],
  },
  {
    file: 'pg-protected-replaced.json',
    about: 'a protected service that the plan replaces: the run stops half-way',
    json: planJson({
      resources: [
        {
          address: 'aiven_pg.fork',
          actions: ['delete', 'create'],
          before: { ...fork('live-fork'), termination_protection: true },
          after: { ...fork('live-fork', { service_to_fork_from: 'billing-pg' }), termination_protection: true },
          replacePaths: [['pg_user_config', 0, 'service_to_fork_from']],
        },
      ],
    }),
    facts: false,
    findings: ['lifecycle/fork-key-changed at aiven_pg.fork', 'lifecycle/replacement-protected at aiven_pg.fork'],
  },
  {
    file: 'pg-protected-destroyed.json',
    about: 'a protected service that the plan destroys',
    json: planJson({
      resources: [
        {
          address: 'aiven_pg.fork',
          actions: ['delete'],
          before: { ...fork('live-fork'), termination_protection: true },
        },
      ],
    }),
    facts: false,
    findings: ['lifecycle/replacement-protected at aiven_pg.fork'],
  },
  {
    file: 'pg-moved.json',
    about: 'a fork whose block was moved: nothing happens to it',
    json: planJson({
      resources: [{ ...kept('aiven_pg.rehearsal', fork('live-fork')), previousAddress: 'aiven_pg.fork' }],
    }),
    facts: false,
    findings: [],
  },
  {
    file: 'pg-imported.json',
    about: 'a live fork that is imported',
    json: planJson({
      resources: [{ ...kept('aiven_pg.fork', fork('live-fork')), importing: { id: 'demo/live-fork' } }],
    }),
    findings: [],
  },
  {
    file: 'pg-modules-count.json',
    about: 'a module called twice, each with its own source and fork',
    json: planJson({
      resources: [0, 1].flatMap((index) => [
        made(`module.team[${index}].aiven_pg.source`, service('pg', `team-${index}`)),
        {
          address: `module.team[${index}].aiven_pg.fork`,
          after: fork(`team-${index}-fork`, { service_to_fork_from: `team-${index}`, recovery_target_time: null }),
          config: sourceName('aiven_pg.source.service_name'),
        },
      ]),
    }),
    facts: false,
    findings: [],
  },
  {
    file: 'pg-for-each.json',
    about: 'forks of one source into several regions, one of which does not exist',
    json: planJson({
      resources: [
        kept('aiven_pg.source', source),
        ...['google-europe-west4', 'europe-west9'].map((region) => ({
          address: `aiven_pg.fork["${region}"]`,
          after: fork(`fork-${region}`, {}, { cloud_name: region }),
          config: { ...sourceName('aiven_pg.source.service_name'), cloud_name: ref('each.key') },
        })),
      ],
    }),
    findings: [
      'placement/cloud-unknown at aiven_pg.fork["europe-west9"]',
      'source/integrations-not-copied at aiven_pg.fork["europe-west9"]',
      'source/integrations-not-copied at aiven_pg.fork["google-europe-west4"]',
    ],
  },
  {
    file: 'pg-constant-name-count.json',
    about: 'a count with a constant name',
    json: planJson({ resources: [0, 1].map((index) => made(`aiven_pg.fork[${index}]`, fork('pg-fork'))) }),
    facts: false,
    findings: ['project/duplicate-name at aiven_pg.fork[0]', 'project/duplicate-name at aiven_pg.fork[1]'],
  },
  {
    file: 'pg-unknown-name.json',
    about: 'a source whose name is decided at apply',
    json: planJson({
      resources: [
        {
          address: 'aiven_pg.source',
          after: { ...service('pg', ''), service_name: null },
          unknown: { service_name: true },
          config: { service_name: ref('random_pet.name.id') },
        },
        {
          address: 'aiven_pg.fork',
          after: service('pg', 'pg-fork', { user_config: { recovery_target_time: '2026-11-19T12:00:00Z' } }),
          unknown: { pg_user_config: [{ service_to_fork_from: true }] },
          config: sourceName('aiven_pg.source.service_name'),
        },
      ],
    }),
    findings: [],
  },
  {
    file: 'pg-literal-source.json',
    about: 'the name of a source of the same plan in quotes',
    json: planJson({
      resources: [
        made('aiven_pg.source', service('pg', 'fresh-pg')),
        made('aiven_pg.fork', fork('pg-fork', { service_to_fork_from: 'fresh-pg', recovery_target_time: null })),
      ],
    }),
    facts: false,
    findings: ['source/not-ordered at aiven_pg.fork'],
  },
  {
    file: 'mysql-made-in-same-run.json',
    about: 'a MySQL source of the same plan, whose first backup nobody waits for',
    json: planJson({
      resources: [
        made('aiven_mysql.source', service('mysql', 'shop')),
        {
          address: 'aiven_mysql.fork',
          after: service('mysql', 'shop-fork', { user_config: { service_to_fork_from: 'shop' } }),
          config: sourceName('aiven_mysql.source.service_name', 'mysql_user_config'),
        },
      ],
    }),
    facts: false,
    findings: ['source/made-in-same-run at aiven_mysql.fork'],
  },
  {
    file: 'opensearch-named-backup.json',
    about: 'an OpenSearch fork of a named backup that is not listed, single sign-on left behind',
    json: planJson({
      resources: [
        made(
          'aiven_opensearch.fork',
          service('opensearch', 'logs-fork', {
            user_config: { service_to_fork_from: 'logs', recovery_basebackup_name: 'backup-20251112t091354293891z' },
          }),
        ),
      ],
    }),
    findings: ['recovery/backup-not-listed at aiven_opensearch.fork', 'source/sso-not-copied at aiven_opensearch.fork'],
  },
  {
    file: 'opensearch-backup-name-edited.json',
    about: 'another backup name on a live fork: an update without any effect',
    json: planJson({
      resources: [
        {
          address: 'aiven_opensearch.fork',
          actions: ['update'],
          before: service('opensearch', 'logs-copy', {
            user_config: { service_to_fork_from: 'logs', recovery_basebackup_name: 'backup-1' },
          }),
          after: service('opensearch', 'logs-copy', {
            user_config: { service_to_fork_from: 'logs', recovery_basebackup_name: 'backup-2' },
          }),
        },
      ],
    }),
    facts: false,
    findings: ['lifecycle/restore-changed at aiven_opensearch.fork'],
  },
  {
    file: 'clickhouse-fewer-nodes.json',
    about: 'a ClickHouse fork onto fewer nodes',
    json: planJson({
      resources: [
        kept('aiven_clickhouse.events', service('clickhouse', 'events', { plan: 'business-16' })),
        {
          address: 'aiven_clickhouse.fork',
          after: service('clickhouse', 'events-fork', {
            plan: 'startup-16',
            user_config: { service_to_fork_from: 'events' },
          }),
          config: sourceName('aiven_clickhouse.events.service_name', 'clickhouse_user_config'),
        },
      ],
    }),
    facts: false,
    findings: ['sizing/fewer-nodes-than-source at aiven_clickhouse.fork'],
  },
  {
    file: 'valkey-persistence-turned-off.json',
    about: 'a plan that forks a Valkey service and turns its persistence off',
    json: planJson({
      resources: [
        {
          address: 'aiven_valkey.cache',
          actions: ['update'],
          before: service('valkey', 'cache', { user_config: { valkey_persistence: 'rdb' } }),
          after: service('valkey', 'cache', { user_config: { valkey_persistence: 'off' } }),
        },
        {
          address: 'aiven_valkey.fork',
          after: service('valkey', 'cache-fork', { user_config: { service_to_fork_from: 'cache' } }),
          config: sourceName('aiven_valkey.cache.service_name', 'valkey_user_config'),
        },
      ],
    }),
    facts: false,
    findings: ['source/persistence-turned-off at aiven_valkey.fork'],
  },
  {
    file: 'dragonfly-waited-for.json',
    about: 'a Dragonfly source of the same plan, which the provider waits for',
    json: planJson({
      resources: [
        made('aiven_dragonfly.cache', service('dragonfly', 'sessions')),
        {
          address: 'aiven_dragonfly.fork',
          after: service('dragonfly', 'sessions-fork', { user_config: { service_to_fork_from: 'sessions' } }),
          config: sourceName('aiven_dragonfly.cache.service_name', 'dragonfly_user_config'),
        },
      ],
    }),
    facts: false,
    findings: [],
  },
  {
    file: 'grafana-backup-region.json',
    about: 'a second backup region at another provider, on a type whose platform page does not list it',
    json: planJson({
      resources: [
        made(
          'aiven_grafana.board',
          service('grafana', 'board', {
            plan: 'startup-1',
            user_config: { additional_backup_regions: ['aws-eu-west-1'] },
          }),
        ),
      ],
    }),
    facts: false,
    findings: [
      'placement/backup-region-other-provider at aiven_grafana.board',
      'placement/backup-region-unsupported at aiven_grafana.board',
    ],
  },
  {
    file: 'pg-disk-static-ip-vpc.json',
    about: 'an odd disk, the static address of the source, and its network in another cloud',
    json: planJson({
      resources: [
        kept('aiven_pg.source', { ...source, static_ips: ['ip35970500000'], project_vpc_id: 'demo/5dbbd45c' }),
        made(
          'aiven_pg.fork',
          fork(
            'pg-fork',
            {},
            {
              cloud_name: 'google-europe-west4',
              disk_space: '127GiB',
              static_ips: ['ip35970500000'],
              project_vpc_id: 'demo/5dbbd45c',
            },
          ),
        ),
      ],
    }),
    facts: false,
    findings: [
      'placement/static-ip-unusable at aiven_pg.fork',
      'placement/static-ip-unusable at aiven_pg.source',
      'placement/vpc-not-fitting at aiven_pg.fork',
      'sizing/disk-not-orderable at aiven_pg.fork',
    ],
  },
  {
    file: 'pg-integrations.json',
    about: 'integrations as resources of their own, a long timeout, tags, secrets',
    json: planJson({
      resources: [
        kept('aiven_pg.source', source),
        {
          address: 'aiven_pg.fork',
          after: fork(
            'pg-fork',
            { admin_password: 'correct-horse-battery', pg: [{ log_min_duration_statement: 200 }], backup_hour: '3' },
            { timeouts: { create: '1h30m' }, tag: [{ key: 'team', value: 'orders' }], additional_disk_space: '20GiB' },
          ),
          sensitive: { pg_user_config: [{ admin_password: true }] },
          config: sourceName('aiven_pg.source.service_name'),
        },
        {
          address: 'aiven_service_integration.metrics',
          after: {
            project: 'demo',
            integration_type: 'metrics',
            source_service_name: 'pg-fork',
            destination_service_name: 'metrics-m3db',
          },
          config: { source_service_name: ref('aiven_pg.fork.service_name') },
        },
      ],
    }),
    findings: ['source/administrator-overridden at aiven_pg.fork'],
  },
  {
    file: 'opentofu-name-taken.json',
    about: "OpenTofu's plan of a fork whose name a timed-out run left behind",
    json: planJson({ tool: '1.6.2', resources: [made('aiven_pg.fork', fork('live-fork'))] }),
    findings: ['project/name-taken at aiven_pg.fork', 'source/integrations-not-copied at aiven_pg.fork'],
  },
  {
    file: 'forkcast-service.json',
    about: "Forkcast's own provider: a fork with another major version",
    json: planJson({
      resources: [
        made('forkcast_service.fork', {
          project: 'demo',
          service_name: 'pg-fork',
          service_type: 'pg',
          plan: 'business-4',
          cloud_name: 'google-europe-west1',
          disk_space_mb: null,
          termination_protection: false,
          tags: { team: 'orders' },
          on_fork_change: 'refuse',
          timeouts: null,
          user_config: [
            { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z', pg_version: '17' },
          ],
        }),
      ],
    }),
    findings: [
      'sizing/version-differs at forkcast_service.fork',
      'source/integrations-not-copied at forkcast_service.fork',
    ],
  },
  {
    file: 'state.json',
    about: 'a state: everything is there already',
    json: stateJson([made('aiven_pg.source', source), made('module.eu.aiven_pg.fork', fork('live-fork'))]),
    findings: [],
  },
];
