import { forkKeyDifferences } from '../../src/planner';

const made = {
  project: 'demo',
  userConfig: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' },
  origin: null,
};
const changes = (userConfig: Parameters<typeof forkKeyDifferences>[0]['userConfig'], latestTransaction = false) =>
  forkKeyDifferences({ userConfig, latestTransaction }, made).map(({ key }) => key);

describe('forkKeyDifferences', () => {
  test('the same keys are no change', () => expect(changes(made.userConfig)).toEqual([]));
  test('a key that is left out, null or empty is no change', () => {
    expect(changes({})).toEqual([]);
    expect(changes({ service_to_fork_from: null, recovery_target_time: '' })).toEqual([]);
  });
  test('another value is a change', () => {
    expect(changes({ service_to_fork_from: 'billing-pg' })).toEqual(['service_to_fork_from']);
  });
  test.each([
    '2026-11-19T12:00:00+00:00',
    '2026-11-19T13:00:00+01:00',
    '2026-11-19 12:00:00',
    '2026-11-19T12:00Z',
    '2026-11-19T12:00:00.000Z',
  ])('the same instant spelled %s is no change', (time) => {
    expect(changes({ recovery_target_time: time })).toEqual([]);
  });
  test('another instant, and a time that is none, are changes', () => {
    expect(changes({ recovery_target_time: '2026-11-19T12:00:00+01:00' })).toEqual(['recovery_target_time']);
    expect(changes({ recovery_target_time: 'noon' })).toEqual(['recovery_target_time']);
  });
  test('a key that the service was made without is a change', () => {
    expect(changes({ project_to_fork_from: 'staging' })).toEqual(['project_to_fork_from']);
  });
  test('its own project, and the source under its former key, mean what is not written', () => {
    expect(changes({ project_to_fork_from: 'demo', pg_service_to_fork_from: 'source-pg' })).toEqual([]);
    expect(changes({ pg_service_to_fork_from: 'billing-pg' })).toEqual(['pg_service_to_fork_from']);
    const plain = { ...made, userConfig: {} };
    const declared = { userConfig: { project_to_fork_from: 'demo' }, latestTransaction: false };
    expect(forkKeyDifferences(declared, plain)).toHaveLength(1);
  });
  test('the latest transaction is a change, unless the service was made with it', () => {
    const owned = { ...made, origin: { latestTransaction: false } };
    expect(forkKeyDifferences({ userConfig: {}, latestTransaction: true }, owned)).toHaveLength(1);
    expect(changes({}, true)).toEqual([]);
    const latest = { ...made, origin: { latestTransaction: true } };
    expect(forkKeyDifferences({ userConfig: {}, latestTransaction: true }, latest)).toEqual([]);
    expect(forkKeyDifferences({ userConfig: made.userConfig, latestTransaction: false }, latest)).toHaveLength(1);
  });
});
