import * as z from 'zod/mini';
import { schemaFault } from '../../src/domain';

const Shape = z.strictObject({
  name: z.string().check(z.minLength(2), z.maxLength(4)),
  size: z.optional(z.int().check(z.minimum(1))),
  mode: z.optional(z.enum(['a', 'b'])),
  rate: z.optional(z.number().check(z.positive())),
  either: z.optional(z.union([z.literal('all'), z.strictObject({ inner: z.strictObject({ deep: z.number() }) })])),
  list: z.optional(z.array(z.boolean())),
});

const faultOf = (value: unknown): string => {
  const parsed = Shape.safeParse(value, { reportInput: true });
  return parsed.success ? 'none' : schemaFault(parsed.error, 'the body');
};

test.each<[unknown, string]>([
  [{ name: 'abc' }, 'none'],
  [7, 'the body: expected object, got 7'],
  [{}, 'name: expected string, got nothing'],
  [{ name: 'a' }, 'name: expected at least 2 characters, got "a"'],
  [{ name: 'abcde' }, 'name: expected at most 4 characters, got "abcde"'],
  [{ name: 'abc', size: 0 }, 'size: expected at least 1, got 0'],
  [{ name: 'abc', rate: 0 }, 'rate: expected more than 0, got 0'],
  [{ name: 'abc', size: 1.5 }, 'size: expected integer, got 1.5'],
  [{ name: 'abc', mode: 'c' }, 'mode: expected "a" or "b", got "c"'],
  [{ name: 'abc', surprise: 1 }, 'the body: unknown field "surprise"'],
  [{ name: 'abc', list: [true, 'x'] }, 'list.1: expected boolean, got "x"'],
  [{ name: 'abc', either: { inner: { deep: 'x' } } }, 'either.inner.deep: expected number, got "x"'],
  [{ name: 'abc', either: 'some' }, 'either: none of the allowed forms, got "some"'],
])('%j is told as one sentence that names the field, the bound and the value', (value, fault) => {
  expect(faultOf(value)).toBe(fault);
});

test('a long value is cut', () => {
  expect(faultOf('x'.repeat(500)).length).toBeLessThan(120);
});
