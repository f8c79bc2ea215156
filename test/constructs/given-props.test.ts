import {
  acknowledge,
  BackupsData,
  ConnectionPool,
  Database,
  RecoveryPolicy,
  Service,
  ServiceIntegration,
  ServiceUser,
} from '../../src/constructs';
import { anApp, refusalOf } from './an-app';

type Make = new (scope: unknown, id: string, props: unknown) => unknown;
type Call = (id: string, props: unknown) => unknown;

/** As JavaScript calls it: no compiler has read what it gives. */
const made = (construct: unknown, props: unknown) => () => {
  const { stack } = anApp();
  return new (construct as Make)(stack, 'x', props);
};
const called = (method: 'fork' | 'forkFromSecondary' | 'rename', props: unknown) => () => {
  const { stack } = anApp();
  const source = Service.fromRegistry(stack, 'source', {
    serviceName: 'orders',
    serviceType: 'pg',
    plan: 'business-4',
  });
  return (source[method] as Call).call(source, 'x', props);
};
const source = () => Service.fromRegistry(anApp().stack, 'of', { serviceName: 'orders', serviceType: 'pg' });

const constructs = { BackupsData, ConnectionPool, Database, RecoveryPolicy, Service, ServiceIntegration, ServiceUser };

describe.each(Object.entries(constructs))('%s', (_name, construct) => {
  test.each([
    [undefined, 'not given'],
    [null, 'null'],
    ['x', '"x"'],
    [[], '[]'],
  ])('properties that are %j are refused', (props, told) => {
    expect(made(construct, props)).toThrow(`demo/x: its properties are ${told}; give an object, such as { ... }.`);
  });
});

test.each(['fork', 'forkFromSecondary', 'rename'] as const)('%s without properties is refused', (method) => {
  expect(called(method, undefined)).toThrow('its properties are not given; give an object');
  expect(called(method, null)).toThrow('its properties are null; give an object');
});

test.each([
  [
    'a service that is a text',
    Database,
    { service: 'orders', databaseName: 'd' },
    'service is "orders"; give a Service',
  ],
  ['no service', ServiceUser, { username: 'u' }, 'service is not given; give a Service'],
  ['a service that is null', BackupsData, { service: null }, 'service is null; give a Service'],
  ['no name', Database, { service: source(), databaseName: null }, 'databaseName is null; give a text'],
  ['an empty name', ServiceUser, { service: source(), username: '' }, 'username is ""; give a text that is not empty'],
  ['a service without a name', Service, { serviceType: 'pg', plan: 'business-4' }, 'serviceName is not given'],
] as const)('%s is refused', (_title, construct, props, told) => {
  expect(made(construct, props)).toThrow(told);
});

test('what may be left out may be null', () => {
  const nulls = { username: null, poolSize: null, poolMode: null, dependsOn: null };
  expect(made(ConnectionPool, { service: source(), poolName: 'p', databaseName: 'd', ...nulls })).not.toThrow();
});

test.each([
  [{ plan: 0 }, 'plan is 0; give a text.'],
  [{ serviceType: ['pg'] }, 'serviceType is ["pg"]; give a text.'],
  [{ diskSpaceMb: Number.NaN }, 'diskSpaceMb is null; give a number.'],
  [{ tags: { a: 1 } }, 'tags.a is 1; give a text.'],
  [{ integrations: [null] }, 'integrations is [null]; give a list, without null.'],
  [
    { integrations: [{ integrationType: 'metrics', sourceService: {} }] },
    'integrations.0.sourceService is {}; give a text.',
  ],
  [{ serviceType: null }, 'serviceType is null; give a text that is not empty.'],
  [{ tags: { a: null } }, 'tags.a is null; give a text.'],
  [{ timeouts: { create: 45 } }, 'timeouts.create is 45; give a text.'],
  [{ dependsOn: 'orders' }, 'dependsOn is "orders"; give a list, without null.'],
  [{ preventDestroy: 'yes' }, 'preventDestroy is "yes"; give true or false.'],
  [{ userConfig: [] }, 'userConfig is []; give an object.'],
  [{ staticIps: [''] }, 'staticIps.0 is ""; give a text that is not empty.'],
  [{ from: '' }, 'from is ""; give primary or secondary.'],
  [{ onForkChange: '' }, 'onForkChange is ""; give refuse or replace.'],
  [{ onForkChange: 'end' }, 'onForkChange is "end"; give refuse or replace.'],
  [
    { integrations: [{ integrationType: 'logs', sourceService: '' }] },
    'integrations.0.sourceService is ""; give a text',
  ],
  [{ movedFrom: {} }, 'stack is not given; give a text that is not empty.'],
])('a service with %j is refused', (props, told) => {
  const needed = { serviceType: 'pg', serviceName: 'a', plan: 'business-4' };
  expect(made(Service, { ...needed, ...props })).toThrow(told);
});

test('a service whose properties are null where they may be left out is one that leaves them out', () => {
  const { app, stack } = anApp();
  const nulls = { cloudName: null, diskSpaceMb: null, tags: null, latestTransaction: null, integrations: null };
  const more = { timeouts: null, dependsOn: null, userConfig: null, movedFrom: null, projectVpcId: null, from: null };
  const props = { serviceType: 'pg', serviceName: 'a', plan: 'business-4', ...nulls, ...more };
  new (Service as unknown as Make)(stack, 'x', props);
  expect(refusalOf(app)).toBe('');
});

test.each(['project', 'movedFrom'])('a service whose %s is empty is refused', (name) => {
  const needed = { serviceType: 'pg', serviceName: 'a', plan: 'business-4' };
  expect(made(Service, { ...needed, [name]: '' })).toThrow(`${name} is ""; give a text that is not empty.`);
});

test('an empty tag is one', () => {
  expect(made(Service, { serviceType: 'pg', serviceName: 'a', plan: 'business-4', tags: { a: '' } })).not.toThrow();
});

test('a list of settings with null in it is refused', () => {
  const { app, stack } = anApp();
  const props = {
    serviceType: 'pg',
    serviceName: 'a',
    plan: 'business-4',
    userConfig: { ipFilter: ['10.0.0.0/8', null] },
  };
  new (Service as unknown as Make)(stack, 'x', props);
  expect(refusalOf(app)).toContain('userConfig.ip_filter has null in it; give a list without null.');
});

test.each([
  [{ time: undefined }, '{}'],
  [{ time: '' }, '{"time":""}'],
  [{ tme: '2026-11-19T12:00:00Z' }, '{"tme":"2026-11-19T12:00:00Z"}'],
  ['latest_transaction', '"latest_transaction"'],
  [null, 'null'],
])('a recovery %j is no fork of the newest backup', (recovery, told) => {
  expect(called('fork', { serviceName: 'copy', recovery })).toThrow(`the recovery of a fork is ${told}; give {`);
});

test('a backend by the name of its pages is told which those are', () => {
  expect(() => anApp(undefined, { backend: 'local-exec' as 'provider' })).toThrow(
    'backend is "local-exec"; give terraform_data, null_resource, provider (the first two run local-exec).',
  );
});

test('a recovery of two forms is refused', () => {
  const recovery = { time: '2026-11-19T12:00:00Z', backup: 'b' };
  expect(called('fork', { serviceName: 'copy', recovery })).toThrow('give a time or a backup, not both');
});

const at = '2026-11-19T12:00:00Z';

test.each([
  [
    { userConfig: { serviceToForkFrom: 'payments' } },
    'userConfig.serviceToForkFrom is "payments", and the fork says "orders" already; leave it out.',
  ],
  [{ userConfig: { projectToForkFrom: 'other' } }, 'userConfig.projectToForkFrom is "other", and the fork says "demo"'],
  [{ recovery: { time: at }, userConfig: { recoveryTargetTime: '2026-11-18T12:00:00Z' } }, 'leave it out.'],
  [{ recovery: 'latest-transaction', latestTransaction: false }, 'latestTransaction is false, and recovery "latest-tr'],
  [{ recovery: { time: at }, latestTransaction: true }, 'leave latestTransaction out.'],
])('a fork that says in two places two things is refused: %j', (props, told) => {
  expect(called('fork', { serviceName: 'copy', ...props })).toThrow(told);
});

test.each([
  { userConfig: { serviceToForkFrom: 'orders', projectToForkFrom: 'demo' } },
  { userConfig: { serviceToForkFrom: null } },
  { recovery: { time: at }, userConfig: { recoveryTargetTime: at } },
  { recovery: 'latest-transaction', latestTransaction: true },
  { recovery: { time: at }, latestTransaction: false },
  { latestTransaction: true },
])('a fork that says the same in two places is one: %j', (props) => {
  expect(called('fork', { serviceName: 'copy', ...props })).not.toThrow();
});

const meant = { serviceType: 'pg', serviceName: 'a', plan: 'business-4' };

test.each([
  [Service, { ...meant, diskSpaceMB: 1 }, 'x: it has no property diskSpaceMB. Did you mean diskSpaceMb?'],
  [Service, { ...meant, recoveryTargetTime: 't' }, 'It is a setting: write userConfig: { recoveryTargetTime: ... }.'],
  [Service, { ...meant, colour: 'red' }, 'it has no property colour. It has serviceName, serviceType, plan,'],
  [Service, { ...meant, timeouts: { creat: '5m' } }, 'timeouts has no property creat. Did you mean create?'],
  [
    Service,
    { ...meant, integrations: [{ integrationType: 'logs', destService: 'l' }] },
    'integrations.0 has no property destService. ',
  ],
  [Database, { service: source(), databaseName: 'd', dependOn: [] }, 'no property dependOn. Did you mean dependsOn?'],
  [ConnectionPool, { service: source(), poolName: 'p', databaseName: 'd', poolsize: 5 }, 'Did you mean poolSize?'],
  [ServiceUser, { service: source(), username: 'u', password: 'x' }, 'It has service, username, dependsOn.'],
  [BackupsData, { service: source(), location: 'primary' }, 'It has service, dependsOn.'],
] as const)('a property that nothing has is refused, by the one that was meant: %#', (construct, props, told) => {
  expect(made(construct, props)).toThrow(told);
});

test.each([
  [
    'fork',
    { serviceName: 'b', recovry: 'latest-backup' },
    'demo/source/x: it has no property recovry. Did you mean recovery?',
  ],
  ['fork', { serviceName: 'b', recoveryTargetTime: 't' }, 'Write recovery: { time: ... }.'],
  ['forkFromSecondary', { serviceName: 'b', recoveryBasebackupName: 'n' }, 'Write recovery: { backup: ... }.'],
  ['rename', { newName: 'b', timeout: '5m' }, 'no property timeout. Did you mean timeouts?'],
] as const)('a fork with a property that nothing has is refused: %s %j', (method, props, told) => {
  expect(called(method, props)).toThrow(told);
});

test('a property that is not given may have any name, and a fork may repeat the type of its source', () => {
  expect(made(Service, { ...meant, colour: undefined, size: null })).not.toThrow();
  expect(called('fork', { serviceName: 'b', serviceType: 'pg', recovery: 'latest-backup' })).not.toThrow();
});

test('a setting that the type does not have is refused, by the one that was meant', () => {
  const { app, stack } = anApp();
  const userConfig = { serviceToForkFrom: 'orders', recoveryTargetTim: '2026-11-19T12:00:00Z' };
  new (Service as unknown as Make)(stack, 'x', { ...meant, userConfig });
  expect(refusalOf(app)).toMatch(/recovery_target_tim.*Did you mean "?recovery_?[tT]arget_?[tT]ime/s);
});

test('an acknowledgement of nothing is refused by what it was given', () => {
  const acknowledged = acknowledge as (...given: readonly unknown[]) => void;
  expect(() => acknowledged(anApp().stack, null, null)).toThrow(
    'acknowledge(null, null): give an id, a reason and a time, all texts.',
  );
});
