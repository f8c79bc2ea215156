import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { repositoryRoot } from '../source-tree';
import { aShell, aShellWithOrders, frozenInit } from './a-registry';
import { json } from './a-terminal';

/** Changes the file of a registry as nobody should. */
const tamper = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

describe('registry backup', () => {
  const shell = aShellWithOrders();
  const file = (name: string) => join(shell.folder.path, name);

  test('makes one file that is a registry of its own, with its tokens, for its owner alone', async () => {
    await shell.story('registry token create');
    const ran = await shell.run('registry backup monday.db');
    expect([ran.exitCode, ran.out]).toEqual([0, expect.stringMatching(/monday\.db \(\d+ events\)\n$/)]);
    expect(statSync(file('monday.db')).mode & 0o777).toBe(0o600);
    const key = readFileSync(file('.forkcast/registry.db.key'), 'utf8').trim();
    expect(key).toMatch(/[0-9a-f]{64}/);
    expect([existsSync(file('monday.db.key')), readFileSync(file('monday.db')).includes(key)]).toEqual([false, false]);
    await shell.story('registry write orders defaultdb later x', 'registry verify --registry sqlite:monday.db');
    expect((await shell.run('registry read orders --registry sqlite:monday.db')).out).not.toContain('later');
    expect((await shell.run('registry token list --registry sqlite:monday.db')).out).toContain('admin');
    await shell.story('registry reset --yes --registry sqlite:monday.db');
  });

  test('overwrites nothing, and needs the file of a registry', async () => {
    writeFileSync(file('taken.db'), 'mine');
    const ran = await shell.run('registry backup taken.db');
    expect([ran.exitCode, ran.err]).toEqual([3, expect.stringContaining('it is there already')]);
    expect(readFileSync(file('taken.db'), 'utf8')).toBe('mine');
    expect(await shell.run('registry backup x.db --registry http://127.0.0.1:1')).toMatchObject({ exitCode: 2 });
    expect(await shell.run('registry backup x.db --registry sqlite:none.db')).toMatchObject({ exitCode: 3 });
  });
});

describe('registry verify', () => {
  const shell = aShell();
  const file = (name: string) => join(shell.folder.path, name);
  const verify = async (name: string, flags = '') => shell.run(`registry verify ${flags} --registry sqlite:${name}`);
  const copied = async (name: string): Promise<string> => {
    await shell.story(`registry backup ${name} --registry sqlite:whole.db`);
    return file(name);
  };
  beforeAll(() => shell.story(`registry init --world demo --clock frozen --registry sqlite:whole.db`));

  test('finds nothing in one that is whole', async () => {
    const { exitCode, out } = await verify('whole.db');
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/whole\.db is whole: \d+ events\n$/)]);
  });

  test('tells views that differ from the log, and makes them again', async () => {
    tamper(
      await copied('views.db'),
      "UPDATE views SET body = replace(body, 'RUNNING', 'x') || ' ' WHERE key LIKE 'service/%'",
    );
    const found = await verify('views.db');
    expect([found.exitCode, found.out]).toEqual([
      3,
      expect.stringMatching(/^views +service\/\S+ differs from the log/),
    ]);
    expect(found.out).toContain('--rebuild-views');
    expect((await verify('views.db', '--rebuild-views')).exitCode).toBe(0);
    expect((await verify('views.db')).exitCode).toBe(0);
  });

  test('finds nothing in views of before, which hold less of what follows from the log', async () => {
    tamper(
      await copied('before.db'),
      "UPDATE views SET body = json_remove(body, '$.drawn') WHERE key LIKE 'service/%'",
    );
    expect(await verify('before.db')).toMatchObject({ exitCode: 0 });
    tamper(file('before.db'), "UPDATE views SET body = json_remove(body, '$.plan') WHERE key LIKE 'service/%'");
    expect(await verify('before.db')).toMatchObject({ exitCode: 3 });
  });

  test('finds nothing in an untouched file of 0.1.0', async () => {
    copyFileSync(join(repositoryRoot, 'test/golden/kept/0.1.0/registry.db'), file('kept.db'));
    expect(await verify('kept.db')).toMatchObject({ exitCode: 0 });
  });

  test.each([
    ['a missing event', 'DELETE FROM events WHERE position = 7', 'event 8 comes after 6'],
    ['a body that is no JSON', "UPDATE events SET body = '{\"type' WHERE position = 7", 'the log cannot be read'],
    [
      'an event of nothing',
      `UPDATE events SET body = '{"type":"PoolCreated","project":"x","service":"y","incarnation":1}' WHERE position = 7`,
      '',
    ],
    ['an instant that goes back', 'UPDATE events SET at = 1 WHERE position = 9', 'event 9 happened before'],
    [
      'no beginning',
      "UPDATE events SET body = replace(body, 'RegistryInitialized', 'CloudCameBack') WHERE position = 1",
      'event 1 is',
    ],
  ])('tells %s, which nothing makes again', async (_name, sql, told) => {
    const name = `log-${told.length}-${sql.length}.db`;
    tamper(await copied(name), sql);
    const ran = await verify(name, '--rebuild-views');
    expect([ran.exitCode, ran.out]).toEqual([3, expect.stringMatching(/^log /)]);
    expect(ran.out).toContain(told);
    expect(json(await verify(name, '--format json'))).toMatchObject({ whole: false, events: null });
  });

  test('tells pages that are not as they were written', async () => {
    const path = await copied('pages.db');
    const bytes = readFileSync(path);
    bytes.fill(0, 8192, 16384);
    writeFileSync(path, bytes);
    const ran = await verify('pages.db');
    expect([ran.exitCode, ran.out]).toEqual([3, expect.stringMatching(/^pages /)]);
  });

  test('what is damaged is told as such by every command, and made anew with --force', async () => {
    const path = await copied('broken.db');
    tamper(path, "UPDATE views SET body = substr(body, 1, 40) WHERE key LIKE 'service/%'");
    const ran = await shell.run('service list --project prod --registry sqlite:broken.db --format json');
    expect(ran.exitCode).toBe(3);
    expect(json(ran)).toMatchObject({ error: { code: 'FC_STORE_DAMAGED', exitCode: 3 } });
    const bytes = readFileSync(path);
    bytes.fill(0, 4096, 16384);
    writeFileSync(path, bytes);
    await shell.story(
      `${frozenInit} --force --registry sqlite:broken.db`,
      'registry verify --registry sqlite:broken.db',
    );
  });
});

describe('registry token', () => {
  const shell = aShellWithOrders();

  test.each([
    ['0d', "longer than nothing, such as 30d; got '0d'"],
    ['0.1ms', "longer than nothing, such as 30d; got '0.1ms'"],
    ['99999999d', "ends by 9999-12-31T23:59:59.999Z; got '99999999d'"],
  ])('create refuses --expires %s, and makes none', async (said, why) => {
    const ran = await shell.run(`registry token create --expires ${said}`);
    expect([ran.exitCode, ran.out, ran.err]).toEqual([2, '', expect.stringContaining(why)]);
    expect((await shell.run('registry token list')).out).toBe('no tokens\n');
  });

  test('revoke of one that is not there names where they are listed, not the own one', async () => {
    const { exitCode, err } = await shell.run('registry token revoke nope');
    expect([exitCode, err]).toEqual([1, expect.stringContaining('forkcast registry token list')]);
    expect(err).not.toContain('FORKCAST_TOKEN');
  });
});
