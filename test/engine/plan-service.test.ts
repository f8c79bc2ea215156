import { planService } from '../../src/engine';
import { aResource, FakeRegistry } from './fake-registry';
import { buildOrigin } from '../../src/engine/requests';
import type { ServiceBody } from '../../src/api';

const live = (fields: Partial<ServiceBody> = {}, resource = aResource()): ServiceBody => {
  const registry = new FakeRegistry();
  const { user_config, plan = 'business-4' } = resource;
  registry.create('demo', {
    service_name: 'pg-fork',
    service_type: 'pg',
    plan,
    cloud: 'aws-eu-central-1',
    user_config,
    forkcast: { origin: buildOrigin(resource) },
  });
  return registry.put('demo', { ...registry.get('demo', 'pg-fork'), ...fields, service_name: 'pg-fork' });
};

describe('what a caller remembers', () => {
  test('resets a key that was declared before and is not any more', () => {
    const prior = aResource({ user_config: { ...aResource().user_config, backup_hour: 3 } });
    const plan = planService(aResource(), live({ user_config: prior.user_config }), prior);
    expect(plan).toMatchObject({
      kind: 'update',
      changes: [{ attribute: 'user_config.backup_hour', before: 3, after: { value: null } }],
    });
  });

  test('never resets a fork key', () => {
    const plan = planService(aResource({ user_config: {} }), live(), aResource());
    expect(plan).toEqual({ kind: 'no-op' });
  });

  test('does not ask whose the service is: that is decided before', () => {
    const { forkcast, ...actual } = live();
    expect(forkcast).toBeDefined();
    expect(planService(aResource(), actual)).toEqual({ kind: 'no-op' });
  });
});

describe('what never becomes something else in place', () => {
  test.each([
    ['service_type', aResource({ service_type: 'mysql' }), 'FC_SERVICE_TYPE_CHANGED', 'service_type'],
    [
      'the recovery time',
      aResource({ user_config: { recovery_target_time: '2026-11-18T12:00:00Z' } }),
      'FC_FORK_KEYS_CHANGED',
      'user_config.recovery_target_time',
    ],
    [
      'the source',
      aResource({ user_config: { service_to_fork_from: 'other' } }),
      'FC_FORK_KEYS_CHANGED',
      'user_config.service_to_fork_from',
    ],
    [
      'the named backup',
      aResource({ user_config: { recovery_basebackup_name: 'backup-1' } }),
      'FC_FORK_KEYS_CHANGED',
      'user_config.recovery_basebackup_name',
    ],
    [
      'the administrator',
      aResource({ user_config: { admin_username: 'root' } }),
      'FC_CREATE_ONLY_KEYS_CHANGED',
      'user_config.admin_username',
    ],
    [
      'the newest transaction',
      aResource({ user_config: {}, latest_transaction: true }),
      'FC_FORK_KEYS_CHANGED',
      'user_config.recovery_target_time',
    ],
  ])('%s is refused at its attribute', (_what, resource, code, attribute) => {
    expect(planService(resource, live())).toMatchObject({ kind: 'refuse', error: { code, attribute, exitCode: 1 } });
  });

  test('an asserted location that the fork was not restored from', () => {
    const actual = live();
    const lineage = {
      source_project: 'demo',
      source_service: 'source-pg',
      recovery_point: '2026-11-19T12:00:00Z',
      backup_name: 'b',
      location: 'x',
      role: 'primary',
    } as const;
    const forked = actual.forkcast && { ...actual, forkcast: { ...actual.forkcast, lineage } };
    expect(planService(aResource({ from: 'secondary' }), forked)).toMatchObject({
      kind: 'refuse',
      error: { attribute: 'from' },
    });
    expect(planService(aResource({ from: 'primary' }), forked)).toEqual({ kind: 'no-op' });
  });
});

describe('secrets', () => {
  const declared = aResource({
    service_type: 'opensearch',
    user_config: { openid: { enabled: true } },
    secrets: { 'openid.client_secret': 'OPENID' },
  });
  const actual = {
    ...live(
      { service_type: 'opensearch', user_config: { openid: { enabled: true, client_secret: 'battery' } } },
      declared,
    ),
  };

  test('are no difference', () => {
    expect(planService(declared, actual)).toEqual({ kind: 'no-op' });
  });

  test('are sent again when the request has changed', () => {
    const plan = planService({ ...declared, secrets: { 'openid.client_secret': 'ROTATED' } }, actual);
    expect(plan).toMatchObject({ kind: 'update', changes: [{ attribute: 'secrets', after: { value: ['openid'] } }] });
  });
});

test('a service that is not RUNNING yet is adopted, not left alone', () => {
  expect(planService(aResource(), { ...live(), state: 'REBUILDING' })).toEqual({ kind: 'adopt' });
});
