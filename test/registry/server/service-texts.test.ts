import fc from 'fast-check';
import { dayMs, hourMs, minuteMs } from '../../../src/domain';
import { answerRequest } from '../../../src/registry/http';
import { serviceTexts } from '../../../src/registry/http/server/service-texts';
import { aCreate, aFork, aRow, aWorld, copy, orders, start } from '../world';
import { runs } from '../../whole';

const plain = (world: ReturnType<typeof aWorld>, { project, service }: typeof orders | typeof copy): string =>
  JSON.stringify(
    answerRequest(world.registry, { method: 'GET', path: `/v1/project/${project}/service/${service}` }).body,
  );

describe('a kept answer of a service', () => {
  const types = fc.constantFrom(
    { serviceType: 'pg', plan: 'business-4' },
    { serviceType: 'opensearch', plan: 'business-4' },
    { serviceType: 'valkey', plan: 'business-4' },
  );
  const region = fc.constantFrom({}, { additional_backup_regions: ['google-europe-west4'] });
  const steps = fc.array(
    fc.oneof(
      fc.integer({ min: 0, max: 5_000 }),
      fc.integer({ min: 0, max: 3 * dayMs }),
      fc.constantFrom(hourMs, minuteMs, dayMs),
    ),
    {
      minLength: 3,
      maxLength: 25,
    },
  );

  test('is at every instant what the long way answers', () => {
    fc.assert(
      fc.property(
        types,
        region,
        fc.constantFrom('instant' as const, 'fast' as const, 'realistic' as const),
        steps,
        (type, userConfig, profile, waits) => {
          const world = aWorld({ profile, clock: { kind: 'real' } });
          world.run(aCreate({ ...type, userConfig: type.serviceType === 'valkey' ? {} : userConfig }));
          const texts = serviceTexts();
          let wall = start;
          for (const wait of waits) {
            wall += wait;
            world.wall.set(wall);
            const text = texts(world.registry, {}, orders);
            if (text !== undefined) expect(text).toBe(plain(world, orders));
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });

  test('is kept for a service that runs, and made anew after a change', () => {
    const world = aWorld({ clock: { kind: 'real' } });
    world.run(aCreate({ tags: { now: '2026-11-01T00:00:00Z' } }));
    world.wall.set(start + hourMs);
    const texts = serviceTexts();
    expect(texts(world.registry, {}, orders)).toBe(plain(world, orders));
    world.wall.set(start + hourMs + 1_234);
    expect(texts(world.registry, {}, orders)).toBe(plain(world, orders));
    world.run(aRow('one'), { type: 'ReplaceTags', ...orders, tags: { a: 'b' } }, aFork());
    expect(texts(world.registry, {}, orders)).toBe(plain(world, orders));
    expect(texts(world.registry, {}, copy)).toBe(plain(world, copy));
    expect(texts(world.registry, {}, { project: 'demo', service: 'gone' })).toBeUndefined();
  });
});
