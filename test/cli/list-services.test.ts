import { createClient, RequestRefusedError, type RegistryClient } from '../../src/api';
import { servicePages } from '../../src/cli/list-services';
import { growingTable, table } from '../../src/cli/show/table';
import { embeddedTransport } from '../registry/embedded-transport';
import { aCreate, aWorld } from '../registry/world';
import { aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

const many = (): RegistryClient => {
  const world = aWorld();
  for (let number = 0; number < 130; number += 1)
    world.run(aCreate({ service: `s-${String(number).padStart(3, '0')}`, serviceType: number % 2 ? 'pg' : 'mysql' }));
  return createClient(embeddedTransport(world.registry, 'memory:'));
};

const pagesOf = async (client: RegistryClient, whole = false, type?: string) => {
  const pages: (readonly string[])[] = [];
  for await (const page of servicePages(client, 'demo', { type, whole })) {
    pages.push(page.map(({ row }) => row.service_name));
    for (const { service } of page) expect(service === undefined).toBe(!whole);
  }
  return pages;
};

describe('a list of services', () => {
  const shell = aShellWithOrders();

  test('comes page by page, whole or not, and of one type', async () => {
    const client = many();
    const rows = await pagesOf(client);
    expect(rows.map(({ length }) => length)).toEqual([100, 30]);
    expect(await pagesOf(client, true)).toEqual(rows);
    expect((await pagesOf(client, false, 'pg')).flat()).toHaveLength(65);
  });

  test('of a registry without pages is one page', async () => {
    const client = many();
    const vendor: RegistryClient = {
      ...client,
      servicePage: () => Promise.reject(new RequestRefusedError(404, 'path_unknown', 'The API has no such path.')),
    };
    expect((await pagesOf(vendor, true)).map(({ length }) => length)).toEqual([130]);
  });

  test('as JSON is the text of one value, though it is printed in parts', async () => {
    for (const line of ['service list --format json', 'service list --owner nobody-at-all --format json']) {
      const ran = await shell.run(line);
      expect(ran.out).toBe(`${JSON.stringify(json(ran), null, 2)}\n`);
    }
  });
});

describe('a growing table', () => {
  test('is the same table for the first rows, and keeps its columns for those that come later', () => {
    const lines = growingTable(['name', 'what']);
    const first = [
      ['a', 'x'],
      ['längst', '語'],
    ];
    expect(lines(first)).toBe(table(['name', 'what'], first));
    expect(lines([['b', 'y']])).toBe('b       y');
    expect(lines([['wider-than-all', 'z']])).toBe('wider-than-all  z');
  });
});
