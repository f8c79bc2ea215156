import { readFacts } from '../../src/cli/facts';
import { aShellWithOrders } from './a-registry';
import { aServer } from '../registry/server/a-server';
import { forkcast, json } from './a-terminal';

/** A served registry with a socket, for one test file. */
const aSocket = () => {
  const server = aServer();
  const served = { server, url: '' };
  beforeAll(async () => {
    served.url = await server.server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => server.server.close());
  return served;
};

describe('the command line at a served registry', () => {
  const served = aSocket();
  const run = (line: string) =>
    forkcast(line.split(' '), { cwd: '/', env: { FORKCAST_REGISTRY: served.url, FORKCAST_TOKEN: 'any' } });

  test('creates, forks, lists and terminates as at an embedded one', async () => {
    for (const line of [
      'service create orders -t pg -p business-4 --cloud google-europe-west1 --project demo',
      'service create copy -t pg -p business-4 --cloud google-europe-west1 --service-to-fork-from orders --project demo',
      'service database-create copy --dbname extra --project demo',
      'service backup-list copy --project demo',
      'registry advance 1d',
      'service terminate copy --force --project demo',
    ]) {
      expect([line, await run(line)]).toMatchObject([line, { exitCode: 0 }]);
    }
    const listed = await run('service list --project demo --format json');
    expect(JSON.stringify(json(listed))).toContain('"orders"');
  });

  test('sets, shows and clears faults', async () => {
    expect((await run('registry fault set --error-rate 0.5 --seed a --latency 1ms..2ms')).out).toContain(
      'error_rate: 0.5',
    );
    expect((await run('registry fault show')).out).toContain('seed: "a"');
    expect((await run('registry fault clear')).out).toBe('no faults\n');
    expect(await run('registry fault set --error-rate 2')).toMatchObject({ exitCode: 2 });
  });

  test('takes a snapshot of what a token that only reads may see', async () => {
    const shellOf = (token: string) =>
      forkcast(['registry', 'snapshot'], { cwd: '/', env: { FORKCAST_REGISTRY: served.url, FORKCAST_TOKEN: token } });
    const admin = json(await run('registry token create --format json'));
    const made = await forkcast(['registry', 'token', 'create', '--access', 'read', '--reach', 'demo'], {
      cwd: '/',
      env: { FORKCAST_REGISTRY: served.url, FORKCAST_TOKEN: String(admin.token) },
    });
    expect(made.err).not.toContain('there is no project');
    const early = ['registry', 'token', 'create', '--access', 'read', '--reach', 'dmo'];
    const { err } = await forkcast(early, {
      cwd: '/',
      env: { FORKCAST_REGISTRY: served.url, FORKCAST_TOKEN: String(admin.token) },
    });
    expect(err).toContain(
      'warning: there is no project dmo; the token reaches one that is made under that name later. Did you mean demo?',
    );
    const snapshot = json(await shellOf(made.out.trim()));
    expect(snapshot).toMatchObject({ formatVersion: 1, taken: { goodForHours: 24 } });
    expect(snapshot.projects).toEqual([expect.objectContaining({ name: 'demo' })]);
    expect(await shellOf('nothing')).toMatchObject({ exitCode: 1 });
    const listed = await forkcast(['registry', 'token', 'list'], {
      cwd: '/',
      env: { FORKCAST_REGISTRY: served.url, FORKCAST_TOKEN: String(admin.token) },
    });
    expect(listed.out).not.toContain(String(admin.token));
    expect(listed.out).toMatch(/admin +all/);
    expect(listed.out).toMatch(/read +demo/);
  });
});

describe('tokens and servers of a file', () => {
  const shell = aShellWithOrders();

  test('a snapshot that is older than it is good for is told of in a check', async () => {
    await shell.story('registry snapshot --out facts.json --good-for 1h');
    const later = () => Date.now() + 2 * 3_600_000;
    const ran = await shell.run('check nothing --registry facts:facts.json', { now: later });
    expect(ran.exitCode).toBe(2);
    const lines: string[] = [];
    await readFacts({
      location: () => ({ kind: 'facts', path: `${shell.folder.path}/facts.json`, named: true }),
      reader: () => Promise.reject(new RangeError('nobody')),
      log: (line) => void lines.push(line),
      terminal: { now: later } as never,
    });
    expect(lines.join('\n')).toMatch(/warning: .* is good for 1 hours/);
  });

  test('a file is not served beyond this machine without a token, unless that is said by name', async () => {
    const refused = await shell.run('registry serve --listen 0.0.0.0:0');
    expect(refused).toMatchObject({ exitCode: 3 });
    expect(refused.err).toContain('--allow-anonymous-network');
    const allowed = await shell.run('registry serve --listen 0.0.0.0:0 --allow-anonymous-network');
    expect(allowed.out).toMatch(/^forkcast registry listening on http:\/\/0\.0\.0\.0:\d+\n$/);
    expect(await shell.run('registry serve --listen nowhere')).toMatchObject({ exitCode: 2 });
    expect(await shell.run('registry serve --port 0 --listen 127.0.0.1:0')).toMatchObject({ exitCode: 2 });
    expect((await shell.run('registry serve --port 0')).out).toMatch(/listening on http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(await shell.run('registry serve --registry sqlite:none.db')).toMatchObject({ exitCode: 3 });
  });
});
