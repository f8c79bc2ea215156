import type { Expectation, Owner } from '../../src/domain';
import type { ChangeOwner, Command } from '../../src/registry';
import { aCreate, aWorld, orders, start } from './world';

const me: Owner = { id: 'owner-of-mine', label: { stack: 'acme', path: 'acme/orders' } };
const other: Owner = { id: 'owner-of-others', label: { stack: 'acme', path: 'acme/copy', host: 'laptop' } };

const give = (owner: Owner | null, expect: Expectation, by: string | null = null): ChangeOwner => ({
  type: 'ChangeOwner',
  ...orders,
  expect,
  owner,
  by,
});

const making = (owner: Owner) => ({ ...owner, making: true, by: null });
const held = (owner: Owner) => ({ ...owner, making: false, by: null });

describe('whose a service is', () => {
  test('nobody ever held one that was made without an owner', () => {
    const world = aWorld();
    world.run(aCreate());
    expect(world.registry.findService(orders)?.facts.ownership).toEqual({ state: 'never' });
  });

  test('it is held from the start, or being made until its maker says so', () => {
    const world = aWorld();
    world.run(aCreate({ owner: held(me) }));
    expect(world.registry.findService(orders)?.facts.ownership).toEqual({
      state: 'held',
      owner: me,
      since: start,
      by: null,
    });
    const slow = aWorld({ profile: 'realistic' });
    slow.run(aCreate({ owner: making(me) }));
    expect(slow.registry.findService(orders)?.facts.ownership).toMatchObject({
      state: 'making',
      owner: me,
      fresh: true,
    });
  });

  test('a maker is fresh for 30 s of the wall after each look, and holds the service when it runs', () => {
    const world = aWorld({ profile: 'realistic' });
    world.run(aCreate({ owner: making(me) }));
    const fresh = () => world.registry.findService(orders)?.facts.ownership;
    const look = (hold: 'when-running' | 'now') =>
      world.registry.lookAsMaker({ ...orders, owner: me.id, hold, by: 'terraform' }).kind;
    world.wall.set(start + 30_000);
    expect(fresh()).toMatchObject({ fresh: true });
    world.wall.set(start + 30_001);
    expect(fresh()).toMatchObject({ fresh: false });
    expect(look('when-running')).toBe('accepted');
    expect(fresh()).toMatchObject({ state: 'making', fresh: true });
    world.advance(24 * 3_600_000);
    expect(look('when-running')).toBe('accepted');
    expect(fresh()).toMatchObject({ state: 'held', owner: me, by: 'terraform' });
  });

  test('a maker whose wait ends holds it at once, and one that was taken over from is refused', () => {
    const world = aWorld({ profile: 'realistic' });
    world.run(aCreate({ owner: making(me) }));
    expect(world.registry.lookAsMaker({ ...orders, owner: other.id, hold: 'now', by: null })).toMatchObject({
      refusal: { code: 'service_not_as_expected' },
    });
    world.run(give(other, { owner: me.id }));
    expect(world.registry.lookAsMaker({ ...orders, owner: me.id, hold: 'now', by: null })).toMatchObject({
      refusal: { code: 'service_not_as_expected' },
    });
    expect(world.registry.findService(orders)?.facts.ownership).toMatchObject({ state: 'held', owner: other });
  });

  test('what was released is not what nobody ever held', () => {
    const world = aWorld();
    world.run(aCreate({ owner: held(me) }), give(null, { owner: me.id }, 'anna'));
    expect(world.registry.findService(orders)?.facts.ownership).toEqual({
      state: 'released',
      since: start,
      by: 'anna',
    });
    expect(world.refusal(give(me, { owner: 'never' }))).toBe('service_not_as_expected');
    world.run(give(me, { owner: 'nobody' }));
    expect(world.registry.findService(orders)?.facts.ownership).toMatchObject({ state: 'held', owner: me });
  });

  test('its owner is no part of what the vendor shows: the time of its last update stays', () => {
    const world = aWorld();
    world.run(aCreate());
    world.advance(60_000);
    world.run(give(me, { owner: 'never' }));
    expect(world.registry.findService(orders)?.updatedAt).toBe(start);
  });

  test('a claim by an update takes what nobody ever held, and nothing else', () => {
    const world = aWorld();
    const claim = (owner: Owner): Command => ({ type: 'UpdateService', ...orders, owner: { ...owner, by: null } });
    world.run(aCreate(), claim(me));
    expect(world.registry.findService(orders)?.facts.ownership).toMatchObject({ state: 'held', owner: me });
    expect(world.refusal(claim(other))).toBe('service_not_as_expected');
    world.run(claim({ ...me, label: other.label }));
    expect(world.registry.findService(orders)?.facts.ownership).toMatchObject({
      owner: { id: me.id, label: other.label },
    });
    world.run(give(null, {}));
    expect(world.refusal(claim(me))).toBe('service_not_as_expected');
  });

  test('a new service of the name has no owner of before', () => {
    const world = aWorld();
    world.run(aCreate({ owner: held(me) }), { type: 'TerminateService', ...orders }, aCreate());
    expect(world.registry.findService(orders)?.facts.ownership).toEqual({ state: 'never' });
  });
});

describe('what a client takes for granted', () => {
  const ends = (expect: Expectation | undefined): Command => ({
    type: 'TerminateService',
    ...orders,
    ...(expect === undefined ? {} : { expect }),
  });

  test.each<readonly [string, Expectation, 'done' | 'service_not_as_expected']>([
    ['the owner', { owner: me.id }, 'done'],
    ['another owner', { owner: other.id }, 'service_not_as_expected'],
    ['nobody', { owner: 'nobody' }, 'service_not_as_expected'],
    ['nobody ever', { owner: 'never' }, 'service_not_as_expected'],
    ['the incarnation', { incarnation: 1 }, 'done'],
    ['another incarnation', { incarnation: 2 }, 'service_not_as_expected'],
    ['its creation', { createdAt: start }, 'done'],
    ['another creation', { createdAt: start + 1 }, 'service_not_as_expected'],
    ['owner and incarnation, one of them untrue', { owner: me.id, incarnation: 2 }, 'service_not_as_expected'],
    ['nothing', {}, 'done'],
  ])('%s: a delete, an update and new tags are done, or nothing is', (_what, expectation, result) => {
    const commands = (): readonly Command[] => [
      { type: 'UpdateService', ...orders, plan: 'business-8', expect: expectation },
      { type: 'ReplaceTags', ...orders, tags: { a: 'b' }, expect: expectation },
      ends(expectation),
    ];
    const world = aWorld();
    world.run(aCreate({ owner: held(me) }));
    for (const command of commands()) {
      if (result === 'done') world.run(command);
      else expect(world.refusal(command)).toBe(result);
    }
    expect(world.registry.findService(orders)?.facts.plan).toBe(result === 'done' ? undefined : 'business-4');
  });

  test('a client that states nothing is served as the vendor serves it', () => {
    const world = aWorld();
    world.run(aCreate({ owner: held(me) }), ends(undefined));
    expect(world.registry.findService(orders)).toBeUndefined();
  });

  test('a maker that is at work is not stale', () => {
    const world = aWorld({ profile: 'realistic' });
    world.run(aCreate({ owner: making(me) }));
    const take = give(other, { owner: me.id, stale: true });
    expect(world.refusal(take)).toBe('service_not_as_expected');
    world.wall.set(start + 31_000);
    world.run(take);
    expect(world.registry.findService(orders)?.facts.ownership).toMatchObject({ state: 'held', owner: other });
  });

  test('an owner needs an id that is one', () => {
    const world = aWorld();
    expect(world.refusal(aCreate({ owner: held({ ...me, id: 'never' }) }))).toBe('owner_invalid');
  });
});
