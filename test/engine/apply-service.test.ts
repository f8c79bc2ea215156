import {
  applyService,
  ClockFrozenError,
  ForkKeysChangedError,
  NameTakenError,
  ReplacementProtectedError,
  SecretMissingError,
  ServiceLostError,
  WaitCancelledError,
  WaitTimedOutError,
} from '../../src/engine';
import { RegistryUnreachableError, RequestRefusedError } from '../../src/api';
import { aResource, FakeRegistry, portsOf } from './fake-registry';
import type { ServiceResource } from '../../src/domain';
import type { EngineClient } from '../../src/engine';

const backedUp = { additional_backup_regions: ['google-europe-west4'] };

const unplaced = ({ plan: _plan, cloud_name: _cloud, ...resource }: ServiceResource): ServiceResource => resource;

const apply = (registry: FakeRegistry, resource = aResource()) => applyService(portsOf(registry), resource);

/** A registry that holds the fork as `aResource` declares it. */
const withFork = async (resource = aResource(), options = {}): Promise<FakeRegistry> => {
  const registry = new FakeRegistry(options);
  await apply(registry, resource);
  registry.calls.length = 0;
  return registry;
};

describe('a service that is not there', () => {
  test('is created with its origin and waited for until it runs', async () => {
    const registry = new FakeRegistry({ provisioningMs: 3_000 });
    const ports = portsOf(registry);
    const outcome = await applyService(ports, aResource());
    expect(outcome).toMatchObject({ kind: 'done', action: 'created', service: { state: 'RUNNING' } });
    expect(registry.get('demo', 'pg-fork')?.forkcast?.origin).toMatchObject({
      stack: 'demo-stack',
      path: 'demo-stack/fork',
    });
    expect(ports.slept.reduce((sum, ms) => sum + ms, 0)).toBe(3_000);
    expect(ports.told).toContainEqual({ step: 'wait', service: 'demo/pg-fork', phase: 'basebackup', percent: 40 });
  });

  test('that runs at once needs one look and one request', async () => {
    const registry = new FakeRegistry();
    await apply(registry);
    expect(registry.calls).toEqual(['getService pg-fork', 'createService pg-fork']);
  });

  describe('of the newest transaction', () => {
    const user_config = { service_to_fork_from: 'source-pg' };
    const vendor = { on: 'clock', kind: 'status', status: 404 } as const;

    test('leaves its time to the registry', async () => {
      const registry = new FakeRegistry();
      await apply(registry, aResource({ user_config, latest_transaction: true }));
      expect(registry.bodies).toMatchObject([{ forkcast: { latest_transaction: true }, user_config }]);
      expect(registry.get('demo', 'pg-fork')?.forkcast?.origin?.latest_transaction).toBe(true);
    });

    test.each<[string, ServiceResource['from'], string | null, string]>([
      ['end of the log where the source was powered off', undefined, '2026-11-20T06:00:00Z', '2026-11-20T06:00:00Z'],
      ['now of this machine while the source runs', undefined, null, '2026-11-20T08:00:00Z'],
      ['end of the copies from the secondary location', 'secondary', null, '2026-11-20T07:56:00Z'],
    ])('asks the vendor for the %s', async (_, from, end, expected) => {
      const registry = new FakeRegistry({ faults: [vendor] });
      registry.put('demo', { service_name: 'source-pg', plan: 'business-8', user_config: backedUp });
      registry.pitr = {
        primary_region: { pitr_range_start: '2026-11-10T00:00:00Z', pitr_range_end: end },
        additional_regions: [
          {
            cloud: 'google-europe-west4',
            pitr_range_start: '2026-11-10T00:00:00Z',
            pitr_range_end: '2026-11-20T07:56:00Z',
          },
        ],
      };
      await apply(registry, aResource({ user_config, latest_transaction: true, ...(from && { from }) }));
      expect(registry.bodies).toMatchObject([{ user_config: { ...user_config, recovery_target_time: expected } }]);
      expect(registry.bodies[0]?.forkcast).not.toHaveProperty('latest_transaction');
    });
  });

  test('from the secondary location of the vendor gets its source’s plan, where the copies lie', async () => {
    const registry = new FakeRegistry({ faults: [{ on: 'clock', kind: 'status', status: 404 }] });
    registry.put('demo', { service_name: 'source-pg', plan: 'business-8', user_config: backedUp });
    await apply(registry, unplaced(aResource({ from: 'secondary' })));
    expect(registry.bodies).toMatchObject([{ plan: 'business-8', cloud: 'google-europe-west4' }]);
  });

  test('gets its secrets from the environment, inside objects too', async () => {
    const registry = new FakeRegistry();
    const resource = aResource({
      user_config: { openid: { enabled: true } },
      secrets: { admin_password: 'ADMIN', 'openid.client_secret': 'OPENID' },
    });
    await applyService(portsOf(registry, { ADMIN: 'correct-horse', OPENID: 'battery' }), resource);
    expect(registry.get('demo', 'pg-fork')?.user_config).toEqual({
      admin_password: 'correct-horse',
      openid: { enabled: true, client_secret: 'battery' },
    });
  });

  test('is not asked for while a secret is missing', async () => {
    const registry = new FakeRegistry();
    await expect(apply(registry, aResource({ secrets: { admin_password: 'ADMIN' } }))).rejects.toThrow(
      SecretMissingError,
    );
    expect(registry.services.size).toBe(0);
  });

  test('is refused in the registry’s own words', async () => {
    const registry = new FakeRegistry({
      faults: [{ on: 'createService', kind: 'status', status: 400, code: 'cloud_unknown' }],
    });
    await expect(apply(registry)).rejects.toMatchObject({ refusalCode: 'cloud_unknown', exitCode: 1 });
  });
});

describe('a source made in the same run', () => {
  const fork = aResource({ wait_for_source: true });

  test('is waited for until its first backup', async () => {
    const registry = new FakeRegistry({ provisioningMs: 3_000, backupDelayMs: 3_000 });
    registry.create('demo', { service_name: 'source-pg', service_type: 'pg', plan: 'business-4', user_config: {} });
    const ports = portsOf(registry);
    await expect(applyService(ports, fork)).resolves.toMatchObject({ action: 'created' });
    expect(ports.told[0]).toMatchObject({ step: 'wait-for-source', service: 'demo/source-pg' });
    expect(registry.now - Date.parse('2026-11-20T08:00:00Z')).toBe(9_000);
  });

  test('on a clock that stands still ends the run before anything is made', async () => {
    const registry = new FakeRegistry({ backupDelayMs: 300_000, frozen: true });
    registry.create('demo', { service_name: 'source-pg', service_type: 'pg', plan: 'business-4', user_config: {} });
    await expect(apply(registry, fork)).rejects.toThrow('forkcast registry advance 5m');
    expect(registry.get('demo', 'pg-fork')).toBeUndefined();
  });

  test('that never has backups is left to the registry to judge', async () => {
    const registry = new FakeRegistry();
    registry.put('demo', { service_name: 'source-pg' });
    await expect(apply(registry, fork)).resolves.toMatchObject({ action: 'created' });
  });
});

describe('a create whose end is not known', () => {
  test('is adopted when the answer was lost', async () => {
    const registry = new FakeRegistry({
      provisioningMs: 3_000,
      faults: [{ on: 'createService', kind: 'answer-lost' }],
    });
    await expect(apply(registry)).resolves.toMatchObject({
      kind: 'done',
      action: 'adopted',
      service: { state: 'RUNNING' },
    });
    expect(registry.calls.filter((call) => call.startsWith('createService'))).toHaveLength(1);
  });

  test('is adopted after a 500 that came after the fact', async () => {
    const registry = new FakeRegistry({ faults: [{ on: 'createService', kind: 'status', status: 503 }] });
    await expect(apply(registry)).resolves.toMatchObject({ action: 'adopted' });
  });

  test('is adopted although the registry stays away for a while', async () => {
    const registry = new FakeRegistry({
      faults: [
        { on: 'createService', kind: 'answer-lost' },
        { on: 'getService', kind: 'never-arrives', nth: 2 },
        { on: 'getService', kind: 'never-arrives', nth: 3 },
      ],
    });
    await expect(apply(registry)).resolves.toMatchObject({ action: 'adopted' });
  });

  test('fails when the registry stays away for good, and the next run finds what was made', async () => {
    const registry = new FakeRegistry({
      faults: [
        { on: 'createService', kind: 'answer-lost' },
        ...[2, 3, 4, 5].map((nth) => ({ on: 'getService', kind: 'never-arrives', nth }) as const),
      ],
    });
    await expect(apply(registry)).rejects.toThrow(RegistryUnreachableError);
    await expect(apply(registry)).resolves.toMatchObject({ kind: 'done', action: 'unchanged' });
  });

  test('fails as it did when nothing was made', async () => {
    const registry = new FakeRegistry({ faults: [{ on: 'createService', kind: 'never-arrives' }] });
    await expect(apply(registry)).rejects.toThrow(RegistryUnreachableError);
    await expect(apply(registry)).resolves.toMatchObject({ action: 'created' });
  });

  test('a killed run’s service is waited for by the next one', async () => {
    const registry = new FakeRegistry({ provisioningMs: 5_000 });
    await applyService({ ...portsOf(registry), signal: AbortSignal.abort() }, aResource());
    expect(registry.get('demo', 'pg-fork')?.state).toBe('REBUILDING');
    await expect(apply(registry)).resolves.toMatchObject({
      kind: 'done',
      action: 'adopted',
      service: { state: 'RUNNING' },
    });
  });
});

describe('two runs at once', () => {
  test('of the same request make one service, and the other adopts it', async () => {
    const registry = new FakeRegistry({ provisioningMs: 1_000 });
    const outcomes = await Promise.all([apply(registry), apply(registry)]);
    expect(outcomes.map(({ action }) => action).sort()).toEqual(['adopted', 'created']);
  });

  test('of different requests are a conflict for the second', async () => {
    const registry = new FakeRegistry();
    const other = aResource({ plan: 'startup-4', stack: 'other', path: 'other/fork' });
    const [first, second] = await Promise.allSettled([apply(registry), apply(registry, other)]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'FC_NAME_TAKEN' } });
  });
});

describe('a name that is taken', () => {
  test('by a service of nobody is a conflict that changes nothing', async () => {
    const registry = new FakeRegistry();
    registry.put('demo', { service_name: 'pg-fork' });
    await expect(apply(registry)).rejects.toThrow(NameTakenError);
    expect(registry.calls).toEqual(['getService pg-fork']);
  });

  test('by the same request of another stack is a conflict too', async () => {
    const registry = await withFork();
    const twin = aResource({ stack: 'other', path: 'other/fork' });
    await expect(apply(registry, twin)).rejects.toThrow(NameTakenError);
  });

  test('by the same request of a construct that moved within its stack is ours', async () => {
    const registry = await withFork();
    await expect(apply(registry, aResource({ path: 'demo-stack/moved' }))).resolves.toMatchObject({
      action: 'updated',
    });
    expect(registry.get('demo', 'pg-fork')?.forkcast?.origin?.path).toBe('demo-stack/moved');
  });
});

describe('a live service', () => {
  test('that is as declared is left alone', async () => {
    const registry = await withFork();
    await expect(apply(registry)).resolves.toMatchObject({ kind: 'done', action: 'unchanged' });
    expect(registry.calls).toEqual(['getService pg-fork']);
  });

  test('is updated in the order: protection off, tags, settings', async () => {
    const registry = await withFork(aResource({ termination_protection: true }));
    const declared = aResource({ plan: 'business-8', tags: { team: 'data' }, user_config: { backup_hour: 3 } });
    await expect(apply(registry, declared)).resolves.toMatchObject({
      action: 'updated',
      service: { plan: 'business-8' },
    });
    expect(registry.calls.slice(1)).toEqual([
      'updateService {"termination_protection":false}',
      'replaceTags {"team":"data"}',
      'updateService {"plan":"business-8","user_config":{"backup_hour":3}}',
    ]);
  });

  test('gets its protection on last', async () => {
    const registry = await withFork();
    await apply(registry, aResource({ termination_protection: true, plan: 'business-8' }));
    expect(registry.calls.slice(1)).toEqual([
      'updateService {"plan":"business-8"}',
      'updateService {"termination_protection":true}',
    ]);
  });

  const off = { service_name: 'pg-fork', state: 'POWEROFF' } as const;

  test('that was powered off outside stays off, and can be changed', async () => {
    const registry = await withFork();
    registry.put('demo', { ...registry.services.get('demo/pg-fork'), ...off });
    await expect(apply(registry)).resolves.toMatchObject({ action: 'unchanged' });
    const changed = await apply(registry, aResource({ tags: { a: 'b' } }));
    expect(changed).toMatchObject({ kind: 'done', action: 'updated', service: { state: 'POWEROFF' } });
  });

  test('is powered on where that is declared', async () => {
    const registry = await withFork();
    registry.put('demo', { ...registry.services.get('demo/pg-fork'), ...off });
    await expect(apply(registry, aResource({ powered: true }))).resolves.toMatchObject({ action: 'updated' });
    expect(registry.calls).toContain('updateService {"powered":true}');
  });

  test('is powered off where that is declared', async () => {
    const registry = await withFork();
    const outcome = await apply(registry, aResource({ powered: false }));
    expect(outcome).toMatchObject({ kind: 'done', service: { state: 'POWEROFF' } });
  });

  test('is powered off after its creation where that is declared', async () => {
    const registry = new FakeRegistry();
    const outcome = await apply(registry, aResource({ powered: false }));
    expect(outcome).toMatchObject({ kind: 'done', action: 'created', service: { state: 'POWEROFF' } });
  });

  test('gets the integrations that it lacks, and keeps those of others', async () => {
    const registry = await withFork();
    await apply(
      registry,
      aResource({
        service_integrations: [{ integration_type: 'metrics', source_service: 'pg-fork', dest_service: 'pg-fork' }],
      }),
    );
    expect(registry.calls).toContain('createIntegration metrics');
  });

  test('whose update was carried out and not answered is done', async () => {
    const registry = await withFork(aResource(), { faults: [{ on: 'updateService', kind: 'answer-lost' }] });
    await expect(apply(registry, aResource({ plan: 'business-8' }))).resolves.toMatchObject({ action: 'updated' });
  });

  test('whose update never arrived fails, and the next run converges', async () => {
    const registry = await withFork(aResource(), { faults: [{ on: 'updateService', kind: 'never-arrives' }] });
    const declared = aResource({ plan: 'business-8' });
    await expect(apply(registry, declared)).rejects.toThrow(RegistryUnreachableError);
    await expect(apply(registry, declared)).resolves.toMatchObject({ service: { plan: 'business-8' } });
  });
});

describe('the fork keys of a live fork', () => {
  const edited = { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-18T12:00:00Z' };

  test('do nothing when they are taken out', async () => {
    const registry = await withFork();
    await expect(apply(registry, aResource({ user_config: {} }))).resolves.toMatchObject({ action: 'unchanged' });
  });

  test('are refused a change before anything is touched', async () => {
    const registry = await withFork();
    const declared = aResource({ user_config: edited, plan: 'business-8', tags: { a: 'b' } });
    await expect(apply(registry, declared)).rejects.toThrow(ForkKeysChangedError);
    expect(registry.calls).toEqual(['getService pg-fork']);
  });

  test('replace the fork where that is allowed', async () => {
    const registry = await withFork();
    const declared = aResource({ user_config: edited, on_fork_change: 'replace' });
    await expect(apply(registry, declared)).resolves.toMatchObject({ action: 'replaced' });
    expect(registry.calls).toContain('deleteService pg-fork');
    expect(registry.get('demo', 'pg-fork')?.user_config).toEqual(edited);
  });

  test('never replace a protected fork', async () => {
    const registry = await withFork(aResource({ termination_protection: true }));
    const declared = aResource({ user_config: edited, on_fork_change: 'replace' });
    await expect(apply(registry, declared)).rejects.toThrow(ReplacementProtectedError);
    expect(registry.calls).toEqual(['getService pg-fork']);
  });

  test('never turn a service with data of its own into a fork', async () => {
    const registry = await withFork(aResource({ user_config: {} }));
    await expect(apply(registry, aResource({ on_fork_change: 'replace' }))).rejects.toThrow(ForkKeysChangedError);
  });
});

describe('a wait', () => {
  test('that outlasts its timeout hands the service back as it is, and the next run waits on', async () => {
    const registry = new FakeRegistry({ provisioningMs: 90_000 });
    const declared = aResource({ create_timeout: '1m' });
    const outcome = await apply(registry, declared);
    expect(outcome).toMatchObject({ kind: 'unfinished', action: 'created', service: { state: 'REBUILDING' } });
    expect(outcome.kind === 'unfinished' && outcome.error).toBeInstanceOf(WaitTimedOutError);
    await expect(apply(registry, declared)).resolves.toMatchObject({ kind: 'done', action: 'adopted' });
  });

  test('on a clock that stands still ends at once and names the instant and the command', async () => {
    const registry = new FakeRegistry({ provisioningMs: 90_000, frozen: true });
    const ports = portsOf(registry);
    const outcome = await applyService(ports, aResource());
    expect(outcome).toMatchObject({ kind: 'unfinished', action: 'created' });
    const error = outcome.kind === 'unfinished' ? outcome.error : undefined;
    expect(error).toBeInstanceOf(ClockFrozenError);
    expect(error?.message).toContain('2026-11-20T08:01:30Z');
    expect(error?.message).toContain('forkcast registry advance 90s');
    expect(ports.slept).toEqual([]);
  });

  test('that is interrupted hands the service back as it is', async () => {
    const registry = new FakeRegistry({ provisioningMs: 90_000 });
    const interrupt = new AbortController();
    const ports = portsOf(registry);
    const outcome = await applyService(
      { ...ports, signal: interrupt.signal, sleep: (ms) => (interrupt.abort(), ports.sleep(ms)) },
      aResource(),
    );
    expect(outcome.kind === 'unfinished' && outcome.error).toBeInstanceOf(WaitCancelledError);
  });

  test('outlives a registry that does not answer for a moment', async () => {
    const faults = [2, 3, 4].map((nth) => ({ on: 'getService', kind: 'never-arrives', nth }) as const);
    const registry = new FakeRegistry({ provisioningMs: 20_000, faults });
    await expect(apply(registry)).resolves.toMatchObject({ kind: 'done', service: { state: 'RUNNING' } });
  });

  test('ends at once when it is stopped while a slow registry has not answered', async () => {
    const registry = new FakeRegistry({ provisioningMs: 600_000 });
    const [interrupt, ports] = [new AbortController(), portsOf(registry)];
    const stopped = new Promise<void>((resolve) => interrupt.signal.addEventListener('abort', () => resolve()));
    let looks = 0;
    const slow: EngineClient = {
      ...registry.client,
      getService: (project, service) => {
        looks += 1;
        if (looks === 1) return registry.client.getService(project, service);
        interrupt.abort();
        return new Promise(() => undefined);
      },
    };
    const outcome = await applyService({ ...ports, client: slow, signal: interrupt.signal, stopped }, aResource());
    expect(outcome).toMatchObject({ kind: 'unfinished', error: { code: 'FC_WAIT_CANCELLED' } });
    expect(registry.services.size).toBe(1);
  });

  test('hands the service back as last seen when the registry stops answering', async () => {
    const faults = [2, 3, 4, 5, 6].map((nth) => ({ on: 'getService', kind: 'never-arrives', nth }) as const);
    const registry = new FakeRegistry({ provisioningMs: 60_000, faults });
    const outcome = await apply(registry);
    expect(outcome).toMatchObject({ kind: 'unfinished', service: { state: 'REBUILDING' } });
    expect(outcome.kind === 'unfinished' && outcome.error).toBeInstanceOf(RegistryUnreachableError);
  });

  test('ends when someone else terminates the service', async () => {
    const registry = new FakeRegistry({ provisioningMs: 20_000 });
    const ports = portsOf(registry);
    const outcome = await applyService(
      { ...ports, sleep: (ms) => (registry.services.clear(), ports.sleep(ms)) },
      aResource(),
    );
    expect(outcome.kind === 'unfinished' && outcome.error).toBeInstanceOf(ServiceLostError);
  });
});

test('what the registry refuses in an update is told as it is', async () => {
  const registry = await withFork(aResource(), {
    faults: [{ on: 'updateService', kind: 'status', status: 400, code: 'plan_unknown' }],
  });
  await expect(apply(registry, aResource({ plan: 'business-9' }))).rejects.toThrow(RequestRefusedError);
});

describe('another version of a live service', () => {
  const ofVersion = (version: string) =>
    aResource({ user_config: { ...aResource().user_config, pg_version: version } });

  test('is asked for after the check said yes, and what it found is told', async () => {
    const registry = await withFork(ofVersion('16'));
    const ports = portsOf(registry);
    await applyService(ports, ofVersion('17'));
    expect(registry.calls.map((call) => call.split(' ', 1).join(''))).toEqual([
      'getService',
      'checkUpgrade',
      'getTask',
      'updateService',
    ]);
    expect(ports.told).toContainEqual({
      step: 'upgrade-check',
      service: 'demo/pg-fork',
      phase: 'It can be upgraded.',
      percent: null,
    });
  });

  test('is not asked for after the check said no', async () => {
    const registry = await withFork(ofVersion('16'));
    const client = { ...portsOf(registry).client, checkUpgrade: () => Promise.resolve(said) };
    const said = { task_id: 't', task_type: 'upgrade_check', success: false, result: 'Extension x is too old.' };
    await expect(applyService({ ...portsOf(registry), client }, ofVersion('17'))).rejects.toMatchObject({
      code: 'FC_UPGRADE_NOT_POSSIBLE',
      attribute: 'user_config.pg_version',
      message: expect.stringContaining('Extension x is too old.'),
    });
    expect(registry.calls.some((call) => call.startsWith('updateService'))).toBe(false);
  });

  test('is not checked while it stays', async () => {
    const registry = await withFork(ofVersion('16'));
    await apply(registry, aResource({ plan: 'business-8', user_config: ofVersion('16').user_config }));
    expect(registry.calls.some((call) => call.startsWith('checkUpgrade'))).toBe(false);
  });
});
