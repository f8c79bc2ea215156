import type { PagedServiceBody } from '../../../src/api';
import { hourMs } from '../../../src/domain';
import type { JsonObject } from '../../../src/domain';
import { aCreate, aFork } from '../world';
import { aServedRegistry, codeOf, type ServedRegistry } from './a-registry';

const owner = { id: 'owner-of-store', label: { stack: 'acme', path: 'acme/store' }, making: false, by: null };

const filled = (): ServedRegistry => {
  const served = aServedRegistry();
  const { world } = served;
  world.run(aCreate({ userConfig: { additional_backup_regions: ['google-europe-west4'] } }));
  world.advance(48 * hourMs);
  world.run(aFork({ recovery_target_time: '2026-11-02T12:00:00Z' }, { project: 'demo', owner }));
  world.run(aCreate({ project: 'other', service: 'cache', serviceType: 'valkey', plan: 'startup-4' }));
  world.run({ type: 'UpdateService', project: 'other', service: 'cache', powered: false });
  return served;
};

const ask = ({ ask: send }: ServedRegistry, query: Readonly<Record<string, string>>) =>
  send('GET', `/v1/forkcast/service?${new URLSearchParams(query).toString()}`);

const shown = (served: ServedRegistry, filter: string): readonly string[] => {
  const { body } = ask(served, { filter });
  const { services } = body as unknown as { services: readonly PagedServiceBody[] };
  return services.map((service) => `${service.project}/${service.service_name}`);
};

describe('a page of services', () => {
  test('tells of each what a list shows: source, window, newest backup, second region and its lag', () => {
    const { body } = ask(filled(), { project: 'demo' });
    expect(body).toMatchObject({
      now: '2026-11-03T00:00:00Z',
      next: null,
      services: [
        {
          project: 'demo',
          service_name: 'copy',
          state: 'RUNNING',
          progress_percent: null,
          forked_from: { source_project: 'demo', source_service: 'orders', recovery_point: '2026-11-02T12:00:00Z' },
          ownership: { state: 'held', owner: { id: 'owner-of-store', stack: 'acme' } },
          backup_region: { cloud: null, status: 'none', pause_reason: null, lag_seconds: null },
        },
        {
          service_name: 'orders',
          create_time: '2026-11-01T00:00:00Z',
          forked_from: null,
          replica_of: null,
          newest_backup_at: expect.stringMatching(/^2026-11-02T/),
          windows: [
            { location: 'google-europe-west1', role: 'primary', earliest: expect.any(String), latest: null },
            { location: 'google-europe-west4', role: 'secondary', earliest: expect.any(String) },
          ],
          backup_region: { cloud: 'google-europe-west4', status: 'available', lag_seconds: expect.any(Number) },
        },
      ],
    });
  });

  test('shows how far a service is that is being built', () => {
    const served = aServedRegistry({ profile: 'realistic', clock: { kind: 'frozen' } });
    served.world.run(aCreate());
    served.world.advance(60_000);
    expect(ask(served, {}).body).toMatchObject({
      services: [{ state: 'REBUILDING', progress_percent: expect.any(Number), progress_phase: expect.any(String) }],
    });
  });

  test.each([
    ['', ['demo/copy', 'demo/orders', 'other/cache']],
    ['ORD', ['demo/copy', 'demo/orders']],
    ['ord copy', ['demo/copy']],
    ['type:valkey,redis', ['other/cache']],
    ['type:pg type:valkey project:other', ['other/cache']],
    ['cloud:google-europe-west1 plan:startup-4', ['other/cache']],
    ['state:poweroff', ['other/cache']],
    ['state:running', ['demo/copy', 'demo/orders']],
    ['forked:yes', ['demo/copy']],
    ['forked:no', ['demo/orders', 'other/cache']],
    ['owner:acme', ['demo/copy']],
    ['owner:OWNER-of-store', ['demo/copy']],
    ['owner:none', ['demo/orders', 'other/cache']],
    ['held:yes', ['demo/copy']],
    ['region:google-*-west4', ['demo/orders']],
    ['region:none', ['demo/copy', 'other/cache']],
    ['type:val* plan:*-4,nothing', ['other/cache']],
    ['state:r*', ['demo/copy', 'demo/orders']],
    ['type:*g*p', []],
    ['project:nowhere', []],
  ])('is filtered by %p', (filter, expected) => {
    expect(shown(filled(), filter)).toEqual(expected);
  });

  test.each([
    [
      { filter: 'kind:pg' },
      'Query, filter: There is no kind: to filter by. There is project, type, plan, cloud, region, state, forked, held, owner.',
    ],
    [{ filter: 'state:up' }, 'Query, filter: state:up is none of poweroff, rebalancing, rebuilding, running.'],
    [{ filter: 'type:' }, 'Query, filter: type: has no value yet, as in type:pg.'],
    [{ filter: 'state:up*' }, 'Query, filter: state:up* is none of'],
    [{ cursor: 'x' }, 'Query, cursor: it is no `next` of a page'],
    [{ limit: '1001' }, 'Query, limit: expected a whole number from 1 to 1000, got \\"1001\\"'],
    [{ limit: '0' }, 'Query, limit: expected a whole number from 1 to 1000, got'],
    [
      { service_type: 'pg' },
      'ServicePage takes no \\"service_type\\" in its query; it takes project, filter, sort, limit, ',
    ],
    [{ filtre: 'type:pg' }, 'did you mean filter'],
    [{ sort: 'size' }, 'sort'],
  ])('is refused for %p', (query, text) => {
    const answer = ask(filled(), query);
    expect(codeOf(answer)).toBe('400 request_invalid');
    expect(JSON.stringify(answer.body)).toContain(text);
  });

  test('goes on with its own question alone, and is 404 for a project that is not there', () => {
    const served = filled();
    const { next } = ask(served, { limit: '1' }).body as unknown as { next: string };
    expect(ask(served, { cursor: next }).status).toBe(200);
    expect(codeOf(ask(served, { cursor: next, sort: '-name' }))).toBe('400 request_invalid');
    expect(codeOf(ask(served, { cursor: next, project: 'demo' }))).toBe('400 request_invalid');
    expect(codeOf(ask(served, { project: 'nowhere' }))).toBe('404 project_not_found');
  });

  test('has each service whole when that is asked for, without its passwords', () => {
    const served = filled();
    const { body } = ask(served, { project: 'demo', whole: 'true', limit: '1' });
    const one = served.ask('GET', '/v1/project/demo/service/copy?include_secrets=false').body;
    expect(body).toMatchObject({ services: [{ service_name: 'copy', ...(one as JsonObject) }] });
    expect(JSON.stringify(body)).toContain('<redacted>');
  });

  test('tells at which version it was read, and the first one', () => {
    const served = filled();
    const first = ask(served, { limit: '1' }).body as unknown as { version: number; next: string };
    served.world.run(aCreate({ service: 'later' }));
    const { events } = served.registry.status();
    expect(ask(served, { cursor: first.next }).body).toMatchObject({ version: events, first_version: first.version });
  });

  test('looks at a bounded number of services, and goes on', () => {
    const served = aServedRegistry();
    for (let number = 0; number < 600; number += 1) {
      served.world.run(aCreate({ service: `s-${number}`, serviceType: number % 2 === 0 ? 'pg' : 'mysql' }));
    }
    const { services, next } = ask(served, { filter: 'state:poweroff' }).body as unknown as {
      services: readonly JsonObject[];
      next: string | null;
    };
    expect(services).toEqual([]);
    expect(next).toEqual(expect.any(String));
  });
});
