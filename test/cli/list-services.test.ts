import { createClient, RequestRefusedError, type RegistryClient } from '../../src/api';
import { servicePages } from '../../src/cli/list-services';
import { stateWords } from '../../src/domain';
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

  test('shows beside the cloud where backups go too', async () => {
    const make = 'service create -t pg -p business-4 --cloud google-europe-west1 --project demo';
    await shell.story(`${make} copied -c 'additional_backup_regions=["google-europe-west4"]'`);
    const { out } = await shell.run('service list --project demo');
    expect(out).toMatch(/^copied +pg +\w+ +business-4 +google-europe-west1 → google-europe-west4 /m);
    expect(out).toMatch(/^orders +pg +RUNNING +business-4 +google-europe-west1 +\d/m);
    expect([stateWords('REBUILDING', 40.7), stateWords('RUNNING', 100), stateWords('POWEROFF', null)]).toEqual([
      'REBUILDING 40 %',
      'RUNNING',
      'POWEROFF',
    ]);
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
