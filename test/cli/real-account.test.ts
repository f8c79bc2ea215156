import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { Forkcast, Service } from '../../src';
import { tokenFor } from '../../src/api';
import { isJsonObject, parseJson, recoveryReportSchema, type JsonValue } from '../../src/domain';
import { aServer } from '../registry/server/a-server';
import { aFolder, forkcast, json } from './a-terminal';

const parsed = (text: string): JsonValue => parseJson(text) ?? null;

/** Nothing in it that only we tell. */
const asVendor = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(asVendor);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([name]) => name !== 'forkcast' && name !== 'predicted_by');
  return Object.fromEntries(fields.map(([name, inner]) => [name, asVendor(inner)]));
};

/** The vendor as far as it is known, and a record of all that was sent to it. */
const aRecordingVendor = () => {
  const { ask, world } = aServer({ profile: 'fast' });
  const unchanged = (body: JsonValue): JsonValue => body;
  const vendor = { url: '', seen: [] as string[], world, forbidden: '', proxied: 0, changed: unchanged };
  const answer = async ({ method = '', url: asked = '' }: IncomingMessage) => {
    // What it is asked as a proxy names the whole address.
    const url = asked.replace(/^http:\/\/vendor\.example/, '');
    if (url !== asked) vendor.proxied += 1;
    vendor.seen.push(`${method} ${url}`);
    if (url.startsWith('/v1/forkcast')) return { status: 404, body: { message: 'Not found' } };
    if (vendor.forbidden !== '' && url.startsWith(`/v1/project/${vendor.forbidden}/`))
      return { status: 403, body: { message: 'Not a project member' } };
    const { status, body } = await ask('GET', url);
    return { status, body: vendor.changed(asVendor(body)) };
  };
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json', date: new Date(world.now()).toUTCString() });
      response.end(JSON.stringify(body));
    });
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address: AddressInfo | string | null = server.address();
    if (address === null || typeof address === 'string') throw new RangeError('no port');
    vendor.url = `http://127.0.0.1:${address.port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return vendor;
};

describe('a real account', () => {
  const vendor = aRecordingVendor();
  const folder = aFolder();
  /** How far the clock of this machine is ahead. */
  let aheadMs = 0;
  const runIn = (home: string | undefined, ...words: readonly string[]) =>
    forkcast(words, {
      cwd: folder.path,
      env: {
        FORKCAST_REGISTRY: vendor.url,
        FORKCAST_TOKEN: 'any-token',
        ...(home === undefined ? {} : { HOME: home }),
      },
      now: () => vendor.world.now() + aheadMs,
    });
  const run = (...words: readonly string[]) => runIn(undefined, ...words);
  const stackOf = (plan: string, target?: string): string => {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'forkcast-real-')), skipValidation: true });
    const stack = new TerraformStack(app, 'live');
    new Forkcast(stack, 'forkcast', { project: 'demo', registry: 'http://127.0.0.1:9' });
    new Service(stack, 'fork', {
      serviceName: 'orders-fork',
      serviceType: 'pg',
      plan,
      cloudName: 'aws-eu-central-1',
      userConfig: { serviceToForkFrom: 'orders', ...(target === undefined ? {} : { recoveryTargetTime: target }) },
      ...(target === undefined ? { latestTransaction: true } : {}),
    });
    app.synth();
    return app.outdir;
  };
  beforeAll(() => {
    const create = {
      type: 'CreateService',
      project: 'demo',
      serviceType: 'pg',
      plan: 'business-4',
      userConfig: {},
    } as const;
    vendor.world.run({ ...create, service: 'orders', cloud: 'google-europe-west1' });
    vendor.world.run({ ...create, service: 'other', cloud: 'google-europe-west1' });
    vendor.world.advance(3 * 86_400_000);
  });
  beforeEach(() => {
    vendor.seen.length = 0;
    vendor.forbidden = '';
    vendor.changed = (body) => body;
    aheadMs = 0;
  });

  test('is judged by GET alone: one list of each, and the backups of what is named', async () => {
    const out = stackOf('business-4');
    const ran = await run('check', out, '--format', 'json');
    rmSync(out, { recursive: true });
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.err).toMatch(/was read with \d+ GET requests; its clock is 0 s off/);
    expect(vendor.seen.filter((line) => !line.startsWith('GET '))).toEqual([]);
    expect(vendor.seen.filter((line) => line.endsWith('/backups'))).toEqual([
      'GET /v1/project/demo/service/orders/backups',
    ]);
    expect(vendor.seen.filter((line) => line.includes('/service?'))).toEqual([
      'GET /v1/project/demo/service?include_secrets=false',
    ]);
    const undecided = JSON.stringify(json(ran));
    for (const word of ['outages of clouds, which are not published', 'the owner of a live service'])
      expect(undecided).toContain(word);
  });

  test('is read through the proxy that the environment names', async () => {
    const env = { FORKCAST_REGISTRY: 'http://vendor.example', FORKCAST_TOKEN: 'any-token', HTTP_PROXY: vendor.url };
    const through = (more: Readonly<Record<string, string>>) =>
      forkcast(['recover', '--format', 'json'], {
        cwd: folder.path,
        env: { ...env, ...more },
        now: () => vendor.world.now(),
      });
    expect((await through({})).exitCode).toBe(0);
    expect([vendor.proxied > 0, vendor.proxied]).toEqual([true, vendor.seen.length]);
    const wrong = await through({ HTTP_PROXY: 'socks5://proxy.example' });
    expect(wrong).toMatchObject({ exitCode: 3, err: expect.stringContaining('HTTP_PROXY names no proxy') });
    const off = await through({ HTTP_PROXY: 'http://127.0.0.1:1' });
    expect(off.err).toContain('It was asked through the proxy 127.0.0.1:1; NO_PROXY leaves hosts out.');
  });

  test.each([
    ['projects', 'the list of projects comes in pages, which are not read: a project that is not on the first'],
    ['clouds', 'the list of clouds of project demo comes in pages'],
    ['services', 'the list of services of project demo comes in pages'],
    ['backups', 'the list of backups of demo/orders comes in pages'],
  ])('a list of %s that comes in pages is undecided and named, never taken for whole', async (name, said) => {
    vendor.changed = (body) => parsed(JSON.stringify(body).replace(`{"${name}":`, `{"cursor":"b2","${name}":`));
    const out = stackOf('business-4', '2020-01-01T00:00:00Z');
    const ran = await run('check', out, '--format', 'json');
    rmSync(out, { recursive: true });
    expect(ran.err).toContain(`note: ${said}`);
    // The time is before everything: of what was read as a whole that is an error.
    expect(ran.exitCode).toBe(name === 'projects' ? 1 : 0);
  });

  test('a project of another page is undecided, never absent', async () => {
    vendor.changed = (body) => (isJsonObject(body) && 'projects' in body ? { projects: [], cursor: 'b2' } : body);
    const out = stackOf('business-4');
    const ran = await run('check', out, '--format', 'json');
    rmSync(out, { recursive: true });
    expect([ran.exitCode, JSON.stringify(json(ran)).includes('facts of project demo')]).toEqual([0, true]);
  });

  test('a command that lists says so, too, and shows no part as the whole', async () => {
    vendor.changed = (body) => parsed(JSON.stringify(body).replace('{"services":', '{"next":"b2","services":'));
    const ran = await run('service', 'list', '--project', 'demo');
    expect([ran.exitCode === 0, ran.out]).toEqual([false, '']);
    expect(ran.err).toContain('it is one page of several, which are not read');
  });

  test('a review reads it by GET alone too', async () => {
    const out = stackOf('business-4');
    const ran = await run('review', out, '--format', 'markdown');
    rmSync(out, { recursive: true });
    expect([ran.exitCode, ran.out.includes('orders-fork')]).toEqual([0, true]);
    expect(vendor.seen.length).toBeGreaterThan(3);
    expect(vendor.seen.filter((line) => !line.startsWith('GET '))).toEqual([]);
  });

  test('an error is one there too', async () => {
    const out = stackOf('buisness-4');
    const ran = await run('check', out);
    rmSync(out, { recursive: true });
    expect(ran).toMatchObject({ exitCode: 1, out: expect.stringContaining('sizing/plan-unknown') });
  });

  test('recover reads the backups of all, and says what it may not know', async () => {
    const ran = await run('recover', '--format', 'json');
    expect(ran.exitCode).toBe(0);
    expect(vendor.seen.filter((line) => line.endsWith('/backups'))).toHaveLength(2);
    const { services } = recoveryReportSchema().parse(json(ran));
    const forks = services.flatMap(({ cells }) => cells.flatMap(({ from }) => (from === null ? [] : [from])));
    expect(forks.length).toBeGreaterThan(0);
    // In the vendor's words: no location by name, no newest transaction.
    for (const { fork, restoredTo } of forks) {
      expect(Object.keys(fork)).not.toContain('from');
      expect(fork).toMatchObject({ user_config: { recovery_target_time: restoredTo } });
      expect(Object.keys(fork)).not.toContain('latest_transaction');
    }
    expect(vendor.seen.every((line) => line.startsWith('GET '))).toBe(true);
  });

  test.each(['text', 'markdown', 'html'])('recover prints the vendor`s own command line, as %s', async (format) => {
    const { out } = await run('recover', '--lose', 'service', '--format', format);
    expect(out).toContain('avn service create orders-recovered --project demo --service-type pg --plan business-4');
    expect(out).toMatch(/-c service_to_fork_from=orders -c recovery_target_time=\d{4}-\d\d-\d\dT/u);
    expect(out).not.toContain('forkcast service create');
  });

  test('a project that may not be read is undecided and named, never absent', async () => {
    vendor.forbidden = 'demo';
    const out = stackOf('business-4');
    const ran = await run('check', out, '--format', 'json');
    rmSync(out, { recursive: true });
    expect(ran.err).toContain('may not read project demo (403)');
    expect(ran.exitCode).toBe(0);
  });

  test('a time within the difference of the clocks is undecided, and decided where they agree', async () => {
    const out = stackOf('business-4', new Date(vendor.world.now() + 60_000).toISOString());
    const decided = await run('check', out, '--format', 'json');
    expect(decided).toMatchObject({ exitCode: 1 });
    aheadMs = 120_000;
    const told = await run('check', out, '--format', 'json');
    rmSync(out, { recursive: true });
    expect(told.err).toContain('its clock is 120 s off');
    expect(told.exitCode).toBe(0);
    expect(JSON.stringify(json(told))).toContain('the exact time of the control plane');
  });

  test('no cloud is called up where nobody tells what is down', async () => {
    expect((await run('cloud', 'list', '--provider', 'aws')).out).toMatch(
      /^aws-eu-west-1 .*whether it is down is not published$/m,
    );
    expect(json(await run('cloud', 'list', '--provider', 'aws', '--format', 'json'))).toMatchObject({
      clouds: expect.arrayContaining([expect.objectContaining({ name: 'aws-eu-west-1', down: null })]) as unknown,
    });
  });

  test('what was read serves the next command up to its age, which is said', async () => {
    const home = mkdtempSync(join(tmpdir(), 'home-'));
    const out = stackOf('business-4');
    const first = await runIn(home, 'check', out, '--format', 'json');
    const requests = vendor.seen.length;
    aheadMs = 42_000;
    const second = await runIn(home, 'check', out, '--format', 'json');
    expect(second.err).toContain('was read 42 s ago; --max-age 0s reads it anew');
    expect(vendor.seen.slice(requests).every((line) => line.startsWith('GET /v1/forkcast/snapshot'))).toBe(true);
    expect({ ...json(second), now: null }).toEqual({ ...json(first), now: null });
    expect((await runIn(home, 'registry', 'snapshot')).err).toContain('was read with');
    rmSync(out, { recursive: true });
    const [file = ''] = readdirSync(join(home, '.cache/forkcast')).filter((name) => name.endsWith('.facts'));
    const path = join(home, '.cache/forkcast', file);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toContain('any-token');
  });

  test.each([
    ['a password of the vendor', 'AVNS_0123456789abcdef', 'a password of a service'],
    ['the token', 'any-token', 'the token'],
  ])('%s in what was read keeps it out of the cache', async (_what, secret, said) => {
    const home = mkdtempSync(join(tmpdir(), 'home-'));
    vendor.changed = (body) => parsed(JSON.stringify(body).replaceAll('"tags":{}', `"tags":{"note":"${secret}"}`));
    const out = stackOf('business-4');
    const ran = await runIn(home, 'check', out);
    rmSync(out, { recursive: true });
    expect(ran.err).toContain(`is not kept for the next command: it holds ${said}`);
    expect(readdirSync(join(home, '.cache/forkcast')).filter((name) => name.endsWith('.facts'))).toEqual([]);
  });

  test('a snapshot with a password in it is not written', async () => {
    vendor.changed = (body) =>
      parsed(JSON.stringify(body).replaceAll('"tags":{}', '"tags":{"note":"AVNS_0123456789"}'));
    const ran = await run('registry', 'snapshot');
    expect(ran).toMatchObject({ exitCode: 3, out: '', err: expect.stringContaining('holds a password of a service') });
  });

  test.each<readonly [string, string, string]>([
    ['a state that nobody knows', '"state":"RUNNING"', '"state":"SUSPENDED"'],
    ['a field that is not there', '"plan":"business-4"', '"other":1'],
  ])('a source with %s is undecided, never absent', async (_what, from, to) => {
    vendor.changed = (body) => {
      const [before = '', after] = JSON.stringify(body).split('"service_name":"orders"');
      return after === undefined ? body : parsed(`${before}"service_name":"orders"${after.replace(from, to)}`);
    };
    const out = stackOf('business-4');
    const ran = await run('check', out, '--format', 'json');
    rmSync(out, { recursive: true });
    expect(ran.err).toContain('note: demo/orders cannot be read, so what rests on it is undecided');
    expect([ran.exitCode, JSON.stringify(json(ran)).includes('live service demo/orders')]).toEqual([0, true]);
  });

  test('nulls and new fields in an answer change nothing', async () => {
    const out = stackOf('business-4');
    const before = await run('check', out, '--format', 'json');
    vendor.changed = (body) =>
      parsed(JSON.stringify(body).replaceAll('"backup_name"', '"new":{},"additional_regions":null,"backup_name"'));
    const after = await run('check', out, '--format', 'json');
    rmSync(out, { recursive: true });
    expect(after.out).toBe(before.out);
  });

  describe('a fork that somebody made', () => {
    const file = () => join(folder.path, 'runs.json');
    const recorded = () => JSON.parse(readFileSync(file(), 'utf8')) as { runs: Record<string, unknown>[] };
    const policy = {
      formatVersion: 1,
      restoreRuns: 'runs.json',
      recovery: [{ name: 'fast', survives: ['service'], rto: '1h' }],
    };
    const region = async () => {
      const ran = await run('recover', '--policy', 'fast.json', '--lose', 'service', '--format', 'json');
      return recoveryReportSchema()
        .parse(json(ran))
        .services.find(({ name }) => name === 'demo/orders')?.cells[0];
    };
    beforeAll(async () => {
      writeFileSync(join(folder.path, 'fast.json'), JSON.stringify(policy));
      vendor.world.run({
        ...{ type: 'CreateService', project: 'demo', service: 'rehearsal', serviceType: 'pg', plan: 'business-4' },
        ...{ cloud: 'google-europe-west1', userConfig: { service_to_fork_from: 'orders' } },
      });
      // Each look takes half a second.
      vendor.changed = (body) => {
        vendor.world.advance(500);
        return body;
      };
      vendor.seen.length = 0;
      const ran = await run('service', 'wait', 'rehearsal', '--project', 'demo', '--record', 'runs.json');
      expect(ran).toMatchObject({ exitCode: 0, err: expect.stringMatching(/recorded: demo\/rehearsal took \d+ s/) });
      expect(vendor.seen.filter((line) => !line.startsWith('GET '))).toEqual([]);
    });

    test('is waited for by GET alone, and its time written down with where it was measured', () => {
      const { runs } = recorded();
      expect(runs).toMatchObject([
        { fork: 'demo/rehearsal', source: 'demo/orders', type: 'pg', registry: vendor.url, simulated: false },
      ]);
      expect(Number(runs[0]?.['seconds'])).toBeGreaterThan(0);
    });

    test('is what restores are judged by, computed, and never called measured', async () => {
      const cell = await region();
      expect(cell).toMatchObject({
        verdict: 'met',
        why: expect.stringContaining('the recorded run of demo/orders at'),
      });
      expect(JSON.stringify(cell)).not.toContain('measured');
    });

    test('counts neither from a simulator nor from another registry', async () => {
      const kept = readFileSync(file(), 'utf8');
      const { runs } = recorded();
      for (const other of [{ simulated: true }, { registry: 'https://api.example' }, { plan: 'business-8' }]) {
        writeFileSync(file(), JSON.stringify({ formatVersion: 1, runs: runs.map((one) => ({ ...one, ...other })) }));
        expect(await region()).toMatchObject({
          verdict: 'unknown',
          why: expect.stringContaining('nobody measured a restore here'),
        });
      }
      writeFileSync(file(), kept);
    });

    test('that ran already, and what is no fork, are not recorded', async () => {
      for (const [name, why] of [
        ['rehearsal', 'it ran already'],
        ['orders', 'it is no fork'],
      ] as const) {
        const ran = await run('service', 'wait', name, '--project', 'demo', '--record', 'runs.json');
        expect(ran).toMatchObject({ exitCode: 0, err: expect.stringContaining(why) });
      }
      expect(recorded().runs).toHaveLength(1);
    });

    test('a file of runs that is none is refused with the place and what it may hold', async () => {
      writeFileSync(join(folder.path, 'none.json'), JSON.stringify({ formatVersion: 1, runs: [{ fork: 'x' }] }));
      const ran = await run('recover', '--runs', 'none.json');
      expect(ran).toMatchObject({ exitCode: 3, err: expect.stringContaining('runs.0.source') });
      writeFileSync(join(folder.path, 'wrong.json'), JSON.stringify({ ...policy, restoreRuns: 'none.json' }));
      expect((await run('recover', '--policy', 'wrong.json')).err).toContain('restoreRuns none.json: runs.0.source');
    });
  });

  test('no more requests are sent than are allowed', async () => {
    const ran = await run('registry', 'snapshot', '--max-requests', '2');
    expect(ran).toMatchObject({ exitCode: 3, err: expect.stringContaining('more than 2 requests') });
    expect(vendor.seen.filter((line) => !line.includes('/v1/forkcast')).length).toBeLessThanOrEqual(2);
  });

  test.each([
    'service create x -t pg -p business-4 --project demo',
    'service terminate orders --project demo --force',
    'service update orders --project demo -p business-8',
  ])('nothing is changed there: %s', async (line) => {
    const ran = await run(...line.split(' '));
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining('is no simulator of Forkcast') });
    expect(vendor.seen.every((sent) => sent.startsWith('GET '))).toBe(true);
  });
});

describe('the token', () => {
  const both = { FORKCAST_TOKEN: '', AIVEN_TOKEN: 'theirs', AIVEN_WEB_URL: 'https://proxy.example' };
  test.each([
    ['https://api.aiven.io', both, 'theirs'],
    ['https://proxy.example', both, 'theirs'],
    ['http://api.aiven.io', both, undefined],
    ['https://api.aiven.io.example', both, undefined],
    ['https://registry.example', both, undefined],
    ['http://registry.example', { ...both, FORKCAST_TOKEN: 'ours' }, 'ours'],
    ['https://api.aiven.io', { ...both, FORKCAST_TOKEN: 'ours' }, 'ours'],
    ['https://api.aiven.io', {}, undefined],
  ])('for %s', (url, env: Readonly<Record<string, string>>, token) => {
    expect(tokenFor(url, (name) => env[name])).toBe(token);
  });
});
