import { parseSettings, parseTags } from '../../src/cli/settings';

describe('parseSettings', () => {
  test.each([
    ['pg', 'pg_version=16', { pg_version: '16' }],
    ['pg', 'backup_hour=3', { backup_hour: 3 }],
    ['pg', 'additional_backup_regions=["aws-eu-west-1"]', { additional_backup_regions: ['aws-eu-west-1'] }],
    ['pg', 'service_to_fork_from=a=b', { service_to_fork_from: 'a=b' }],
    ['pg', 'no_such_key=17', { no_such_key: 17 }],
    ['pg', 'no_such_key=text', { no_such_key: 'text' }],
    ['pg', 'pg.log_min_duration_statement=10', { pg: { log_min_duration_statement: 10 } }],
  ])('reads a %s setting %s by the key of its type', (type, pair, settings) => {
    expect(parseSettings(type, [pair])).toEqual(settings);
  });

  test('a dot adds to the object of the settings before it', () => {
    expect(parseSettings('pg', ['pg.a=1', 'pg.b.c=x'])).toEqual({ pg: { a: 1, b: { c: 'x' } } });
  });

  test('a dot leaves the rest of a live object as it is', () => {
    const live = { pg: { a: 1, b: { c: 'x' } }, work_mem: 8 };
    expect(parseSettings('pg', ['pg.b.d=2'], live)).toEqual({ pg: { a: 1, b: { c: 'x', d: 2 } } });
    expect(parseSettings('pg', ['pg={"d": 2}'], live)).toEqual({ pg: { d: 2 } });
  });

  test('one name is not given two values', () => {
    expect(() => parseSettings('pg', ['work_mem=8', 'work_mem=9'])).toThrow(
      "-c work_mem is given twice, as '8' and as '9': give it once.",
    );
    expect(parseSettings('pg', ['work_mem=8', 'work_mem=8'])).toEqual({ work_mem: 8 });
  });

  test('a name with dots is one name, and what stands in it is read on', () => {
    expect(parseSettings('pg', ['pg.pg_stat_statements.track=all', 'pg.jit=true'])).toEqual({
      pg: { 'pg_stat_statements.track': 'all', jit: true },
    });
    expect(parseSettings('opensearch', ['opensearch.cluster.remote_store.translog.max_readers=100'])).toEqual({
      opensearch: { 'cluster.remote_store': { 'translog.max_readers': 100 } },
    });
    expect(parseSettings('thanos', ['query-frontend.query-range.align-range-with-step=true'])).toEqual({
      'query-frontend': { 'query-range.align-range-with-step': true },
    });
  });

  test.each([
    ['pg_version', '-c takes KEY=VALUE'],
    ['backup_hour=noon', '-c backup_hour takes a whole number'],
    ['additional_backup_regions=aws-eu-west-1', '-c additional_backup_regions takes a JSON list'],
  ])('refuses %s and names the form', (pair, message) => {
    expect(() => parseSettings('pg', [pair])).toThrow(message);
  });

  test('repeats nothing of a setting that holds a secret', () => {
    expect(() => parseSettings('pg', ['migration=hunter2'])).toThrow(/takes a JSON object, .*; got something else\.$/);
  });
});

describe('parseTags', () => {
  test('keeps everything after the first equals sign', () => {
    expect(parseTags(['team=a=b', 'empty='])).toEqual({ team: 'a=b', empty: '' });
  });

  test('refuses what has none', () => {
    expect(() => parseTags(['team'])).toThrow('--tag takes KEY=VALUE');
  });
});
