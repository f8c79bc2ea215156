import fc from 'fast-check';
import { dayMs, hourMs, minuteMs } from '../../../src/domain';
import { openRegistry, type Command } from '../../../src/registry';
import { answerRequest } from '../../../src/registry/http';
import { aCreate, aFork, aRow, aWorld, copy, orders, start } from '../world';

const path = '/v1/forkcast/service';

/** What happens to services, and to the registry around them, whether it is accepted or not. */
const commands: readonly Command[] = [
  aFork(),
  aRow('k', 'x'.repeat(2_000_000)),
  { type: 'UpdateService', ...orders, powered: false },
  { type: 'UpdateService', ...orders, powered: true },
  { type: 'UpdateService', ...orders, plan: 'business-8' },
  { type: 'TerminateService', ...copy },
  { type: 'SetCloudDown', cloud: 'google-europe-west1', down: true },
  { type: 'SetCloudDown', cloud: 'google-europe-west1', down: false },
];
const step = fc.oneof(
  fc.constantFrom(...commands),
  fc.integer({ min: 0, max: 5_000 }),
  fc.integer({ min: 0, max: 200 * dayMs }),
  fc.constantFrom(minuteMs, hourMs, dayMs),
);
const services = fc.constantFrom<Parameters<typeof aCreate>[0][]>(
  {},
  { userConfig: { additional_backup_regions: ['google-europe-west4'] } },
  { serviceType: 'opensearch' },
  { serviceType: 'valkey' },
);

test('a page that keeps what it has shown is at every instant that of a registry that has shown nothing yet', () => {
  fc.assert(
    fc.property(
      services,
      fc.constantFrom('instant' as const, 'fast' as const, 'realistic' as const),
      fc.array(step, { minLength: 5, maxLength: 25 }),
      (service, profile, steps) => {
        const world = aWorld({ profile, clock: { kind: 'real' } });
        world.run(aCreate(service));
        let wall = start;
        for (const one of steps) {
          if (typeof one === 'number') world.wall.set((wall += one));
          else world.registry.execute(one);
          const fresh = openRegistry({ store: world.store, wallClock: world.wall });
          const [kept, long] = [world.registry, fresh].map((registry) =>
            answerRequest(registry, { method: 'GET', path }),
          );
          expect(kept).toEqual(long);
        }
      },
    ),
    { numRuns: 20 },
  );
});
