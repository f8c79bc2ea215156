import { number, objectOf, string } from '../../../src/provider/protocol';
import { decodeValue, encodeValue } from '../../../src/provider/protocol/cty/msgpack';
import { MsgpackWriter } from '../../../src/provider/protocol/wire/msgpack-writer';

const type = objectOf({ b: string, a: number, c: string });

const bytesOf = (...members: readonly (readonly [string, string | undefined])[]): Uint8Array => {
  const writer = new MsgpackWriter();
  writer.map(members.length);
  for (const [name, value] of members) {
    writer.text(name);
    if (value === undefined) writer.nil();
    else writer.text(value);
  }
  return writer.finish();
};

describe('the attributes of an object', () => {
  test('are written in the order in which Terraform writes them', () => {
    expect(encodeValue(type, { c: 'x', b: null, a: null })).toEqual(
      bytesOf(['a', undefined], ['b', undefined], ['c', 'x']),
    );
  });

  test('are read in any order', () => {
    const read = { a: 1, b: null, c: 'x' };
    expect(decodeValue(type, bytesOf(['a', '1'], ['b', undefined], ['c', 'x']))).toEqual(read);
    expect(decodeValue(type, bytesOf(['a', '1'], ['c', 'x'], ['b', undefined]))).toEqual(read);
    expect(decodeValue(type, bytesOf(['c', 'x'], ['b', undefined], ['a', '1']))).toEqual(read);
  });

  test.each([
    ['one is missing', [['a', '1']], 'An object with 3 attributes is required (1 given).'],
    [
      'one is there twice',
      [
        ['a', '1'],
        ['c', 'x'],
        ['c', 'y'],
      ],
      'c is no attribute of its type, or is there twice.',
    ],
    [
      'one is of no type',
      [
        ['a', '1'],
        ['b', 'x'],
        ['d', 'y'],
      ],
      'd is no attribute of its type, or is there twice.',
    ],
  ] as const)('are refused when %s', (_, members, why) => {
    expect(() => decodeValue(type, bytesOf(...members))).toThrow(why);
  });

  test('are refused when one is missing, or more are there, than the type has', () => {
    expect(() => encodeValue(type, { a: 1, b: 'x' })).toThrow('.c is missing');
    expect(() => encodeValue(type, { a: 1, b: 'x', c: 'y', d: 'z' })).toThrow('.d is not an attribute of its type.');
  });
});
