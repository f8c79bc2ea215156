import fc from 'fast-check';
import * as z from 'zod/mini';
import { entry, Instant, Json, list, MaybeInstant } from '../../src/domain/entry';
import { quickly } from '../../src/domain/quick-read';
import { SnapshotFile, writeSnapshot } from '../../src/domain/snapshot-file';
import { aProject, aService, aTerminatedService, someFacts } from '../../src/domain/testing';
import { runs } from '../whole';

/** One of each that is read, beside some that the schema reads alone. */
const schemas = {
  text: z.string(),
  number: z.number(),
  whole: z.int(),
  atLeast: z.int().check(z.positive()),
  long: z.string().check(z.minLength(2)),
  url: z.url(),
  truth: z.boolean(),
  one: z.literal(['a', 'b']),
  word: z.enum(['a', 'b']),
  maybe: z.nullable(z.string()),
  at: Instant,
  maybeAt: MaybeInstant,
  instants: list(Instant),
  json: Json,
  map: z.record(z.string(), Instant),
  named: z.record(z.enum(['a', 'b']), z.string()),
  either: z.union([z.string(), list(z.number())]),
  both: z.union([z.strictObject({ a: z.string() }), z.looseObject({ a: z.string() })]),
  byField: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('a'), at: Instant }),
    z.strictObject({ kind: z.literal('b') }),
  ]),
  strict: entry({ a: z.string(), b: z.exactOptional(Instant), c: z.optional(z.string()) }),
  loose: z.looseObject({ a: z.string(), b: z.optional(z.int()) }),
  stripped: z.object({ a: z.string() }),
  filled: entry({ a: z._default(z.string(), 'a'), b: z.optional(z._default(z.string(), 'b')) }),
  caught: entry({ a: z.catch(z.string(), 'a') }),
} as const satisfies Record<string, z.ZodMiniType>;

const leaves = fc.constantFrom(
  null,
  undefined,
  true,
  0,
  1.5,
  -1,
  NaN,
  Infinity,
  2 ** 60,
  '',
  'a',
  'ab',
  'kind',
  'a.b/c',
);
const texts = fc.constantFrom(
  '2026-11-20T08:00:00Z',
  '2026-11-20T08:00:00.5+01:00',
  '2026-13-20T08:00:00Z',
  'https://a.b',
);
const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaves,
    texts,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'at', 'kind', '__proto__'), tie('value'), { maxKeys: 4 }),
    fc.constant(new Map([['a', 'a']])),
    fc.constant(new Date(0)),
  ),
}));

describe('quickly', () => {
  test.each(Object.entries<z.ZodMiniType>(schemas))('reads what a schema reads: %s', (_, schema) => {
    const read = quickly(schema);
    fc.assert(
      fc.property(values, (value) => {
        expect(read(value)).toEqual(schema.safeParse(value, { reportInput: true }));
      }),
      { numRuns: runs(300) },
    );
  });

  const sure: readonly (readonly [keyof typeof schemas, unknown])[] = [
    ['text', 'a'],
    ['whole', 1],
    ['one', 'b'],
    ['maybeAt', null],
    ['instants', ['2026-11-20T08:00:00Z']],
    ['json', { a: [1, null] }],
    ['map', { a: '2026-11-20T08:00:00Z' }],
    ['either', [1]],
    ['byField', { kind: 'a', at: '2026-11-20T08:00:00Z' }],
    ['strict', { a: 'a', b: '2026-11-20T08:00:00Z' }],
    ['loose', { a: 'a', others: [1] }],
  ];
  test.each(sure)('does not ask a schema for what is surely right: %s', (name, value) => {
    const schema = schemas[name];
    const asked = jest.spyOn(schema, 'safeParse');
    expect(quickly<z.ZodMiniType>(schema)(value).success).toBe(true);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  test('asks for nothing of a whole snapshot', () => {
    const services = [aService(), aService({ service: 'other' })];
    const facts = someFacts({ projects: [aProject()], services, terminated: [aTerminatedService()] });
    const asked = jest.spyOn(SnapshotFile, 'safeParse');
    const read = quickly(SnapshotFile)(JSON.parse(JSON.stringify(writeSnapshot(facts))));
    expect(asked).not.toHaveBeenCalled();
    expect(read.data?.services).toEqual(services);
    asked.mockRestore();
  });
});
