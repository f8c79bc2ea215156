import { anOrdersBody, aServedRegistry, codeOf, collection, listIn, textIn } from '../registry/http/a-registry';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../src/domain';

/* C2 of what the vendor's Terraform provider needs: roles and grants of a ClickHouse, by statements. */

const house = `${collection}/orders/clickhouse`;

const aClickHouse = () => {
  const { ask, world, service } = aServedRegistry();
  const made = ask('POST', collection, anOrdersBody({ service_type: 'clickhouse', plan: 'startup-8' }));
  expect(made.status).toBe(200);
  const sql = (query: string, at = house) => ask('POST', `${at}/query`, { database: 'system', query });
  const run = (...statements: readonly string[]) => {
    for (const statement of statements) expect([statement, sql(statement).status]).toEqual([statement, 200]);
  };
  const rows = (table: string, at = house): readonly JsonObject[] => {
    const { body } = sql(`SELECT * FROM system.${table}`, at);
    const names = listIn(body, 'meta').map((column) => textIn(column, 'name'));
    const data = isJsonObject(body) && isJsonList(body['data']) ? body['data'] : [];
    return data.map((row) =>
      Object.fromEntries(names.map((name, at) => [name, isJsonList(row) ? (row[at] ?? null) : null])),
    );
  };
  const held = () =>
    rows('grants').map(({ access_type: privilege, database, table, is_partial_revoke: revoked }) =>
      [revoked === 1 ? 'not' : '', wordOf(privilege), 'on', [database, table].map(wordOf).join('.')].join(' ').trim(),
    );
  expect(ask('POST', `${house}/user`, { name: 'ada', password: 'Abcdef123456' }).status).toBe(200);
  return { ask, sql, run, rows, held, world, service };
};

const wordOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : 'null');

const exceptionOf = (answer: { readonly body: unknown }): string => JSON.stringify(answer.body);

test('a role is made once, shown, and ends with what it was granted', () => {
  const { sql, run, rows } = aClickHouse();
  expect(codeOf(sql('SHOW CREATE ROLE `writer`'))).toBe('400 request_invalid');
  expect(exceptionOf(sql('SHOW CREATE ROLE `writer`'))).toContain('Code: 511. DB::Exception: There is no role');
  run('CREATE ROLE IF NOT EXISTS `writer`', 'CREATE ROLE IF NOT EXISTS `writer`', 'CREATE ROLE `odd\\`name`');
  expect(exceptionOf(sql('CREATE ROLE `writer`'))).toContain('Code: 493.');
  expect(exceptionOf(sql('CREATE ROLE ``'))).toContain('Code: 62. DB::Exception: Syntax error: failed at ``');
  expect(sql('SHOW CREATE ROLE `writer`').body).toMatchObject({ data: [['CREATE ROLE `writer`']] });
  run('GRANT `writer` TO `ada`', 'GRANT INSERT(`c`) ON `shop`.`t` TO `writer` WITH GRANT OPTION');
  expect(rows('role_grants')).toEqual([expect.objectContaining({ user_name: 'ada', granted_role_name: 'writer' })]);
  expect(rows('grants')).toEqual([
    {
      ...{ user_name: null, role_name: 'writer', access_type: 'INSERT', grant_option: 1, is_partial_revoke: 0 },
      ...{ database: 'shop', table: 't', column: 'c' },
    },
  ]);
  run('DROP ROLE `writer`', 'DROP ROLE IF EXISTS `writer`');
  expect([rows('grants'), rows('role_grants')]).toEqual([[], []]);
  expect(exceptionOf(sql('DROP ROLE `writer`'))).toContain('Code: 511.');
});

test('a privilege has the name that ClickHouse keeps it by, and what another one includes is no row', () => {
  const { run, held } = aClickHouse();
  run(
    'GRANT DICTGET ON `default`.* TO `ada`',
    'GRANT DELETE ON *.* TO `ada`',
    'GRANT alter delete ON `shop`.* TO `ada`',
  );
  expect(held()).toEqual(['dictGet on default.null', 'ALTER DELETE on null.null']);
  run('GRANT ALTER ADD PROJECTION ON `shop`.* TO `ada`', 'GRANT ALTER PROJECTION ON `shop`.* TO `ada`');
  expect(held().slice(2)).toEqual(['ALTER PROJECTION on shop.null']);
});

test('what is taken from a group leaves its other parts, and from a wider target an exception', () => {
  const { run, held } = aClickHouse();
  run('GRANT ALTER CONSTRAINT ON `shop`.* TO `ada`', 'REVOKE ALTER ADD CONSTRAINT ON `shop`.* FROM `ada`');
  expect(held()).toEqual(['ALTER DROP CONSTRAINT on shop.null']);
  run('REVOKE ALTER ON *.* FROM `ada`', 'GRANT SELECT ON *.* TO `ada`', 'REVOKE SELECT ON `shop`.`t` FROM `ada`');
  expect(held()).toEqual(['SELECT on null.null', 'not SELECT on shop.t']);
  run('GRANT SELECT ON `shop`.* TO `ada`');
  expect(held()).toEqual(['SELECT on null.null', 'not SELECT on shop.t']);
  run('GRANT SELECT ON *.* TO `ada` WITH GRANT OPTION');
  expect(held()).toEqual(['SELECT on null.null']);
});

test('a table that is called by an asterisk is a table, but not of every database', () => {
  const { sql, run, held } = aClickHouse();
  run('GRANT SELECT ON `default`.`*` TO `ada`');
  expect(held()).toEqual(['SELECT on default.*']);
  expect(exceptionOf(sql('GRANT SELECT ON *.`*` TO `ada`'))).toMatch(/DB::Exception: Syntax error.*`\*`/u);
});

test('a user who is deleted takes the grants along', () => {
  const { ask, run, rows } = aClickHouse();
  run('CREATE ROLE r', 'GRANT r TO ada', 'GRANT SELECT ON shop.* TO ada');
  const ada = listIn(ask('GET', `${house}/user`).body, 'users').find(({ name }) => name === 'ada') ?? {};
  expect(ask('DELETE', `${house}/user/${textIn(ada, 'uuid')}`).status).toBe(200);
  expect([rows('grants'), rows('role_grants')]).toEqual([[], []]);
});

describe('a fork', () => {
  /** Granted before the only backup, and changed after it. */
  const aChangedHouse = () => {
    const house = aClickHouse();
    house.run('CREATE ROLE reader', 'GRANT SELECT ON shop.* TO reader', 'GRANT reader TO ada');
    expect(house.ask('POST', `${collection}/orders/clickhouse/db`, { database: 'shop' }).status).toBe(200);
    house.world.advance(26 * 3_600_000);
    house.run('REVOKE reader FROM ada', 'CREATE ROLE later', 'GRANT INSERT ON shop.* TO later');
    return house;
  };
  const copyBody = anOrdersBody({
    ...{ service_name: 'copy', service_type: 'clickhouse', plan: 'startup-8' },
    user_config: { service_to_fork_from: 'orders' },
  });

  test('has the databases, users, roles and grants of its recovery point, and its own from then on', () => {
    const { ask, sql, rows, service } = aChangedHouse();
    expect(ask('POST', collection, copyBody).status).toBe(200);
    const copy = `${collection}/copy/clickhouse`;
    expect(listIn(ask('GET', `${copy}/db`).body, 'databases').map(({ name }) => name)).toContain('shop');
    expect(listIn(ask('GET', `${copy}/user`).body, 'users').map(({ name }) => name)).toEqual(['avnadmin', 'ada']);
    expect(rows('grants', copy)).toEqual([expect.objectContaining({ role_name: 'reader', access_type: 'SELECT' })]);
    expect(rows('role_grants', copy)).toEqual([expect.objectContaining({ user_name: 'ada' })]);
    const { forkcast } = service('copy');
    const entries = JSON.stringify(forkcast);
    expect(entries).toContain(
      '{"item":"roles","names":["reader"]},{"item":"grants","names":["SELECT ON shop.* TO reader","role reader TO ada"]}',
    );
    expect(entries).toContain('"returned":[{"item":"grants","names":["role reader TO ada"]}]');
    expect(sql('DROP ROLE reader', copy).status).toBe(200);
    expect([rows('grants', copy).length, rows('grants').length]).toEqual([0, 2]);
  });

  test('is foretold to bring back what was revoked since', () => {
    const { ask } = aChangedHouse();
    const { status, body } = ask('POST', '/v1/forkcast/project/demo/service/orders/fork-preview', {
      ...{ service_name: 'copy', plan: 'startup-8' },
    });
    expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining('role reader TO ada')]);
  });
});

test.each([
  'SELECT 1',
  'GRANT',
  'GRANT SELECT ON',
  'GRANT SELECT TO',
  'GRANT SELECT, INSERT ON a.b TO ada',
  "CREATE USER eve IDENTIFIED BY 'x'",
  'GRANT r TO ada, eve',
  'REVOKE ON a.b FROM ada',
])('other SQL is refused by name: %s', (statement) => {
  const { sql } = aClickHouse();
  expect(codeOf(sql(statement))).toBe('400 operation_not_simulated');
});

test.each(['GRANT SELECT ON a.* TO nobody', 'GRANT r TO ada', 'REVOKE SELECT ON a.* FROM nobody'])(
  'nobody is granted what is not there: %s',
  (statement) => {
    const { sql } = aClickHouse();
    expect(exceptionOf(sql(statement))).toContain('Code: 511.');
  },
);

test('several statements at a time, and a role granted to itself, are exceptions, and nothing is done', () => {
  const { sql, run, rows } = aClickHouse();
  run('CREATE ROLE r1;');
  expect(exceptionOf(sql('CREATE ROLE a; DROP ROLE r1'))).toContain(
    'Code: 62. DB::Exception: Syntax error (Multi-statements',
  );
  expect(exceptionOf(sql('GRANT r1 TO r1'))).toContain('Role `r1` cannot be granted to itself');
  expect(sql('SHOW CREATE ROLE r1').status).toBe(200);
  expect(rows('role_grants')).toEqual([]);
});
