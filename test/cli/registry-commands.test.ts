import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aShell, aShellWithOrders, frozenInit } from './a-registry';
import { json } from './a-terminal';

describe('registry init', () => {
  const shell = aShell();

  test('makes a registry where the folder says, and shows what it holds and what comes next', async () => {
    const { exitCode, out, err } = await shell.run(frozenInit);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toContain(`registry       sqlite:${join(shell.folder.path, '.forkcast/registry.db')}`);
    expect(out).toContain('now            2026-11-20T08:00:00Z\nclock          frozen\n');
    expect(out).toContain('projects       demo\n');
    expect(out).toContain('Next:\n  forkcast service create');
  });

  test('refuses a second one, and makes it with --force', async () => {
    const again = await shell.run('registry init');
    expect(again.exitCode).toBe(1);
    expect(again.err).toContain('There is a registry at');
    expect((await shell.run('registry init --force --clock 60x --seed 7 --format json')).exitCode).toBe(0);
    expect(json(await shell.run('registry status --format json'))).toMatchObject({
      formatVersion: 1,
      clock: { mode: 'factor', factor: 60 },
      profile: 'fast',
      seed: '7',
      organizations: ['demo-org'],
      projectNames: ['demo'],
    });
  });

  test('with a world that is refused nothing is left behind', async () => {
    const world = {
      formatVersion: 1,
      organizations: ['shop'],
      projects: [{ name: 'shop', organization: 'shop' }],
      services: [{ service: 'shop/orders', type: 'pg', plan: 'no-such-plan', createdAt: '-1d' }],
    };
    writeFileSync(join(shell.folder.path, 'world.json'), JSON.stringify(world));
    const ran = await shell.run('registry init --world world.json --registry sqlite:other.db');
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('The step services.0 (CreateService shop/orders');
    expect(existsSync(join(shell.folder.path, 'other.db'))).toBe(false);
  });

  test.each([
    ['--world missing.json', 3, 'it is not there'],
    ['--clock sometimes', 2, '--clock is real, frozen, or a factor such as 60x'],
    ['--registry http://127.0.0.1:1', 2, 'the file of a registry'],
  ])('%s ends with %d', async (flags, exitCode, message) => {
    const ran = await shell.run(`registry init --force ${flags}`);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.err).toContain(message);
  });

  test('the same seed and time make the same bytes', async () => {
    const story = [frozenInit, 'service create orders -t pg -p business-4 --cloud google-europe-west1'];
    const snapshots: string[] = [];
    for (const name of ['one.db', 'two.db']) {
      const registry = `--registry sqlite:${name}`;
      await shell.story(...story.map((line) => `${line} ${registry}`));
      snapshots.push((await shell.run(`service get orders -v ${registry}`)).out);
    }
    expect(snapshots[0]).toBe(snapshots[1]);
  });
});

describe('registry seed', () => {
  const shell = aShell();
  const world = {
    formatVersion: 1,
    organizations: ['demo-org'],
    projects: [{ name: 'demo', organization: 'demo-org', defaultCloud: 'aws-eu-west-1' }],
    services: [{ service: 'demo/orders', type: 'pg', plan: 'business-4', cloud: 'aws-eu-west-1', createdAt: '-10d' }],
    story: [{ do: 'write', at: '-1d', service: 'demo/orders', database: 'defaultdb', key: 'a', value: 'b' }],
  };

  test('plays a story from the registry’s now on, and says how far the clock moved', async () => {
    writeFileSync(join(shell.folder.path, 'world.json'), JSON.stringify(world));
    await shell.story(frozenInit);
    const { exitCode, out } = await shell.run('registry seed --world world.json');
    expect(exitCode).toBe(0);
    expect(out).toContain('The clock moved 10 d, from 2026-11-20T08:00:00Z to 2026-11-30T08:00:00Z.');
    expect((await shell.run('registry clock')).out).toBe('2026-11-30T08:00:00Z (frozen)\n');
    expect((await shell.run('registry read orders')).out).toContain('2026-11-29T08:00:00Z  defaultdb  a    b');
  });

  test('a second time its services are there already: refused, and nothing of it is kept', async () => {
    const before = (await shell.run('registry status')).out;
    const more = { ...world, organizations: ['another'] };
    writeFileSync(join(shell.folder.path, 'world.json'), JSON.stringify(more));
    const ran = await shell.run('registry seed --world world.json --format json');
    expect((await shell.run('registry status')).out).toBe(before);
    expect(ran.exitCode).toBe(1);
    expect(json(ran)).toMatchObject({ error: { code: 'FC_WORLD_STEP_REFUSED' } });
  });
});

describe('registry reset', () => {
  const shell = aShell();
  beforeAll(() => shell.story(frozenInit, 'registry advance 3d'));

  test('without a yes nothing changes', async () => {
    expect((await shell.run('registry reset')).exitCode).toBe(1);
    expect((await shell.run('registry reset', { answers: ['no'] })).exitCode).toBe(1);
    expect((await shell.run('registry clock')).out).toContain('2026-11-23T08:00:00Z');
  });

  test('with a yes it is as it was made: seed, timing and clock', async () => {
    expect((await shell.run('registry reset', { answers: ['yes'] })).exitCode).toBe(0);
    expect(json(await shell.run('registry status --format json'))).toMatchObject({
      now: '2026-11-20T08:00:00Z',
      clock: { mode: 'frozen' },
      profile: 'instant',
      seed: '42',
    });
    expect((await shell.run('registry reset --yes')).exitCode).toBe(0);
  });
});

describe('the clock of a registry', () => {
  const shell = aShell();
  beforeAll(() => shell.story(frozenInit));

  test('advance tells from when to when', async () => {
    expect((await shell.run('registry advance 90m')).out).toBe('2026-11-20T08:00:00Z → 2026-11-20T09:30:00Z\n');
    expect(json(await shell.run('registry advance 1d --format json'))).toMatchObject({
      before: '2026-11-20T09:30:00Z',
      now: '2026-11-21T09:30:00Z',
    });
  });

  test('clock and status say how far one that goes with real time is ahead of this machine', async () => {
    const registry = '--registry sqlite:ahead.db';
    await shell.story(`registry init ${registry}`);
    expect((await shell.run(`registry clock ${registry}`)).out).toMatch(/Z \(real\)\n$/);
    await shell.story(`registry advance 2d ${registry}`);
    expect((await shell.run(`registry clock ${registry}`)).out).toMatch(
      /Z \(real\) \(.*2 d.* ahead of this machine\)\n$/,
    );
    expect((await shell.run(`registry status ${registry}`)).out).toMatch(
      /clock +real \(.*2 d.* ahead of this machine\)\n/,
    );
    await shell.story('registry init --clock frozen --at 9999-12-01T00:00:00Z --registry sqlite:late.db');
    const refused = await shell.run('registry advance 31d --registry sqlite:late.db');
    expect([refused.exitCode, refused.err]).toEqual([1, expect.stringContaining('ends at 9999-12-31T23:59:59.999Z')]);
  });

  test('clock freezes it, and runs it as fast as asked', async () => {
    expect((await shell.run('registry clock factor 60')).out).toMatch(/ \(factor 60\)\n$/);
    expect((await shell.run('registry clock real')).out).toMatch(/ \(real\)\n$/);
    expect(json(await shell.run('registry clock freeze --format json'))).toMatchObject({ mode: 'frozen' });
  });
});

describe('what a service holds', () => {
  const shell = aShellWithOrders();
  const running = aShell();

  test('write tells the row and its time', async () => {
    const { out } = await shell.run(`registry write orders defaultdb customer-2 'paid in full'`);
    expect(out).toBe('orders/defaultdb: customer-2 = paid in full (2026-11-23T08:00:00Z)\n');
  });

  test('the time that write and generate tell is that of the rows, though the clock runs on', async () => {
    await running.story(
      'registry init --clock 3600x --profile instant',
      'service create s -t pg -p business-4 --cloud aws-eu-west-1 --wait',
    );
    for (const line of ['write s defaultdb k v', 'generate s defaultdb --rows 1']) {
      const told = json(await running.run(`registry ${line} --format json`))['writtenAt'];
      const read = json(await running.run('registry read s --limit 1 --format json'));
      expect(read).toMatchObject({ rows: [{ written_at: told }] });
    }
  });

  test('read shows the rows of then, and of now', async () => {
    const then = await shell.run('registry read orders --at 2026-11-21T00:00:00Z');
    expect(then.out).toContain('customer-1  early\n\n1 of 1 row, as at 2026-11-21T00:00:00Z');
    const now = json(await shell.run('registry read orders defaultdb --limit 1 --format json'));
    expect(now).toMatchObject({ total: 2, rows: [{ key: 'customer-2', value: 'paid in full' }] });
    expect(json(await shell.run('registry read orders --key customer-1 --format json'))).toMatchObject({ total: 1 });
  });

  test('generate writes a workload that its seed decides', async () => {
    const before = json(await shell.run('registry read orders --format json'))['total'];
    const { out } = await shell.run('registry generate orders defaultdb --rows 3 --seed monday');
    expect(out).toBe('orders/defaultdb: 3 rows of monday (2026-11-23T08:00:00Z)\n');
    const after = json(await shell.run('registry read orders --format json'))['total'];
    expect(after).toBe(Number(before) + 3);
    expect((await shell.run('registry generate orders defaultdb --rows 2000000')).exitCode).toBe(1);
  });

  test('a refused write ends with 1 and its code', async () => {
    const ran = await shell.run('registry write orders nope a b --format json');
    expect(ran.exitCode).toBe(1);
    expect(json(ran)).toMatchObject({ error: { code: 'database_not_found', exitCode: 1 } });
  });

  test('digest differs as soon as the data differ', async () => {
    const digest = async (at: string) => {
      const { out } = await shell.run(`registry digest orders --at ${at} --format json`);
      return /"data_digest": "(\w+)"/.exec(out)?.[1] ?? out;
    };
    expect(await digest('2026-11-21T00:00:00Z')).toBe(await digest('2026-11-21T07:59:59Z'));
    expect(await digest('2026-11-21T00:00:00Z')).not.toBe(await digest('2026-11-22T00:00:00Z'));
    expect((await shell.run('registry digest orders')).out).toContain('users          avnadmin, analyst\n');
  });
});

describe('faults', () => {
  const shell = aShellWithOrders();

  test('outage loses a region and gets it back', async () => {
    expect((await shell.run('registry outage google-europe-west1')).out).toBe('down: google-europe-west1\n');
    expect(json(await shell.run('registry outage --format json'))).toEqual({
      formatVersion: 1,
      outages: ['google-europe-west1'],
    });
    expect((await shell.run('registry outage google-europe-west1 --end')).out).toBe('no cloud is down\n');
    expect((await shell.run('registry outage --end')).exitCode).toBe(2);
  });

  test('pause-copies stops the copies and goes on', async () => {
    await shell.story(`service update orders -c 'additional_backup_regions=["google-europe-west4"]'`);
    expect((await shell.run('registry pause-copies orders')).out).toBe('copies of orders: paused\n');
    expect(json(await shell.run('registry pause-copies orders --end --format json'))).toMatchObject({
      service: 'orders',
    });
  });
});

describe('registry snapshot', () => {
  const shell = aShellWithOrders();

  test('is one JSON document on stdout, or in a file', async () => {
    const now = () => Date.parse('2026-11-24T00:00:00Z');
    const { out } = await shell.run('registry snapshot', { now });
    expect(JSON.parse(out)).toMatchObject({ formatVersion: 1, now: '2026-11-23T08:00:00Z' });
    const ran = await shell.run('registry snapshot --out deep/facts.json', { now });
    expect(ran.out).toContain(join(shell.folder.path, 'deep/facts.json'));
    expect(readFileSync(join(shell.folder.path, 'deep/facts.json'), 'utf8')).toBe(out);
  });

  test('it answers nothing but checks', async () => {
    await shell.story('registry snapshot --out facts.json');
    const ran = await shell.run('registry status --registry facts:facts.json');
    expect(ran.exitCode).toBe(2);
    expect(ran.err).toContain('A snapshot serves forkcast check alone');
  });
});
