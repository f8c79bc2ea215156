import { dayMs, hourMs, type JsonObject } from '../../../src/domain';
import { aCreate, aFork } from '../world';
import { aGrant, aServer, withToken, type AServer } from './a-server';

const path = (service: string, what: string, project = 'demo') =>
  `/v1/forkcast/project/${project}/service/${service}/${what}`;

/** orders → copy → copy-of-copy (other) → deep (demo); orders → late; copy was ended and made anew, forked from nothing. */
const aFamily = (): AServer => {
  const server = aServer();
  const { world } = server;
  const fork = (service: string, source: string, project = 'demo', from = 'demo') =>
    aFork(
      { service_to_fork_from: source, ...(project === from ? {} : { project_to_fork_from: from }) },
      { service, project },
    );
  world.run(aCreate());
  world.advance(dayMs);
  world.run(fork('copy', 'orders'));
  world.advance(dayMs);
  world.run(fork('copy-of-copy', 'copy', 'other', 'demo'));
  world.advance(dayMs);
  world.run(fork('deep', 'copy-of-copy', 'demo', 'other'), fork('late', 'orders'));
  world.advance(hourMs);
  world.run({ type: 'TerminateService', project: 'demo', service: 'copy' });
  world.run(aCreate({ service: 'copy' }));
  return server;
};

const names = (body: JsonObject): readonly string[] =>
  (body['descendants'] as readonly { depth: number; service_name: string; incarnation: number }[]).map(
    ({ depth, service_name: name, incarnation }) => `${depth} ${name}#${incarnation}`,
  );

describe('descendants', () => {
  test('are all forks of a service and theirs, ended ones among them, page by page', async () => {
    const { ask } = aFamily();
    const all = await ask('GET', path('orders', 'descendants'));
    expect(names(all.body)).toEqual(['1 copy#1', '2 copy-of-copy#1', '3 deep#1', '1 late#1']);
    expect(all.body).toMatchObject({
      incarnation: 1,
      next: null,
      descendants: [
        {
          depth: 1,
          parent: { project: 'demo', service_name: 'orders', incarnation: 1 },
          ended_at: '2026-11-04T01:00:00Z',
          lineage: { source_service: 'orders', recovery_point: expect.any(String) },
        },
        { project: 'other', ended_at: null },
        {},
        {},
      ],
    });
    const pages: string[] = [];
    for (let cursor: unknown = ''; typeof cursor === 'string';) {
      const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await ask('GET', `${path('orders', 'descendants')}?limit=1${query}`);
      pages.push(...names(body));
      cursor = body['next'];
    }
    expect(pages).toEqual(names(all.body));
    expect(await ask('GET', `${path('orders', 'descendants')}?cursor=demo/none%231`)).toMatchObject({
      code: 'request_invalid',
    });
  });

  test('and ancestors are told of each life of a name', async () => {
    const { ask } = aFamily();
    const of = async (what: string, query: string) => (await ask('GET', `${path('copy', what)}${query}`)).body;
    expect(names(await of('descendants', '?incarnation=1'))).toEqual(['1 copy-of-copy#1', '2 deep#1']);
    expect(await of('descendants', '')).toMatchObject({ incarnation: 2, descendants: [] });
    expect(await of('lineage', '?incarnation=1')).toMatchObject({
      lineage: [{ source_service: 'orders', source_live: true }],
    });
    expect(await of('lineage', '')).toEqual({ lineage: [] });
    const deep = await ask('GET', path('deep', 'lineage'));
    expect(deep.body).toMatchObject({
      lineage: [
        { source_service: 'copy-of-copy', source_live: true, source_ended_at: null },
        { source_service: 'copy', source_incarnation: 1, source_live: false, source_ended_at: '2026-11-04T01:00:00Z' },
        { source_service: 'orders', source_live: true },
      ],
    });
    for (const query of ['?incarnation=3', '?incarnation=0', '?incarnation=x'])
      expect((await ask('GET', `${path('copy', 'lineage')}${query}`)).status).toBe(query.endsWith('3') ? 404 : 400);
    expect(await ask('GET', path('never', 'descendants'))).toMatchObject({ code: 'service_not_found' });
  });

  test('tell a token of one project no name of another', async () => {
    const { ask, world } = aFamily();
    world.run({ type: 'CreateToken', grant: aGrant('mine', { access: 'read', projects: ['demo'] }) });
    const seen = await ask('GET', path('orders', 'descendants'), withToken('mine'));
    expect(names(seen.body)).toEqual(['1 copy#1', '1 late#1']);
    world.run({ type: 'CreateToken', grant: aGrant('theirs', { access: 'read', projects: ['other'] }) });
    const theirs = await ask('GET', path('copy-of-copy', 'descendants', 'other'), withToken('theirs'));
    expect(theirs.body).toMatchObject({ descendants: [] });
    world.run({ type: 'TerminateService', project: 'other', service: 'copy-of-copy' });
    const ended = await ask('GET', '/v1/forkcast/project/other/ended', withToken('theirs'));
    expect(ended.body).toMatchObject({ services: [{ service_name: 'copy-of-copy', lineage: null }] });
    for (const { text } of [seen, theirs, ended]) expect(text).not.toMatch(/demo.*other|other.*demo/);
  });

  test('are those of a file that has no index yet', async () => {
    const { ask, world } = aFamily();
    const before = await ask('GET', path('orders', 'descendants'));
    world.store.write((writer) => {
      for (const prefix of ['fork/', 'made/', 'index/'])
        for (const { key } of writer.views(prefix)) writer.dropView(key);
    });
    expect((await ask('GET', path('orders', 'descendants'))).body).toEqual(before.body);
    world.run(aCreate({ service: 'another' }));
    expect(names((await ask('GET', path('orders', 'descendants'))).body)).toEqual(names(before.body));
    expect(world.store.read((reader) => reader.views('fork/').length)).toBe(4);
  });
});

describe('ended services', () => {
  test('are listed with each life that is over, and until when their backups are kept', async () => {
    const { ask, world } = aFamily();
    world.run(
      { type: 'TerminateService', project: 'demo', service: 'copy' },
      { type: 'TerminateService', project: 'demo', service: 'late' },
      aCreate({ service: 'off' }),
      { type: 'UpdateService', project: 'demo', service: 'off', powered: false },
    );
    world.advance(181 * dayMs);
    const { body } = await ask('GET', '/v1/forkcast/project/demo/ended');
    expect(body).toMatchObject({
      next: null,
      services: [
        { service_name: 'copy', incarnation: 1, how: 'terminated', backups_kept_until: '2026-12-04T01:00:00Z' },
        { service_name: 'copy', incarnation: 2, lineage: null },
        { service_name: 'late', lineage: { source_service: 'orders' } },
        { service_name: 'off', how: 'removed' },
      ],
    });
    const pages: unknown[] = [];
    for (let cursor: unknown = ''; typeof cursor === 'string';) {
      const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await ask('GET', `/v1/forkcast/project/demo/ended?limit=1${query}`);
      pages.push(...(page.body['services'] as unknown[]));
      cursor = page.body['next'];
    }
    expect(pages).toEqual(body['services']);
    expect(await ask('GET', '/v1/forkcast/project/demo/ended?cursor=x')).toMatchObject({ code: 'request_invalid' });
  });
});
