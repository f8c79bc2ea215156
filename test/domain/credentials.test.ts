import { maskText, withoutCredentialsIn } from '../../src/domain';

describe('withoutCredentialsIn', () => {
  test('masks who logs in by an address, wherever in a value it stands', () => {
    const value = {
      plain: 'text',
      list: ['https://host', { deep: 'postgres://me:secret@host/db' }],
      no: null,
      at: 5432,
    };
    expect(withoutCredentialsIn(value)).toEqual({
      ...value,
      list: ['https://host', { deep: `postgres://${maskText}@host/db` }],
    });
  });

  test('gives a value that holds no address back as it is', () => {
    const value = { list: ['10.0.0.0/8', { port: 5432 }], text: 'me@host', no: null };
    expect(withoutCredentialsIn(value)).toBe(value);
  });
});
