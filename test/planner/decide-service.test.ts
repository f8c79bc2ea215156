import {
  known,
  unknown,
  type JsonObject,
  serviceRequest,
  type LiveService,
  type ServiceRequest,
} from '../../src/domain';
import { aService } from '../../src/domain/testing';
import { decideService, refusalText } from '../../src/planner';

const keys = { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' };

const live = (options: Partial<LiveService> = {}): LiveService => ({
  ...aService({ service: 'pg-fork', userConfig: keys }),
  origin: { latestTransaction: false },
  ...options,
});

const asked = (options: Partial<ServiceRequest> = {}, settings: JsonObject = keys): ServiceRequest =>
  serviceRequest({
    address: 'acme/fork',
    project: known('demo'),
    serviceName: known('pg-fork'),
    serviceType: known('pg'),
    plan: known('business-4'),
    userConfig: Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, known(value)])),
    ...options,
  });

const later = { ...keys, recovery_target_time: '2026-11-19T13:00:00Z' };
const replacing = { onForkChange: 'replace' } as const;
const plain = { userConfig: {}, lineage: null };

const outcome = (desired: ServiceRequest, found: LiveService | undefined): string => {
  const decision = decideService(desired, found);
  switch (decision.kind) {
    case 'refuse':
      return `refuse ${decision.refusal.kind}: ${decision.refusal.changes.map(({ attribute }) => attribute).join(' ')}`;
    case 'replace':
      return `replace: ${decision.why.map(({ attribute }) => attribute).join(' ')}`;
    case 'update':
      return `update: ${decision.changes.map(({ attribute }) => attribute).join(' ')}`;
    case 'undecided':
      return `undecided: ${decision.unknown.join(' ')}`;
    default:
      return decision.kind;
  }
};

test.each<[string, ServiceRequest, LiveService | undefined, string]>([
  ['nothing is there', asked(), undefined, 'create'],
  ['it is as asked', asked(), live(), 'no-op'],
  ['it is as asked and not ready', asked(), live({ state: 'REBUILDING' }), 'wait'],
  ['it is off, and nobody says a word of it', asked(), live({ state: 'POWEROFF' }), 'no-op'],
  ['it is off and shall be on', asked({ powered: known(true) }), live({ state: 'POWEROFF' }), 'update: powered'],
  ['it is on and shall be off', asked({ powered: known(false) }), live(), 'update: powered'],
  ['nothing is written', asked({}, {}), live({ tags: { a: 'b' }, terminationProtection: true }), 'no-op'],
  ['another plan', asked({ plan: known('business-8') }), live(), 'update: plan'],
  ['a plan that is not known', asked({ plan: unknown('known-after-apply') }), live(), 'update: plan'],
  ['tags', asked({ tags: known({}) }), live({ tags: { a: 'b' } }), 'update: tags'],
  ['a setting', asked({}, { ...keys, work_mem: 8 }), live(), 'update: user_config.work_mem'],
  ['a setting that is not there is reset', asked({}, { ...keys, work_mem: null }), live(), 'no-op'],
  [
    'the addresses of a filter in another order',
    asked({}, { ...keys, ip_filter: ['10.0.0.0/8', '192.0.2.0/24'] }),
    live({ userConfig: { ...keys, ip_filter: ['192.0.2.0/24', { network: '10.0.0.0/8', description: '' }] } }),
    'no-op',
  ],
  [
    'another address',
    asked({}, { ...keys, ip_filter: ['10.0.0.0/8'] }),
    live({ userConfig: { ...keys, ip_filter: ['10.0.0.0/9'] } }),
    'update: user_config.ip_filter',
  ],
  [
    'the same instant in another spelling',
    asked({}, { ...keys, recovery_target_time: '2026-11-19 13:00+01:00' }),
    live(),
    'no-op',
  ],
  ['another time', asked({}, later), live(), 'refuse fork-changed: user_config.recovery_target_time'],
  ['another time, accepted', asked(replacing, later), live(), 'replace: user_config.recovery_target_time'],
  [
    'another time, accepted, and it is protected',
    asked(replacing, later),
    live({ terminationProtection: true }),
    'refuse protected: user_config.recovery_target_time',
  ],
  [
    'a fork key on what is no fork',
    asked(replacing),
    live(plain),
    'refuse fork-keys-added: user_config.service_to_fork_from user_config.recovery_target_time',
  ],
  ['another name', asked({ serviceName: known('pg-copy') }), live(), 'refuse renamed: service_name'],
  ['another project, accepted', asked({ ...replacing, project: known('prod') }), live(), 'replace: project'],
  [
    'another name of what is no fork, accepted',
    asked({ ...replacing, serviceName: known('x') }, {}),
    live(plain),
    'replace: service_name',
  ],
  ['a name that is not known', asked({ serviceName: unknown('known-after-apply') }), live(), 'no-op'],
  ['another type', asked({ serviceType: known('mysql') }, {}), live(), 'refuse type-changed: service_type'],
  [
    'another administrator',
    asked({}, { admin_username: 'root' }),
    live(),
    'refuse fixed-changed: user_config.admin_username',
  ],
  [
    'a fork key that is not known',
    asked({ userConfig: { service_to_fork_from: unknown('known-after-apply') } }),
    live(),
    'undecided: user_config.service_to_fork_from',
  ],
])('%s', (_what, desired, found, expected) => {
  expect(outcome(desired, found)).toBe(expected);
});

test('of a secret that differs, neither value is told', () => {
  const decision = decideService(
    asked({}, { admin_password: 'hunter2' }),
    live({ userConfig: { admin_password: 'hunter3' } }),
  );
  const text = decision.kind === 'refuse' ? refusalText('pg-a', decision.refusal) : '';
  expect(text).toContain('was made with admin_password "its value"; the configuration now says "another"');
  expect(JSON.stringify(decision)).not.toContain('hunter');
});
