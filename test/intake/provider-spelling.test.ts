import { serviceTypes } from '../../src/domain';
import { bySpelling, nameInApi } from '../../src/intake/plan/families/provider-spelling';

const spelled = (type: string, name: string): string =>
  name.replaceAll('.', type === 'pg' ? '__dot__' : '_').replaceAll('-', '_');

const settingsOf = (type: string): readonly string[] =>
  serviceTypes.find(({ name }) => name === type)?.userConfig.map(({ key }) => key) ?? [];

describe('nameInApi', () => {
  test.each(serviceTypes.map(({ name }) => name))('is the first setting of %s that the provider spells so', (type) => {
    const names = settingsOf(type);
    for (const attribute of names.map((name) => spelled(type, name)))
      expect(nameInApi(bySpelling(type, names), attribute)).toBe(
        names.find((name) => spelled(type, name) === attribute),
      );
  });

  test('is the attribute itself where no setting is spelled so, and a spelling that is listed', () => {
    const pg = bySpelling('pg', settingsOf('pg'));
    expect(nameInApi(pg, 'pg_versoin')).toBe('pg_versoin');
    expect(nameInApi(bySpelling('spreadsheet', []), 'rows')).toBe('rows');
    expect(nameInApi(pg, 'ip_filter_object')).toBe('ip_filter');
  });
});
