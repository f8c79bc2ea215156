import fc from 'fast-check';
import { rebuildViews } from '../../../src/registry/projection';
import { visibleRegistry } from '../../../src/registry/http/server/visible-registry';
import { answerRequest } from '../../../src/registry/http';
import type { Registry } from '../../../src/registry';
import type { AnswerOf, Contract, PagedServiceBody } from '../../../src/api';
import { aCreate, aWorld, type World } from '../world';
import { runs } from '../../whole';

type Page = AnswerOf<Contract['ServicePage']>;

const projects = ['demo', 'foreign', 'other'] as const;
const name = fc.constantFrom('a', 'b', 'orders', 'z-last');
const steps = fc.array(
  fc.record({
    project: fc.constantFrom(...projects),
    service: name,
    kind: fc.constantFrom('create', 'create', 'terminate', 'fork'),
    wait: fc.constantFrom(0, 0, 3_600_000),
  }),
  { maxLength: 25 },
);

type Steps = typeof steps extends fc.Arbitrary<infer Story> ? Story : never;

const played = (story: Steps): World => {
  const world = aWorld();
  for (const { project, service, kind, wait } of story) {
    if (kind === 'terminate') world.registry.execute({ type: 'TerminateService', project, service });
    else {
      const userConfig = kind === 'fork' ? { service_to_fork_from: 'orders' } : {};
      world.registry.execute(aCreate({ project, service, userConfig }));
    }
    if (wait > 0) world.advance(wait);
  }
  return world;
};

const page = (registry: Registry, query: Readonly<Record<string, string>>): Page => {
  const path = `/v1/forkcast/service?${new URLSearchParams(query).toString()}`;
  const { status, body } = answerRequest(registry, { method: 'GET', path });
  expect([status, body]).toEqual([200, expect.any(Object)]);
  return body as unknown as Page;
};

const pages = (
  registry: Registry,
  query: Readonly<Record<string, string>>,
  between: () => void = () => undefined,
): readonly PagedServiceBody[] => {
  const found: PagedServiceBody[] = [];
  for (let cursor = {}; ;) {
    const { services, next } = page(registry, { ...query, ...cursor });
    expect(services.length).toBeLessThanOrEqual(Number(query.limit ?? 100));
    found.push(...services);
    if (next === null) return found;
    cursor = { cursor: next };
    between();
  }
};

const keyOf = ({ project, service_name: service }: PagedServiceBody) => `${project}/${service}`;

/** All that is live, read the long way. */
const allOf = (registry: Registry) => projects.flatMap((project) => registry.services(project) ?? []);

const orders = {
  name: (a: PagedServiceBody, b: PagedServiceBody) => (keyOf(a) < keyOf(b) ? -1 : 1),
  created: (a: PagedServiceBody, b: PagedServiceBody) =>
    Date.parse(a.create_time) - Date.parse(b.create_time) || (keyOf(a) < keyOf(b) ? -1 : 1),
};

describe('pages of services', () => {
  test('show every live service once, in order, whatever their size', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 7 }), (story, limit) => {
        const { registry } = played(story);
        const expected = allOf(registry).map(({ facts: { project, service } }) => `${project}/${service}`);
        for (const sort of ['name', 'created'] as const) {
          const up = pages(registry, { sort, limit: String(limit) });
          expect(up.map(keyOf).sort()).toEqual([...expected].sort());
          expect(up).toEqual([...up].sort(orders[sort]));
          expect(pages(registry, { sort: `-${sort}`, limit: String(limit) })).toEqual([...up].reverse());
        }
      }),
    );
  });

  test('show what stays once although others come and go between them', () => {
    fc.assert(
      fc.property(steps, steps, fc.constantFrom('name', '-name', 'created', '-created'), (story, later, sort) => {
        const { registry } = played(story);
        const before = allOf(registry);
        const rest = [...later];
        const shown = pages(registry, { sort, limit: '2' }, () => {
          const next = rest.pop();
          if (next === undefined) return;
          if (next.kind === 'terminate') registry.execute({ type: 'TerminateService', ...next });
          else registry.execute(aCreate({ project: next.project, service: next.service }));
        }).map((service) => `${keyOf(service)}#${service.incarnation}`);
        const stayed = before.flatMap(({ facts: { project, service, incarnation } }) =>
          registry.findService({ project, service })?.facts.incarnation === incarnation
            ? [`${project}/${service}#${incarnation}`]
            : [],
        );
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown).toEqual(expect.arrayContaining(stayed));
      }),
    );
  });

  test('are those of a file that has no index yet, which its next change makes as a replay does', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { registry, store } = played(story);
        const queries = ['name', '-name', 'created', '-created'].map((sort) => ({ sort, limit: '3' }));
        const read = () => queries.map((query) => pages(registry, query));
        const [shown, views] = [read(), store.read((reader) => reader.views(''))];
        store.write((writer) => {
          for (const { key } of views) if (/^(made|index)\//.test(key)) writer.dropView(key);
        });
        expect(read()).toEqual(shown);
        registry.execute({ type: 'TerminateService', project: 'demo', service: 'nobody' });
        expect(store.read((reader) => reader.views(''))).toEqual(views);
        store.write(rebuildViews);
        expect(store.read((reader) => reader.views(''))).toEqual(views);
      }),
      { numRuns: runs(50) },
    );
  });

  test('tell whoever sees some projects nothing of the others, in no cursor either', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('name', '-name', 'created', '-created'), (story, sort) => {
        const { registry } = played(story);
        const seen = visibleRegistry(registry, ['demo', 'other']);
        const own = pages(registry, { sort }).filter(({ project }) => project !== 'foreign');
        expect(pages(seen, { sort, limit: '1' })).toEqual(own);
        const { next } = page(seen, { sort, limit: '1' });
        expect(Buffer.from(next ?? '', 'base64url').toString()).not.toContain('foreign');
      }),
    );
  });
});
