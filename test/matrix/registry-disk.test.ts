import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFaults, openSqliteStore } from '../../src/registry';
import { createEmbedded, type WorldFile } from '../../src/registry/embedded';
import { defaultWorld } from '../registry/default-world';
import { aGrant } from '../registry/server/a-server';
import { ended, runForkcast, startServer } from './served-kill';

const wallClock = { now: () => Date.now() };
const orders = { project: 'demo', service: 'orders' } as const;
const world: WorldFile = {
  ...defaultWorld,
  profile: 'instant',
  services: [{ service: 'demo/orders', type: 'pg', plan: 'business-4', createdAt: '-3d' }],
};

const mount = (...words: readonly string[]): boolean => spawnSync('mount', words).status === 0;
const unmount = (folder: string): void => void spawnSync('umount', ['-l', folder]);

/** Whether this process may mount: else the tests below are skipped, and their names say so. */
const mayMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-mount-'));
  const may = mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder);
  if (may) unmount(folder);
  rmSync(folder, { recursive: true, force: true });
  return may;
})();
const mounted = mayMount ? test : test.skip;
const why = mayMount ? '' : ' (skipped: this user may mount no file system)';

describe('a registry on a disk that is in trouble', () => {
  let folder: string;
  const path = () => join(folder, 'registry.db');
  const inFolder = (name: string) => join(folder, name);
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'forkcast-disk-'))));
  afterEach(() => {
    unmount(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  const found = (part: Partial<Parameters<typeof createEmbedded>[0]> = {}) =>
    createEmbedded({ path: path(), wallClock, world, seed: 's', id: 'one', ...part });
  const fill = (): void => {
    for (let size = 65_536; size >= 1; size = Math.floor(size / 4)) {
      try {
        for (let count = 0; count < 10_000; count += 1)
          writeFileSync(inFolder('filler'), Buffer.alloc(size), { flag: 'a' });
      } catch {
        // Less fits, or nothing.
      }
    }
  };
  const caught = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };

  mounted(`that is full refuses changes, reads on, and takes them again once there is room${why}`, () => {
    mount('-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder);
    const registry = found({ founding: 'first' });
    registry.execute({ type: 'CreateToken', grant: aGrant('secret') });
    fill();
    const acknowledged: string[] = [];
    const write = (key: string) =>
      registry.execute({ type: 'WriteRow', ...orders, database: 'defaultdb', key, value: 'v'.repeat(500) });
    const trouble = caught(() => {
      for (let count = 0; count < 100_000; count += 1) {
        write(`k${count}`);
        acknowledged.push(`k${count}`);
      }
    });
    expect(trouble).toMatchObject({ code: 'FC_STORE_FULL', exitCode: 3 });
    const keys = () => registry.contents(orders)?.rows.map(({ key }) => key);
    expect(keys()).toEqual(acknowledged);
    const events = registry.status().events;
    expect(caught(() => found({ replace: true, id: 'two', founding: 'second' }))).toMatchObject({
      code: 'FC_STORE_FULL',
    });
    expect(caught(() => found({ path: inFolder('other.db') }))).toMatchObject({ code: 'FC_STORE_FULL' });
    expect(readdirSync(folder).filter((name) => name.startsWith('other'))).toEqual([]);
    expect([registry.status().events, registry.tokens().length, keys()]).toEqual([events, 1, acknowledged]);
    rmSync(inFolder('filler'));
    expect(write('again').kind).toBe('accepted');
    registry.close();
    const store = openSqliteStore(path());
    expect(findFaults(store)).toEqual([]);
    store.close();
  });

  mounted(`that is read-only is read, and says so of changes${why}`, () => {
    const [real, view] = [inFolder('real'), inFolder('view')];
    mkdirSync(real);
    mkdirSync(view);
    // Held open, so that it can be read where it may not be written.
    const held = found({ path: join(real, 'registry.db') });
    held.status();
    mount('--bind', real, view);
    mount('-o', 'remount,ro,bind', view);
    try {
      const ran = (line: string) =>
        runForkcast(
          folder,
          ...line.split(' '),
          '--registry',
          `sqlite:${join(view, 'registry.db')}`,
          '--format',
          'json',
        );
      expect(ran('service list')).toMatchObject({ status: 0 });
      for (const line of ['registry advance 1d', 'registry init --force']) {
        const { status, stdout } = ran(line);
        expect([line, status, JSON.parse(stdout)]).toMatchObject([line, 3, { error: { code: 'FC_STORE_READ_ONLY' } }]);
      }
      const made = runForkcast(folder, 'registry', 'init', '--registry', `sqlite:${join(view, 'new.db')}`);
      expect([made.status, made.stderr]).toEqual([3, expect.stringContaining('may not be written')]);
      expect(ran('service list')).toMatchObject({ status: 0 });
    } finally {
      held.close();
      unmount(view);
    }
  });

  mounted(`that is full: its server answers 503 to changes and at /ready until there is room${why}`, async () => {
    mount('-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder);
    expect(runForkcast(folder, 'registry', 'init', '--profile', 'instant').status).toBe(0);
    const { child, url } = await startServer(folder);
    const create = (name: string) =>
      fetch(`${url}/v1/project/demo/service`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ service_name: name, service_type: 'pg', plan: 'business-4', user_config: {} }),
      });
    const ask = async (name: string) => {
      const answer = await fetch(`${url}${name}`);
      return [answer.status, await answer.json()] as const;
    };
    expect(await ask('/ready')).toEqual([200, { status: 'ready' }]);
    fill();
    let made = 0;
    let last = await create('s0');
    while (last.status === 200 && made < 5_000) last = await create(`s${(made += 1)}`);
    expect([last.status, await last.json()]).toMatchObject([503, { errors: [{ error_code: 'storage_full' }] }]);
    expect(await ask('/ready')).toMatchObject([503, { code: 'storage_full' }]);
    expect(await ask('/health')).toMatchObject([200, {}]);
    const [, listed] = await ask('/v1/project/demo/service');
    expect((listed as { services: readonly unknown[] }).services).toHaveLength(made);
    rmSync(inFolder('filler'));
    expect(await ask('/ready')).toEqual([200, { status: 'ready' }]);
    expect((await create('again')).status).toBe(200);
    child.kill('SIGTERM');
    await ended(child);
  });

  test('two servers on one file: what one resets, the other serves anew, with its token', async () => {
    expect(runForkcast(folder, 'registry', 'init', '--profile', 'instant').status).toBe(0);
    const token = runForkcast(folder, 'registry', 'token', 'create').stdout.trim();
    const [one, two] = [await startServer(folder), await startServer(folder)];
    const ask = async (server: typeof one, method: string, where: string, body?: object) => {
      const answer = await fetch(`${server.url}${where}`, {
        method,
        headers: { authorization: `aivenv1 ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return [answer.status, (await answer.json()) as { services?: readonly { service_name: string }[] }] as const;
    };
    const names = async (server: typeof one) =>
      (await ask(server, 'GET', '/v1/project/demo/service'))[1].services?.map(({ service_name: name }) => name).sort();
    const body = (service_name: string) => ({ service_name, service_type: 'pg', plan: 'business-4', user_config: {} });
    for (let round = 0; round < 20; round += 1) {
      const created = [one, two].map((server, index) =>
        ask(server, 'POST', '/v1/project/demo/service', body(`r${round}-${index}`)),
      );
      expect((await Promise.all(created)).map(([status]) => status)).toEqual([200, 200]);
      expect(await names(one)).toEqual([`r${round}-0`, `r${round}-1`]);
      expect(await names(two)).toEqual([`r${round}-0`, `r${round}-1`]);
      expect((await ask(round % 2 === 0 ? one : two, 'POST', '/v1/forkcast/reset'))[0]).toBe(200);
      expect([await names(one), await names(two)]).toEqual([[], []]);
      for (const { url } of [one, two]) expect((await fetch(`${url}/v1/project/demo/service`)).status).toBe(401);
    }
    for (const { child } of [one, two]) {
      child.kill('SIGTERM');
      await ended(child);
    }
  });
});
