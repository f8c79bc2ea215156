import { shownConfig } from '../../src/engine/real/shown-config';

test('a dry run names each secret of a request and shows none', () => {
  const user_config = {
    admin_password: 'FirstSecret-1',
    pg_version: '17',
    migration: { host: 'h', password: 'hunter2' },
  };
  expect(shownConfig('pg', { user_config })).toEqual({
    user_config: { admin_password: '<redacted>', pg_version: '17', migration: { host: 'h', password: '<redacted>' } },
  });
  expect(shownConfig('pg', {})).toEqual({});
});
