import fc from 'fast-check';
import { computeFingerprint } from '../../src/engine';
import { canonicalJson, parseJson } from '../../src/domain';
import { aResource } from './fake-registry';
import { runs } from '../whole';

test('the order of fields says nothing', () => {
  const shuffled = Object.fromEntries(Object.entries(aResource({ tags: { a: '1', b: '2' } })).reverse());
  expect(computeFingerprint({ ...aResource(), ...shuffled, tags: { b: '2', a: '1' } })).toBe(
    computeFingerprint(aResource({ tags: { a: '1', b: '2' } })),
  );
});

test('how long to wait, and where the construct stands, are not part of the request', () => {
  const moved = aResource({
    path: 'demo-stack/moved',
    create_timeout: '1h',
    wait_for_source: true,
    on_fork_change: 'replace',
  });
  expect(computeFingerprint(moved)).toBe(computeFingerprint(aResource()));
});

test.each([
  ['plan', aResource({ plan: 'business-8' })],
  ['stack', aResource({ stack: 'other' })],
  ['secret’s variable', aResource({ secrets: { admin_password: 'ADMIN' } })],
  ['recovery time', aResource({ user_config: { service_to_fork_from: 'source-pg' } })],
])('another %s is another request', (_what, resource) => {
  expect(computeFingerprint(resource)).not.toBe(computeFingerprint(aResource()));
});

test('canonical text means the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = parseJson(JSON.stringify(value));
      expect(parseJson(canonicalJson(plain))).toEqual(plain);
    }),
    { numRuns: runs(200) },
  );
});
