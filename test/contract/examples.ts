import { drawUuid } from '../../src/registry/seeded';
import type { World } from '../registry/world';
import { aCreate } from '../registry/world';

/** A request of each operation that is accepted in the registry of `preparedFor`. */
export interface Example {
  readonly body?: Readonly<Record<string, unknown>>;
  /** Parts of the path in the place of the usual ones. */
  readonly path?: Readonly<Record<string, string>>;
  /** The operation is refused on purpose, with this status. */
  readonly refused?: number;
}

const aNewService = {
  service_name: 'another',
  service_type: 'pg',
  plan: 'startup-4',
  cloud: 'google-europe-west1',
  user_config: { backup_hour: 3 },
  termination_protection: false,
  tags: { team: 'core' },
};

const [house, search, broker] = [{ service: 'house' }, { service: 'search' }, { service: 'broker' }];

/** Examples of the operations that take a body, or whose path is not the usual one. */
export const examples: Readonly<Record<string, Example>> = {
  ServiceCreate: { body: aNewService },
  ServiceUpdate: { body: { plan: 'business-8', powered: true, user_config: { backup_hour: 4 } } },
  ProjectServiceTagsReplace: { body: { tags: { a: 'b' } } },
  ProjectServiceTagsUpdate: { body: { tags: { a: 'b', team: null } } },
  ServiceBackupToAnotherRegionReport: { body: { period: 'day' } },
  BackupCopyPause: { body: { paused: true } },
  ServiceDatabaseCreate: { body: { database: 'fresh' } },
  ServiceUserCreate: { body: { username: 'grace' } },
  ServiceResetCredentials: { body: { new_password: 'Abcdef123456' } },
  ServiceUserCredentialsReset: { body: { new_password: 'Abcdef123456' } },
  ServiceUserCredentialsModify: { body: { operation: 'reset-credentials' } },
  ServicePGBouncerCreate: { body: { pool_name: 'q', database: 'defaultdb', username: 'ada', pool_size: 5 } },
  ServicePGBouncerUpdate: { body: { database: 'defaultdb', pool_size: 7, pool_mode: 'session' } },
  ServiceIntegrationCreate: {
    body: { integration_type: 'metrics', source_service: 'orders', dest_service: 'store', user_config: {} },
  },
  ServiceIntegrationUpdate: { body: { user_config: { retention_days: 2 } } },
  ServiceIntegrationEndpointCreate: {
    body: { endpoint_name: 'other', endpoint_type: 'rsyslog', user_config: { server: 'logs', port: 514 } },
  },
  ServiceIntegrationEndpointUpdate: { body: { user_config: { site: 'eu' } } },
  ServiceTaskCreate: { body: { task_type: 'upgrade_check', target_version: '18' } },
  ServiceMetricsFetch: { body: { period: 'hour' } },
  ProjectGetServiceLogs: { body: { limit: 10, offset: '1', sort_order: 'asc' } },
  ProjectCreate: { body: { project: 'fresh', cloud: 'aws-eu-west-1', account_id: 'acme' } },
  ProjectUpdate: { body: { cloud: 'aws-eu-west-1', tech_emails: [{ email: 'ops@example.org' }] } },
  ProjectDelete: { path: { project: 'spare' } },
  ProjectTagsReplace: { body: { tags: { team: 'core' } } },
  ProjectTagsUpdate: { body: { tags: { team: null } } },
  AccountCreate: { body: { account_name: 'unit', parent_account_id: 'acme' } },
  AccountUpdate: { body: { account_name: 'Acme' } },
  AccountDelete: { path: { account: 'a00000000001' } },
  UserOrganizationCreate: { body: { organization_name: 'initech', tier: 'business' } },
  OrganizationUpdate: { body: { name: 'Acme' } },
  OrganizationDelete: { path: { organization: 'a00000000001' } },
  OrganizationProjectsCreate: { body: { project_id: 'fresh', parent_id: 'acme', tags: { a: 'b' } } },
  OrganizationProjectsUpdate: { body: { tags: { a: 'b' } } },
  OrganizationProjectsDelete: { path: { name: 'spare' } },
  BillingGroupCreate: { body: { billing_group_name: 'main', account_id: 'acme' } },
  BillingGroupProjectsAssign: { body: { projects_names: ['demo'] } },
  BillingGroupUpdate: { body: { company: 'Acme' } },
  StaticIPCreate: { body: { cloud_name: 'google-europe-west1', termination_protection: false } },
  ProjectStaticIPPatch: { body: { termination_protection: true } },
  ProjectStaticIPAssociate: { body: { service_name: 'orders' } },
  UpgradePipelineStepCreate: {
    body: {
      ...{ source_project_name: 'demo', source_service_name: 'orders' },
      ...{ destination_project_name: 'demo', destination_service_name: 'store' },
    },
  },
  UpgradePipelineStepUpdate: { body: { auto_validation_delay_days: 3 } },
  UpgradePipelineStepValidate: { body: { comment: 'fine' } },
  ServiceClickHouseDatabaseList: { path: house },
  ServiceClickHouseDatabaseCreate: { body: { database: 'fresh' }, path: house },
  ServiceClickHouseDatabaseDelete: { path: house },
  ServiceClickHouseUserList: { path: house },
  ServiceClickHouseUserCreate: { body: { name: 'grace', password: 'Abcdef123456' }, path: house },
  ServiceClickHouseUserDelete: { path: house },
  ServiceClickHouseQuery: { body: { database: 'system', query: 'SELECT * FROM system.grants' }, path: house },
  ServiceClickHousePasswordReset: { body: { password: 'Abcdef123456' }, path: house },
  ServiceOpenSearchAclGet: { path: search },
  ServiceOpenSearchAclSet: { body: { opensearch_acl_config: { enabled: true, acls: [] } }, path: search },
  ServiceOpenSearchAclUpdate: { body: { opensearch_acl_config: { extendedAcl: true } }, path: search },
  ServiceOpenSearchSecurityGet: { path: search },
  ServiceOpenSearchSecuritySet: { body: { admin_password: 'Abcdef123456' }, path: { service: 'empty-search' } },
  ServiceOpenSearchSecurityReset: {
    body: { admin_password: 'Abcdef123456', new_password: 'Abcdef1234567' },
    path: search,
  },
  ServiceKafkaConnectList: { path: { service: 'connect' } },
  ServiceKafkaTopicList: { path: broker },
  ServiceKafkaTopicListV2: { body: { topic_names: ['t'] }, path: broker },
  ServiceKafkaTopicCreate: { body: { topic_name: 'fresh', partitions: 3 }, path: broker },
  ServiceKafkaTopicGet: { path: broker },
  ServiceKafkaTopicUpdate: { body: { partitions: 4 }, path: broker },
  ServiceKafkaTopicDelete: { path: broker },
  OrganizationCreate: { body: { organization: 'initech' } },
  RowWrite: { body: { database: 'defaultdb', key: 'k', value: 'v' } },
  RowsGenerate: { body: { database: 'defaultdb', count: 3, seed: 's' } },
  ClockSet: { body: { mode: 'factor', factor: 2 } },
  ClockAdvance: { body: { by_ms: 1_000 } },
  OutageSet: { body: { down: true } },
  WorldPlay: { body: { formatVersion: 1, organizations: ['acme'], projects: [] } },
  ForkPreview: { body: { service_name: 'preview', plan: 'business-4' } },
  ForkRequestText: { body: { service_name: 'copy', recovery_target_time: '2026-11-01T00:00:00Z' } },
  ForkJudge: { body: { from: '2026-11-01T00:00:00Z', targets: [{ kind: 'time' }] } },
  ServiceOwnerSet: {
    body: {
      expect: { owner: 'never' },
      owner: { id: 'owner-of-orders', stack: 'acme', path: 'acme/orders' },
      by: 'anna',
    },
  },
  ServiceMakerLook: { body: { owner: 'owner-of-store', hold: 'when-running' }, path: { service: 'store' } },
  TokenCreate: { body: { hash: 'ab'.repeat(32), access: 'read', projects: ['demo'], description: 'a reader' } },
  FaultSet: { body: { seed: 's', error_rate: 0, operations: ['ServiceGet'] } },
  UserAuth: { refused: 400 },
  RegistryReset: { refused: 400 },
};

/** Fills the registry with all that the examples name, and tells the parts of their paths. */
export const preparedFor = (world: World): Readonly<Record<string, string>> => {
  const of = { project: 'demo', service: 'orders' };
  const made = (command: Parameters<typeof world.registry.execute>[0]): string => {
    const outcome = world.registry.execute(command);
    expect(outcome).toMatchObject({ kind: 'accepted' });
    return outcome.kind === 'accepted' ? (outcome.id ?? '') : '';
  };
  made(aCreate({ userConfig: { pg_version: '17', additional_backup_regions: ['google-europe-west4'] } }));
  const storeOwner = { id: 'owner-of-store', label: { stack: 'acme', path: 'acme/store' }, making: true, by: null };
  made(aCreate({ service: 'store', plan: 'startup-4', owner: storeOwner }));
  made({ type: 'CreateDatabase', ...of, database: 'shop' });
  made({ type: 'CreateUser', ...of, username: 'ada' });
  made({ type: 'CreatePool', ...of, pool: 'p', database: 'shop', username: 'ada', poolSize: 5, poolMode: 'session' });
  const logs = { integrationType: 'logs', sourceService: 'orders', destinationService: 'store' };
  const integration = made({ type: 'CreateIntegration', project: 'demo', integration: logs });
  const watch = { project: 'demo', name: 'watch', endpointType: 'datadog', userConfig: { datadog_api_key: 'f00d' } };
  const endpoint = made({ type: 'CreateEndpoint', ...watch });
  const task = made({ type: 'CheckUpgrade', ...of, targetVersion: '18' });
  made(aCreate({ service: 'house', serviceType: 'clickhouse', plan: 'startup-16' }));
  made({ type: 'CreateDatabase', project: 'demo', service: 'house', database: 'shop' });
  made({ type: 'CreateUser', project: 'demo', service: 'house', username: 'ada' });
  const searchPlan = { serviceType: 'opensearch', plan: 'business-4' };
  made(aCreate({ service: 'search', ...searchPlan }));
  made(aCreate({ service: 'empty-search', ...searchPlan }));
  const administrator = { username: 'os-sec-admin', password: 'Abcdef123456' };
  made({ type: 'CreateUser', project: 'demo', service: 'search', ...administrator });
  made(aCreate({ service: 'broker', serviceType: 'kafka', plan: 'business-4' }));
  made(aCreate({ service: 'connect', serviceType: 'kafka_connect', plan: 'business-4' }));
  const record = { type: 'CreateRecord', project: 'demo' } as const;
  made({ ...record, service: 'broker', kind: 'kafka_topic', id: 't', value: {} });
  const address = made({ ...record, kind: 'static_ip', value: { cloud: 'google-europe-west1' } });
  const wide = { type: 'CreateRecord' } as const;
  made({ ...wide, kind: 'account', id: 'a00000000001', value: { name: 'spare', parent: null } });
  const group = made({ ...wide, kind: 'billing_group', value: { billing_group_name: 'g', account: 'acme' } });
  const ends = {
    ...{ source_project_name: 'demo', source_service_name: 'orders' },
    ...{ destination_project_name: 'demo', destination_service_name: 'store' },
  };
  const step = made({ ...wide, kind: 'upgrade_step', value: { organization: 'acme', ...ends } });
  made({ type: 'CreateProject', project: 'spare', organization: 'acme' });
  world.advance(24 * 3_600_000);
  const houseDetail = world.registry.findService({ project: 'demo', service: 'house' });
  const user = drawUuid('clickhouse-user', 'demo', 'house', houseDetail?.facts.incarnation ?? 1, 'ada');
  return {
    ...{ ...of, database: 'shop', username: 'ada', pool: 'p', integration, endpoint, task, account: 'acme' },
    ...{ organization: 'acme', name: 'demo', group, address, step, topic: 't', user },
    ...{ type: 'pg', plan: 'business-4', cloud: 'google-europe-west1' },
  };
};
