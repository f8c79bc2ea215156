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
  ProjectCreate: { body: { project: 'fresh', cloud: 'aws-eu-west-1', organization_id: 'acme' } },
  ProjectUpdate: { body: { cloud: 'aws-eu-west-1', tech_emails: [{ email: 'ops@example.org' }] } },
  ProjectDelete: { refused: 409 },
  ProjectTagsReplace: { body: { tags: { team: 'core' } } },
  ProjectTagsUpdate: { body: { tags: { team: null } } },
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
  world.advance(24 * 3_600_000);
  return {
    ...{ ...of, database: 'shop', username: 'ada', pool: 'p', integration, endpoint, task, account: 'acme' },
    ...{ type: 'pg', plan: 'business-4', cloud: 'google-europe-west1' },
  };
};
