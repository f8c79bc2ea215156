import { createRegistry } from '../../../src/registry';
import { createMemoryStore } from '../memory-store';
import { groupCommit } from '../../../src/registry/group-commit';
import { aCreate, aRow, aWallClock, orders } from '../world';
import { aBody, aServer, collection } from './a-server';

describe('requests at once', () => {
  test('for one name: one is made, the others are told so', async () => {
    const { ask, registry } = aServer();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask('POST', collection, { body: aBody('orders') })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(registry.services('demo')).toHaveLength(1);
  });

  test('for many names are all made, in one transaction', async () => {
    const { ask, registry, world } = aServer();
    let writes = 0;
    const write = world.store.write.bind(world.store);
    const counted = {
      ...world.store,
      write: <T>(work: Parameters<typeof write<T>>[0]) => ((writes += 1), write(work)),
    };
    expect(counted.write(() => 1)).toBe(1);
    expect(writes).toBe(1);
    const names = Array.from({ length: 40 }, (_, index) => `s-${index}`);
    const answers = await Promise.all(names.map((name) => ask('POST', collection, { body: aBody(name) })));
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
    expect(registry.services('demo')?.map(({ facts: { service } }) => service)).toEqual([...names].sort());
  });

  test('that change one service are all kept, in the order of arrival', async () => {
    const { ask, registry } = aServer();
    await ask('POST', collection, { body: aBody('orders') });
    const tag = (name: string) => ask('PATCH', `${collection}/orders/tags`, { body: { tags: { [name]: 'x' } } });
    const answers = await Promise.all([tag('a'), tag('b'), tag('c')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(registry.findService(orders)?.facts.tags).toEqual({ a: 'x', b: 'x', c: 'x' });
  });
});

describe('a group commit', () => {
  const turns: (() => void)[] = [];
  const endTurn = (): void => turns.splice(0).forEach((work) => work());
  const defer = (work: () => void): void => void turns.push(work);

  test('acknowledges nothing before the commit, and fails alone what throws', async () => {
    const registry = createRegistry({
      store: createMemoryStore(),
      wallClock: aWallClock(),
      seed: 's',
      profile: 'instant',
    });
    registry.executeAll([
      { type: 'CreateOrganization', organization: 'acme' },
      { type: 'CreateProject', project: 'demo', organization: 'acme' },
      aCreate(),
    ]);
    let commits = 0;
    const together = <T>(work: () => T): T => {
      const result = registry.together(work);
      commits += 1;
      return result;
    };
    const commit = groupCommit({ together, defer });
    const settled: string[] = [];
    const note = (name: string) => () => void settled.push(`${name} after ${commits}`);
    const first = commit(() => registry.execute(aRow('one'))).then(note('first'));
    const second = commit(() => {
      throw new RangeError('no');
    }).catch(note('second'));
    const third = commit(() => registry.execute(aRow('two'))).then(note('third'));
    expect(registry.contents(orders)?.rows).toEqual([]);
    endTurn();
    await Promise.all([first, second, third]);
    expect(settled).toEqual(['first after 1', 'second after 1', 'third after 1']);
    expect(registry.contents(orders)?.rows.map(({ key }) => key)).toEqual(['one', 'two']);
  });

  test('fails all when the commit fails', async () => {
    const commit = groupCommit({
      together: () => {
        throw new RangeError('disk full');
      },
      defer,
    });
    const all = [commit(() => 1), commit(() => 2)].map((promise) => promise.catch((error: unknown) => String(error)));
    endTurn();
    expect(await Promise.all(all)).toEqual(['RangeError: disk full', 'RangeError: disk full']);
  });

  test('bounds a transaction, and leaves the rest for the next turn', async () => {
    const sizes: number[] = [];
    let size = 0;
    const commit = groupCommit({
      together: (work) => {
        size = 0;
        const result = work();
        sizes.push(size);
        return result;
      },
      defer,
    });
    const all = Array.from({ length: 300 }, () => commit(() => (size += 1)));
    while (turns.length > 0) endTurn();
    await Promise.all(all);
    expect(sizes).toEqual([256, 44]);
  });
});

describe('a delete', () => {
  test.each([
    ['a guard in its body', { expect_incarnation: 7 }],
    ['anything in its body', { incarnation: 7 }],
    ['a body that is no object', [7]],
    ['a body that is no JSON', Buffer.from('{bad')],
  ])('with %s ends nothing', async (_what, body) => {
    const { ask, registry } = aServer();
    await ask('POST', collection, { body: aBody('orders') });
    expect((await ask('DELETE', `${collection}/orders`, { body })).code).toBe('request_invalid');
    expect(registry.services('demo')).toHaveLength(1);
  });

  test.each([
    ['no body', {}],
    ['an empty object', { body: {} }],
    ['an empty body', { body: Buffer.alloc(0) }],
  ])('with %s ends the service', async (_what, options) => {
    const { ask, registry } = aServer();
    await ask('POST', collection, { body: aBody('orders') });
    expect((await ask('DELETE', `${collection}/orders`, options)).status).toBe(200);
    expect(registry.services('demo')).toHaveLength(0);
  });

  test('of another kind is refused a guard in its body too, and other writes as well', async () => {
    const { ask } = aServer();
    await ask('POST', collection, { body: aBody('orders') });
    const body = { expect_incarnation: 7 };
    expect((await ask('DELETE', `${collection}/orders/db/defaultdb`, { body })).code).toBe('request_invalid');
    expect((await ask('PUT', `${collection}/orders/maintenance/start`, { body })).code).toBe('request_invalid');
  });

  test('that expects a later service of the name is not told of one that was ended', async () => {
    const { ask } = aServer();
    await ask('POST', collection, { body: aBody('orders') });
    const { status, text } = await ask('DELETE', `${collection}/orders?expect_incarnation=7`);
    expect(status).toBe(412);
    expect(text).toContain('is number 1 of its name and there was no number 7 yet');
    expect(text).not.toContain('ended and made anew');
  });
});
