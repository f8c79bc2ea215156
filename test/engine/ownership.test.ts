import type { OwnerBody, OwnershipBody, ServiceBody } from '../../src/api';
import { toRfc3339 } from '../../src/domain';
import {
  applyService,
  identifyAsker,
  type Claim,
  createService,
  NameTakenError,
  NotAsExpectedError,
  type Relation,
  compareOwner,
  terminateService,
} from '../../src/engine';
import { aResource, FakeRegistry, portsOf, start } from './fake-registry';

const id = { project: 'demo', service: 'pg-fork' };
const label = { stack: 'demo-stack', path: 'demo-stack/fork' };
const mine: Claim = { owner: { id: 'owner-of-mine', label }, making: false, backend: 'local-exec' };
const others: Claim = {
  owner: { id: 'owner-of-others', label: { stack: 'other', path: 'other/fork' } },
  making: false,
  backend: 'provider',
};

const bodyOf = ({ owner: { id: ownerId, label: at } }: Claim): OwnerBody => ({
  id: ownerId,
  stack: at.stack,
  path: at.path,
  workspace: null,
  host: null,
});

const never: OwnershipBody = { state: 'never', owner: null, since: null, by: null, fresh: null };
const since = toRfc3339(start);
const heldBy = (claim: Claim): OwnershipBody => ({ state: 'held', owner: bodyOf(claim), since, by: null, fresh: null });
const madeBy = (claim: Claim, fresh: boolean): OwnershipBody => ({ ...heldBy(claim), state: 'making', fresh });
const released: OwnershipBody = { state: 'released', owner: null, since, by: null, fresh: null };

/** The service as `aResource` makes it, with another ownership. */
const live = async (ownership: OwnershipBody, from = aResource()): Promise<ServiceBody> => {
  const registry = new FakeRegistry();
  await createService(portsOf(registry), from);
  const body = registry.get('demo', 'pg-fork');
  if (body?.forkcast === undefined) throw new RangeError('not made');
  return { ...body, forkcast: { ...body.forkcast, ownership } };
};

describe('what a live service is to who asks', () => {
  test.each<readonly [string, OwnershipBody, Partial<Claim>, Relation['kind']]>([
    ['held by its id', heldBy(mine), {}, 'mine'],
    ['made by its id', madeBy(mine, false), {}, 'mine'],
    ['held by another id', heldBy(others), {}, 'held'],
    ['being made by another id', madeBy(others, true), {}, 'being-made'],
    ['left unfinished, from an equal request', madeBy(others, false), {}, 'unfinished'],
    ['released', released, {}, 'unowned'],
    ['released, whatever the record says', released, { recorded: true }, 'unowned'],
    ['never held, of its own stack and path', never, {}, 'claimable'],
    ['another incarnation than its record knows', heldBy(mine), { known: { incarnation: 2 } }, 'another'],
    ['another creation than its record knows', heldBy(mine), { known: { createdAt: start - 1 } }, 'another'],
    ['the one of its record', heldBy(mine), { known: { incarnation: 1, createdAt: start } }, 'mine'],
    [
      'held by the label of a declared move',
      heldBy(others),
      { takesFrom: { stack: 'other', path: 'other/fork' } },
      'movable',
    ],
    [
      'held by another path than that of the move',
      heldBy(others),
      { takesFrom: { stack: 'other', path: 'x' } },
      'held',
    ],
    ['being made by the label of a move', madeBy(others, true), { takesFrom: others.owner.label }, 'being-made'],
  ])('%s: %#', async (_what, ownership, part, kind) => {
    expect(compareOwner(await live(ownership), identifyAsker(aResource(), { ...mine, ...part })).kind).toBe(kind);
  });

  test('what an interrupted create left behind from another request is not taken over', async () => {
    const found = await live(madeBy(others, false), aResource({ plan: 'startup-4' }));
    expect(compareOwner(found, identifyAsker(aResource(), mine)).kind).toBe('abandoned');
  });

  test('never held, of another stack: nobody’s, unless the record says that it is the one', async () => {
    const found = await live(never, aResource({ stack: 'other', path: 'other/fork' }));
    expect(compareOwner(found, identifyAsker(aResource(), mine)).kind).toBe('unowned');
    expect(compareOwner(found, identifyAsker(aResource(), { ...mine, recorded: true })).kind).toBe('claimable');
  });
});

describe('a create', () => {
  test('is held from the start, or when its last look says so', async () => {
    const registry = new FakeRegistry({ provisioningMs: 3_000 });
    await createService(portsOf(registry), aResource(), { claim: { ...mine, making: true } });
    expect(registry.get('demo', 'pg-fork')?.forkcast?.ownership).toMatchObject({ state: 'held', owner: bodyOf(mine) });
    expect(registry.calls.filter((call) => call.startsWith('getService'))).toEqual([]);
    expect(registry.calls.filter((call) => call.startsWith('lookAsMaker')).length).toBeGreaterThan(1);
  });

  test('is held when its wait is cut short, so that whatever is in a state is held', async () => {
    const registry = new FakeRegistry({ provisioningMs: 3_000, frozen: true });
    const outcome = await createService(portsOf(registry), aResource(), { claim: { ...mine, making: true } });
    expect(outcome.kind).toBe('unfinished');
    expect(outcome.service.forkcast?.ownership?.state).toBe('held');
  });

  test('that was taken over from ends nothing and says so', async () => {
    const registry = new FakeRegistry({ provisioningMs: 3_000 });
    const ports = portsOf(registry);
    const slept = ports.sleep;
    const stolen = {
      ...ports,
      sleep: async (ms: number) => {
        const body = registry.get('demo', 'pg-fork');
        if (body?.forkcast)
          registry.put('demo', { ...body, forkcast: { ...body.forkcast, ownership: heldBy(others) } });
        await slept(ms);
      },
    };
    const made = createService(stolen, aResource(), { claim: { ...mine, making: true } });
    await expect(made).rejects.toThrow(NotAsExpectedError);
    expect(registry.services.size).toBe(1);
    expect(registry.calls.some((call) => call.startsWith('deleteService'))).toBe(false);
  });

  test('takes over what an interrupted create left behind from an equal request, and nothing else', async () => {
    const registry = new FakeRegistry();
    registry.put('demo', await live(madeBy(others, false)));
    await expect(createService(portsOf(registry), aResource(), { claim: mine })).resolves.toMatchObject({
      action: 'adopted',
      service: { forkcast: { ownership: heldBy(mine) } },
    });
    registry.put('demo', await live(heldBy(others)));
    await expect(createService(portsOf(registry), aResource(), { claim: mine })).rejects.toThrow(NameTakenError);
    expect(registry.get('demo', 'pg-fork')?.forkcast?.ownership).toEqual(heldBy(others));
  });

  test('that is refused says how the service is taken over', async () => {
    const registry = new FakeRegistry();
    registry.put('demo', await live(heldBy(others)));
    await expect(applyService(portsOf(registry), aResource(), mine)).rejects.toThrow(
      'forkcast service adopt demo/pg-fork --from owner-of-others --owner owner-of-mine',
    );
    await expect(applyService(portsOf(registry), aResource(), { ...mine, backend: 'provider' })).rejects.toThrow(
      'import {\n    to = forkcast_service.NAME\n    id = "demo/pg-fork"',
    );
    registry.put('demo', await live(released));
    await expect(applyService(portsOf(registry), aResource(), mine)).rejects.toThrow('--from nobody --owner');
  });
});

describe('a change', () => {
  test('claims what nobody ever held, also when nothing else is to be changed', async () => {
    const registry = new FakeRegistry();
    await createService(portsOf(registry), aResource());
    await expect(applyService(portsOf(registry), aResource(), mine)).resolves.toMatchObject({ action: 'unchanged' });
    expect(registry.get('demo', 'pg-fork')?.forkcast?.ownership).toEqual(heldBy(mine));
    await createService(portsOf(registry), aResource({ service_name: 'second' }));
    await applyService(portsOf(registry), aResource({ service_name: 'second', plan: 'business-8' }), mine);
    expect(registry.get('demo', 'second')?.forkcast?.ownership).toEqual(heldBy(mine));
  });

  test('stops when the service became another one between look and request', async () => {
    const registry = new FakeRegistry({ faults: [{ on: 'updateService', kind: 'status', status: 412 }] });
    await createService(portsOf(registry), aResource(), { claim: mine });
    await expect(applyService(portsOf(registry), aResource({ plan: 'business-8' }), mine)).rejects.toThrow(
      NotAsExpectedError,
    );
  });
});

describe('an end', () => {
  test.each<readonly [string, OwnershipBody, Partial<Claim>, 'terminated' | 'left']>([
    ['its own', heldBy(mine), {}, 'terminated'],
    ['another’s', heldBy(others), {}, 'left'],
    ['being made by another', madeBy(others, true), {}, 'left'],
    ['released', released, {}, 'left'],
    ['another incarnation', heldBy(mine), { known: { incarnation: 2 } }, 'left'],
    ['never held, of its own stack', never, {}, 'terminated'],
  ])('of %s', async (_what, ownership, part, kind) => {
    const registry = new FakeRegistry();
    registry.put('demo', await live(ownership));
    const asker = { claim: { ...mine, ...part }, stack: 'demo-stack' };
    await expect(terminateService(portsOf(registry), id, asker)).resolves.toMatchObject({ kind });
    expect(registry.services.size).toBe(kind === 'left' ? 1 : 0);
  });

  test('of one that was ended and made anew meanwhile leaves the new one', async () => {
    const registry = new FakeRegistry({ faults: [{ on: 'deleteService', kind: 'status', status: 412 }] });
    await createService(portsOf(registry), aResource(), { claim: mine });
    const ports = portsOf(registry);
    const client = {
      ...ports.client,
      deleteService: async (...args: Parameters<typeof ports.client.deleteService>) => {
        const body = registry.get('demo', 'pg-fork');
        if (body?.forkcast)
          registry.put('demo', { ...body, forkcast: { ...body.forkcast, ownership: heldBy(others) } });
        await ports.client.deleteService(...args);
      },
    };
    await expect(
      terminateService({ ...ports, client }, id, { claim: mine, stack: 'demo-stack' }),
    ).resolves.toMatchObject({ kind: 'left' });
    expect(registry.services.size).toBe(1);
  });
});
