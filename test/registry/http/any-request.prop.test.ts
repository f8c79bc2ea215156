import fc from 'fast-check';
import { operations, unsimulatedOperations, type ApiRequest } from '../../../src/api';
import type { JsonValue } from '../../../src/domain';
import { anOrdersBody, aServedRegistry, collection } from './a-registry';
import { runs } from '../../whole';

const words = fc.constantFrom(
  'demo',
  'orders',
  'copy',
  'defaultdb',
  'avnadmin',
  'pg',
  'business-4',
  '..',
  '__proto__',
  'é',
);
const parts = fc.oneof(words, fc.string({ maxLength: 12 }));
const places = [...operations, ...unsimulatedOperations].map(({ method, path }) => ({ method, path }));

const paths: fc.Arbitrary<Pick<ApiRequest, 'method' | 'path'>> = fc
  .tuple(fc.constantFrom(...places), fc.array(parts, { minLength: 4, maxLength: 4 }), fc.string({ maxLength: 20 }))
  .map(([{ method, path }, values, query]) => {
    let used = 0;
    const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(values[used++ % 4] ?? ''));
    return { method, path: query === '' ? filled : `${filled}?at=${query}` };
  });

const fields = fc.constantFrom(
  'service_name',
  'service_type',
  'plan',
  'cloud',
  'user_config',
  'tags',
  'powered',
  'disk_space_mb',
  'database',
  'username',
  'pool_name',
  'project',
  'paused',
  'down',
  'mode',
  'by_ms',
  'period',
  'key',
  'value',
  'count',
  'integration_type',
  'source_service',
  'dest_service',
  'forkcast',
  '__proto__',
);
const values: fc.Arbitrary<JsonValue> = fc.oneof(
  words,
  fc.constantFrom<JsonValue>(true, false, null, 1, -1, 1.5, {}, [], { service_to_fork_from: 'orders' }, { a: 'b' }),
);
const bodies: fc.Arbitrary<JsonValue | undefined> = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fields, values, { maxKeys: 6 }) },
  { weight: 2, arbitrary: fc.dictionary(fields, values, { maxKeys: 4 }).map((part) => anOrdersBody(part)) },
  fc.constantFrom<JsonValue | undefined>(undefined, null, 'text', 7, []),
);

describe('any request', () => {
  test('is answered: never thrown at, never a status of 500', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(paths, bodies), { minLength: 1, maxLength: 12 }), (requests) => {
        const { ask } = aServedRegistry();
        ask('POST', collection, anOrdersBody());
        for (const [{ method, path }, body] of requests) {
          const { status, body: answer } = ask(method, path, body);
          expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
          expect(answer).toEqual(
            status === 200
              ? expect.not.objectContaining({ error: expect.anything() })
              : expect.objectContaining({ message: expect.stringMatching(/./s), errors: [expect.anything()] }),
          );
        }
      }),
      { numRuns: runs(25) },
    );
  });
});
