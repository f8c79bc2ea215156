import { dayMs, hourMs, toRfc3339 } from '../../src/domain';
import type { Facts, RefusalCode, ServiceRequest } from '../../src/domain';
import { aRequest } from '../../src/domain/testing';
import type { Command, Outcome } from '../../src/registry';
import { aCreate, aWorld } from '../registry/world';
import type { World } from '../registry/world';
import { errorsOf, foretell } from './laws';
import { asCommand, declared } from './wish';
import type { Wish } from './wish';

/** What the rules found wrong, and what the registry did. */
interface Both {
  readonly errors: readonly string[];
  readonly undecided: readonly string[];
  readonly outcome: 'accepted' | RefusalCode;
}

const both = (request: ServiceRequest, facts: Facts, outcome: Outcome): Both => {
  const review = foretell(request, facts);
  return {
    errors: errorsOf(review),
    undecided: review.undecided.map(({ ruleId }) => ruleId),
    outcome: outcome.kind === 'accepted' ? 'accepted' : outcome.refusal.code,
  };
};

/** `orders` on business-4 in google-europe-west1, copied to google-europe-west4 since an hour and a day. */
const aCopiedWorld = (): World => {
  const world = aWorld();
  world.run(aCreate({ userConfig: { additional_backup_regions: ['google-europe-west4'] } }));
  world.advance(dayMs + hourMs);
  return world;
};

const aWish = (part: Partial<Wish> = {}): Wish => ({
  project: 'demo',
  serviceName: 'copy',
  serviceType: 'pg',
  plan: 'business-4',
  cloud: 'google-europe-west4',
  ...part,
  userConfig: { service_to_fork_from: 'orders', ...part.userConfig },
});

const create = (world: World, wish: Wish, facts = world.registry.facts()): Both =>
  both(declared(wish), facts, world.registry.execute(asCommand(wish)));

/** The live `orders`, as a configuration declares it now. */
const change = (world: World, options: Parameters<typeof aRequest>[0], part: Partial<Command>): Both => {
  const facts = world.registry.facts();
  const request: ServiceRequest = { ...aRequest({ serviceName: 'orders', ...options }), recorded: true };
  const update = { type: 'UpdateService' as const, project: 'demo', service: 'orders', ...part } as Command;
  return both(request, facts, world.registry.execute(update));
};

const agreedOn = (outcome: Both['outcome'], ...errors: readonly string[]): Both => ({
  errors,
  undecided: [],
  outcome,
});

describe('rules and registry agree since they were asked the same', () => {
  test.each(['disaster_recovery', 'read_replica'])('a fork that is a %s of another service too is refused', (type) => {
    const wish = aWish({ integrations: [{ type, sourceService: 'ledger' }] });
    expect(create(aCopiedWorld(), wish)).toEqual(agreedOn('fork_replica_conflict', 'source/replica-and-fork'));
  });

  test('a fork key and an integration of one service make a replica, and so does pg_read_replica', () => {
    for (const wish of [
      aWish({ integrations: [{ type: 'read_replica', sourceService: 'orders' }] }),
      aWish({ userConfig: { pg_read_replica: true } }),
    ])
      expect(create(aCopiedWorld(), wish)).toEqual(agreedOn('accepted'));
  });

  test.each([
    ['orders', 'orders', agreedOn('accepted')],
    ['orders', 'ledger', agreedOn('fork_replica_conflict', 'source/replica-and-fork')],
  ])('integrations with %s and %s make a replica of one service, or none', (first, second, agreed) => {
    const world = aCopiedWorld();
    world.run(aCreate({ service: 'ledger' }));
    const integrations = [first, second].map((sourceService) => ({ type: 'read_replica', sourceService }));
    expect(create(world, aWish({ userConfig: { service_to_fork_from: null }, integrations }))).toEqual(agreed);
    const made = world.registry.findService({ project: 'demo', service: 'copy' })?.facts.integrations ?? [];
    expect(made).toHaveLength(agreed.outcome === 'accepted' ? 1 : 0);
  });

  test('a replica that asks for a recovery point is refused', () => {
    const wish = aWish({ userConfig: { pg_read_replica: true, recovery_target_time: '2026-11-01T00:00:00Z' } });
    expect(create(aCopiedWorld(), wish)).toEqual(agreedOn('fork_replica_conflict', 'source/replica-and-fork'));
  });

  test('a read replica of nobody is refused', () => {
    const wish = aWish({ userConfig: { service_to_fork_from: null, pg_read_replica: true } });
    expect(create(aCopiedWorld(), wish)).toEqual(agreedOn('fork_source_missing_key', 'source/old-source-key'));
  });

  test('a source that migrated before its first backup has none, also while its first region is down', () => {
    const world = aWorld({ profile: 'realistic' });
    world.run(
      aCreate({ cloud: 'aws-eu-central-1' }),
      { type: 'UpdateService', project: 'demo', service: 'orders', cloud: 'google-europe-west1' },
      { type: 'SetCloudDown', cloud: 'aws-eu-central-1', down: true },
    );
    const facts = world.registry.facts();
    const source = { ...facts.services.get('demo/orders'), windows: null };
    const bare = { ...facts, services: new Map([['demo/orders', source]]) } as typeof facts;
    expect(create(world, aWish(), bare)).toEqual(agreedOn('fork_no_backups', 'source/no-backup'));
  });

  test('an empty name of a backup is no name', () => {
    const world = aWorld();
    world.run(aCreate({ serviceType: 'opensearch' }));
    world.advance(dayMs);
    const wish = aWish({ serviceType: 'opensearch', userConfig: { recovery_basebackup_name: '' } });
    expect(create(world, wish)).toEqual(agreedOn('accepted'));
  });

  test('the project of a source means nothing to a type that cannot be forked', () => {
    const userConfig = { service_to_fork_from: null, project_to_fork_from: 'demo' };
    const wish = aWish({ serviceType: 'kafka', userConfig });
    expect(create(aCopiedWorld(), wish)).toEqual(agreedOn('fork_type_unsupported', 'source/project-without-source'));
  });

  test('the last second of a copied log is undecided where only the lag is told', () => {
    const world = aCopiedWorld();
    const facts = world.registry.facts();
    const source = facts.services.get('demo/orders');
    const latest = source?.windows?.find(({ role }) => role === 'secondary')?.latest ?? 0;
    const bare = { ...facts, services: new Map([['demo/orders', { ...source, windows: null }]]) } as typeof facts;
    const wish = aWish({ from: 'secondary', userConfig: { recovery_target_time: toRfc3339(latest) } });
    expect(create(world, wish, bare)).toEqual({
      errors: [],
      undecided: ['recovery/secondary-point-unavailable'],
      outcome: 'accepted',
    });
  });
});

describe('rules and registry agree on a live service since they were asked the same', () => {
  const west4 = { additional_backup_regions: ['google-europe-west4'] };

  test('that migrated, and whose declaration names no cloud: its second region is judged by where it is', () => {
    const world = aWorld();
    world.run(aCreate({ cloud: 'aws-eu-central-1' }));
    const asked = change(world, { cloud: undefined, userConfig: west4 }, { userConfig: west4 });
    expect(asked).toEqual(agreedOn('backup_region_other_provider', 'placement/backup-region-other-provider'));
  });

  test('whose fork key is declared empty: nothing changes', () => {
    const world = aCopiedWorld();
    world.run(asCommand(aWish()));
    const facts = world.registry.facts();
    const userConfig = { service_to_fork_from: '' };
    const request = { ...aRequest({ serviceName: 'copy', userConfig }), recorded: true as const };
    const update = { type: 'UpdateService' as const, project: 'demo', service: 'copy', userConfig };
    expect(both(request, facts, world.registry.execute(update))).toEqual(agreedOn('accepted'));
  });

  test('that is no fork, and is declared with a recovery time: it is never replaced for that', () => {
    const world = aCopiedWorld();
    const userConfig = { recovery_target_time: toRfc3339(world.now()) };
    const asked = change(world, { userConfig, onForkChange: 'replace' }, { userConfig });
    expect(asked).toEqual(agreedOn('user_config_create_only', 'lifecycle/fork-key-changed'));
  });

  test('whose second region is declared as another one twice within 24 hours', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: west4 }));
    world.advance(hourMs);
    const userConfig = { additional_backup_regions: ['google-europe-west3'] };
    world.run({ type: 'UpdateService', project: 'demo', service: 'orders', userConfig });
    const asked = change(world, { userConfig: west4 }, { userConfig: west4 });
    expect(asked).toEqual(agreedOn('backup_region_changed_recently', 'placement/backup-region-changed-recently'));
  });

  test('that moves to a free plan, where the organization has a free service already', () => {
    const world = aWorld();
    world.run(aCreate(), aCreate({ service: 'gift', plan: 'free-1-1gb', cloud: undefined } as never));
    const asked = change(world, { plan: 'free-1-1gb' }, { plan: 'free-1-1gb' });
    expect(asked).toEqual(agreedOn('free_plan_limit', 'project/second-free-service'));
  });
});
