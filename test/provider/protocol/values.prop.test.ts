import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type CtyType, equal, parseNumber, type Value } from '../../../src/provider/protocol';
import { computeKey } from '../../../src/provider/protocol/cty/equal';
import { decodeValue, encodeValue } from '../../../src/provider/protocol/cty/msgpack';
import { toFloat, numberOfFloat, numberText } from '../../../src/provider/protocol/cty/number';
import { parseType, typeJson } from '../../../src/provider/protocol/cty/type';
import { anyNumber, anyType, anyValue } from './arbitraries';
import { runs } from '../../whole';

const typed = (options: { readonly nulls: boolean; readonly unknowns: boolean }) =>
  anyType().chain((type) => anyValue(type, options).map((value): readonly [CtyType, Value] => [type, value]));

test('a value of any type comes back from the wire as it was sent', () => {
  fc.assert(
    fc.property(typed({ nulls: true, unknowns: true }), ([type, value]) => {
      expect(isDeepStrictEqual(decodeValue(type, encodeValue(type, value)), value)).toBe(true);
    }),
    { numRuns: runs(250) },
  );
});

test('what Terraform sends goes back byte by byte', () => {
  fc.assert(
    fc.property(typed({ nulls: true, unknowns: true }), ([type, value]) => {
      const sent = encodeValue(type, value);
      expect(Buffer.from(encodeValue(type, decodeValue(type, sent)))).toEqual(Buffer.from(sent));
    }),
    { numRuns: runs(200) },
  );
});

test('a type comes back from its JSON form', () => {
  fc.assert(
    fc.property(anyType(), (type) => {
      expect(parseType(JSON.parse(JSON.stringify(typeJson(type))))).toEqual(type);
    }),
  );
});

test('a number keeps every digit through its text, and a float keeps its exact value', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      fc.pre(number !== Infinity && number !== -Infinity);
      expect(parseNumber(numberText(number))).toEqual(number);
    }),
    { numRuns: runs(250) },
  );
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (float) => {
      expect(toFloat(numberOfFloat(float))).toBe(float === 0 ? 0 : float);
    }),
    { numRuns: runs(250) },
  );
});

test('values are equal exactly when their keys are', () => {
  const pair = anyType(2).chain((type) => {
    const value = anyValue(type, { nulls: true, unknowns: false });
    return fc.tuple(fc.constant(type), value, value);
  });
  fc.assert(
    fc.property(pair, ([type, one, other]) => {
      expect(equal(type, one, other)).toBe(computeKey(type, one) === computeKey(type, other));
      expect(equal(type, one, one)).toBe(true);
    }),
  );
});

test('bytes that are no value are refused, never misread and never a crash', () => {
  fc.assert(
    fc.property(anyType(2), fc.uint8Array({ maxLength: 40 }), (type, bytes) => {
      try {
        decodeValue(type, bytes);
      } catch (error) {
        expect(['ValueError', 'WireError', 'SyntaxError']).toContain(error instanceof Error ? error.name : '');
      }
    }),
    { numRuns: runs(250) },
  );
});
