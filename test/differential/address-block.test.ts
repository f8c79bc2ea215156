import fc from 'fast-check';
import { isAddressBlock } from '../../src/planner';
import { addressFault } from '../../src/registry/decide/address-block';
import { runs } from '../whole';

test.each([
  ['0.0.0.0/0', true],
  ['10.0.0.1', true],
  ['10.1.2.3/8', true],
  ['10.0.0.0/255.0.0.0', true],
  ['::/0', true],
  ['::', true],
  ['::1', true],
  ['2001:db8::/32', true],
  ['2001:DB8:0:1:2:3:4:5/128', true],
  ['::ffff:192.0.2.1', true],
  ['1:2:3:4:5:6:7::', true],
  ['not-an-ip', false],
  ['', false],
  ['10.0.0.0/33', false],
  ['10.0.0', false],
  ['10.0.0.256', false],
  ['10.0.0.0/', false],
  ['10.0.0.0/8/8', false],
  [' 10.0.0.0/8', false],
  ['::/129', false],
  ['1::2::3', false],
  [':::', false],
  [':1', false],
  ['1:2:3:4:5:6:7:8:9', false],
  ['1::2:3:4:5:6:7:8', false],
  ['1:2:3:4:5:6:7', false],
  ['12345::', false],
  ['192.0.2.1::', false],
  ['2001:db8::/ffff::', false],
  ['fe80::1%eth0', false],
])('both readings of the address %p: %p', (text, isOne) => {
  expect([isAddressBlock(text), addressFault(text) === undefined]).toEqual([isOne, isOne]);
});

test('neither reading tries every way to cut a long text', () => {
  const text = `${'f'.repeat(10_000)}x`;
  expect([isAddressBlock(text), addressFault(text) === undefined]).toEqual([false, false]);
});

const part = fc.constantFrom('0', '1', '10', '255', '256', 'ffff', 'a', '12345', '', '00', '032', '128', '129', '999');
const joint = fc.constantFrom('.', ':', '::', '/', ':::', '');

test('both readings of any text that looks like an address are one', () => {
  const likely = fc.oneof(
    fc.array(fc.tuple(part, joint), { maxLength: 10 }).map((pieces) => pieces.flat().join('')),
    fc.tuple(fc.ipV6(), fc.constantFrom('', '/0', '/64', '/128', '/129', '/', ':')).map((pieces) => pieces.join('')),
    fc.tuple(fc.ipV4Extended(), fc.constantFrom('', '/0', '/32', '/33', '/255.0.0.0')).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(likely, (text) => {
      expect([text, isAddressBlock(text)]).toEqual([text, addressFault(text) === undefined]);
    }),
    { numRuns: runs(2_000), seed: 26_112_714 },
  );
});
