import { defaultCatalogue, known, unknown, type Facts, type ServiceRequest } from '../../src/domain';
import { aFork, aRequest, aService, aTerminatedService, someFacts } from '../../src/domain/testing';
import { configurationOf, subjectOf } from '../../src/rules';

const subject = (request: ServiceRequest, facts?: Facts, siblings: readonly ServiceRequest[] = []) =>
  subjectOf(request, configurationOf([request, ...siblings]), {
    facts,
    now: facts ? known(facts.now) : unknown('not-fetched'),
    catalogue: facts?.catalogue ?? defaultCatalogue,
  });

const origin = { stack: 'demo-stack', path: 'demo-stack/pg-fork', fingerprint: 'f1', latestTransaction: false };
const forkKeys = { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' };

describe('standing', () => {
  const standing = (existing: Parameters<typeof aService>[0] | undefined, request = aFork()) =>
    subject(request, someFacts({ services: existing ? [aService({ service: 'pg-fork', ...existing })] : [] })).standing;

  test('without facts it is not known', () => expect(subject(aFork()).standing).toBe('unknown'));
  test('a free name is new', () => expect(standing(undefined)).toBe('new'));
  test('the same fork keys: live, whoever made it', () => {
    expect(standing({ userConfig: forkKeys })).toBe('live');
    expect(standing({ userConfig: forkKeys, origin: { ...origin, stack: 'other' } })).toBe('live');
  });
  test('other fork keys of its own making: live, to be judged by the rules of the life cycle', () => {
    expect(standing({ userConfig: { service_to_fork_from: 'billing-pg' }, origin })).toBe('live');
  });
  test('other fork keys of what its own provider made, by the name of the service or of the construct: live', () => {
    const userConfig = { service_to_fork_from: 'billing-pg' };
    expect(standing({ userConfig, origin: { ...origin, path: 'forkcast_service of demo/pg-fork' } })).toBe('live');
    const label = { stack: 'demo-stack', path: 'demo-stack/pg-fork' };
    const held = (stack: string) => ({
      state: 'held' as const,
      owner: { id: 'provider/0123456789', label: { ...label, stack } },
      since: 0,
      by: null,
    });
    expect(standing({ userConfig, ownership: held('demo-stack') })).toBe('live');
    expect(standing({ userConfig, origin, ownership: held('other-stack') })).toBe('new');
  });
  test('other fork keys of somebody else: only the name is the same', () => {
    expect(standing({ userConfig: { service_to_fork_from: 'billing-pg' } })).toBe('new');
    expect(standing({ userConfig: {} })).toBe('new');
  });
  test('other fork keys, but the record of the caller knows it: live', () => {
    expect(standing({ userConfig: { service_to_fork_from: 'billing-pg' } }, aFork({ recorded: true }))).toBe('live');
  });
  test('no fork keys declared: live, as what is left out is no change', () => {
    expect(standing({ userConfig: forkKeys }, aRequest({ serviceName: 'pg-fork' }))).toBe('live');
    expect(standing({ userConfig: {} }, aRequest({ serviceName: 'pg-fork' }))).toBe('live');
  });
  test('fork keys known after apply: not known', () => {
    const request = aFork({ unknown: ['user_config.recovery_target_time'] });
    expect(standing({ userConfig: forkKeys }, request)).toBe('unknown');
  });
});

describe('source', () => {
  const facts = someFacts({ terminated: [aTerminatedService()] });
  const of = (name: string) => aFork({ userConfig: { service_to_fork_from: name } });

  test.each([
    ['live', of('source-pg'), []],
    ['terminated', of('old-pg'), []],
    ['absent', of('nowhere'), []],
    ['declared', of('new-pg'), [aRequest({ serviceName: 'new-pg' })]],
    ['declared', of('old-pg'), [aRequest({ serviceName: 'old-pg' })]],
    ['live', of('source-pg'), [aRequest({ serviceName: 'source-pg' })]],
    ['none', aRequest(), []],
    ['none', aRequest({ userConfig: { service_to_fork_from: null } }), []],
    ['unknown', aFork({ unknown: ['user_config.service_to_fork_from'] }), []],
  ] as const)('is %s', (kind, request, siblings) => {
    expect(subject(request, facts, siblings).source.kind).toBe(kind);
  });

  test('a reference tells the name that the source key will have', () => {
    const sibling = aRequest({ serviceName: 'source-pg', address: 'stack/source' });
    const request = aFork({
      source: { kind: 'declared', address: 'stack/source' },
      unknown: ['user_config.service_to_fork_from'],
    });
    expect(subject(request, facts, [sibling]).source).toMatchObject({
      kind: 'live',
      service: { service: 'source-pg' },
    });
    expect(subject(request, undefined, [sibling]).source).toMatchObject({
      kind: 'unknown',
      missing: 'live service demo/source-pg',
      request: { address: 'stack/source' },
    });
  });

  test('the deprecated key of PostgreSQL counts where the current one is not written', () => {
    const settings = { service_to_fork_from: null, pg_service_to_fork_from: 'source-pg' };
    expect(subject(aFork({ userConfig: settings }), facts).source.kind).toBe('live');
    expect(subject(aFork({ userConfig: settings, serviceType: 'mysql' }), facts).isFork).toBe(false);
  });
});

test('a cloud that is not written is the default of the project, where facts tell it', () => {
  const request = aRequest({ cloud: undefined });
  expect(subject(request, someFacts()).cloud).toEqual(known('google-europe-west1'));
  expect(subject(request).cloud).toEqual(unknown('not-fetched'));
});
