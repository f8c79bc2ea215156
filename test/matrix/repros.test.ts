import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { repositoryRoot } from '../source-tree';
import { probedDuring } from './health-probe';
import { requests } from './hostile-requests';
import { holdLock } from './lock-holder';
import { hear, say } from './raw-http';
import { ended, forgetPeak, peakMb, runForkcast, startServer, type ServerProcess } from './served-kill';

jest.setTimeout(600_000);

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Where each of the others is tried: they are no matter of a served registry, or have rounds of their own. */
const elsewhere: Readonly<Record<number, readonly [file: string, title: string]>> = {
  2: ['api/http-transport.test.ts', 'an answer that trickles ends at the same bound, whatever is collected meanwhile'],
  5: ['provider/protocol/transport.test.ts', 'refuses a client that shows %s of the certificates announced'],
  6: ['matrix/registry-files.test.ts', 'is founded by one of six at once, and the others touch nothing'],
  7: ['matrix/read-token.test.ts', 'a token that the registry does not know is an error of the plan'],
  13: ['cli/registry-commands.test.ts', 'clock and status say how far one that goes with real time is ahead'],
  15: [
    'registry/sealing.test.ts',
    'is given back whole, also by a fork, and never stands in the log, the views or the facts',
  ],
  16: [
    'cli/registry-file.test.ts',
    'makes one file that is a registry of its own, with its tokens, for its owner alone',
  ],
  20: ['intake/template.test.ts', 'ends a sequence where its closing brace is, strings inside passed over'],
  21: ['matrix/registry-files.test.ts', '%s is told as that by every command, with exit code 3'],
  23: ['cli/check-plans.test.ts', 'what is no plan ends with 2 and the way to make one'],
  24: ['printed.test.ts', 'JSON that was made printable means what it meant'],
  25: ['api/http-transport.test.ts', 'that grows when it is decompressed'],
  26: ['constructs/carriers.test.ts', 'that is too long for a command is refused at synth'],
  27: ['delivered.test.ts', 'the bill of materials names each once'],
};

const services = 4_000;
const project = '/v1/project/demo';
const own = '/v1/forkcast/project/demo/service/s-0';
/** So soon a server answers that has nothing to do, on a machine that has nothing to do. */
const quietMs = 15;
const mebibyte = 1024 * 1024;

/** What once stopped, swelled or killed a served registry, each against one server that has lived through those before. */
describe('through all that once broke it, a served registry answers /health and stays small', () => {
  const folders: string[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const told: string[] = [];
  let server: ServerProcess;
  /** It has nothing to do: what it takes for an answer is the machine's doing. */
  let idle: ServerProcess;
  let [admin, reader] = ['', ''];

  const made = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'forkcast-repros-'));
    folders.push(folder);
    expect(runForkcast(folder, 'registry', 'init', '--profile', 'instant').status).toBe(0);
    return folder;
  };
  /** The status and the length of an answer, which is thrown away as it comes. */
  const ask = (method: string, path: string, body?: unknown, token = admin) =>
    new Promise<{ readonly status: number; readonly bytes: number; readonly start: string }>((done, fail) => {
      const headers = { authorization: `aivenv1 ${token}`, 'content-type': 'application/json' };
      const asked = request(`${server.url}${path}`, { method, headers, agent }, (answer) => {
        let [bytes, start] = [0, ''];
        answer.on('data', (part: Buffer) => {
          if (bytes < 1_000) start += part.toString('latin1', 0, 1_000);
          bytes += part.length;
        });
        answer.on('end', () => done({ status: answer.statusCode ?? 0, bytes, start })).on('error', fail);
      }).on('error', fail);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  const statuses = async (answers: readonly ReturnType<typeof ask>[]): Promise<readonly number[]> =>
    (await Promise.all(answers)).map(({ status }) => status);
  const times = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const aService = (name: string, part: object = {}) => ({
    service_name: name,
    service_type: 'pg',
    plan: 'business-4',
    ...part,
  });
  const head = (method: string, path: string, token: string, ...headers: readonly string[]): string =>
    [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', `authorization: aivenv1 ${token}`, ...headers, '', ''].join(
      '\r\n',
    );

  beforeAll(async () => {
    const folder = made();
    admin = runForkcast(folder, 'registry', 'token', 'create').stdout.trim();
    reader = runForkcast(folder, 'registry', 'token', 'create', '--access', 'read').stdout.trim();
    // Nobody ever reads its log.
    [server, idle] = [await startServer(folder, '127.0.0.1:0', 'pipe'), await startServer(made())];
    for (let from = 0; from < services; from += 500)
      expect(
        new Set(await statuses(times(500, (at) => ask('POST', `${project}/service`, aService(`s-${from + at}`))))),
      ).toEqual(new Set([200]));
    expect(
      (await ask('POST', `${own}/rows/generate`, { database: 'defaultdb', count: 100_000, seed: 'x' })).status,
    ).toBe(200);
  });
  afterAll(async () => {
    for (const { child } of [server, idle]) {
      child.kill('SIGKILL');
      await ended(child);
    }
    agent.destroy();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    console.log(told.join('\n'));
  });

  const repros: Readonly<Record<string, () => Promise<void>>> = {
    '3 a log that nobody reads': async () => {
      for (let round = 0; round < 60; round += 1) await statuses(times(50, () => ask('GET', '/v1/clouds')));
    },
    '4 a lock of another process': async () => {
      const release = await holdLock(join(folders[0] ?? '', '.forkcast/registry.db'));
      const writes = times(20, (at) => ask('POST', `${project}/service`, aService(`locked-${at}`)));
      expect((await ask('POST', `${project}/service/s-1/metrics`, { period: 'hour' })).status).toBe(200);
      await wait(3_000);
      await release();
      expect(new Set(await statuses(writes))).toEqual(new Set([200]));
    },
    '8 bodies of strangers, and slow ones of holders': async () => {
      const post = (token: string) => head('POST', `${project}/service`, token, `content-length: ${4 * mebibyte}`);
      const begun = [...times(150, () => post('wrong')), ...times(50, () => post(admin))];
      const slow = await Promise.all(begun.map((text) => say(server.url, text)));
      for (const { socket } of slow) socket.write(Buffer.alloc(4 * mebibyte - 10, 0x20));
      await wait(2_000);
      for (const { socket } of slow) socket.destroy();
    },
    '9 lists that nobody reads, rows, digests and snapshots of a reader': async () => {
      const paths = [`${own}/rows?limit=10&offset=99000`, `${own}/contents`, `${project}/service`];
      const answers = paths.map((path) => ask('GET', path, undefined, reader));
      expect(await statuses([...answers, ask('GET', '/v1/forkcast/snapshot')])).toEqual([200, 200, 200, 200]);
      const deaf = await Promise.all(times(60, () => say(server.url, head('GET', `${project}/service`, reader))));
      for (const { socket } of deaf) socket.pause();
      await wait(10_000);
      for (const { socket } of deaf) socket.destroy();
    },
    '10 integrations among many services': async () => {
      const body = { integration_type: 'logs', source_service: 's-1', dest_service: 'logs' };
      expect((await ask('POST', `${project}/service`, aService('logs', { service_type: 'opensearch' }))).status).toBe(
        200,
      );
      for (let round = 0; round < 20; round += 1) {
        const { status, start } = await ask('POST', `${project}/integration`, body);
        const id = /"service_integration_id":"([^"]+)"/.exec(start)?.[1] ?? '';
        expect([status, (await ask('GET', `${project}/integration/${id}`)).status]).toEqual([200, 200]);
        expect((await ask('DELETE', `${project}/integration/${id}`)).status).toBe(200);
      }
    },
    '11 settings that are too large, and a fault that delays': async () => {
      const fat = (size: number) => ({ user_config: { pg: { log_line_prefix: "'".repeat(size) } } });
      expect((await ask('POST', `${project}/service`, aService('fat', fat(3_900_000)))).status).toBe(400);
      const fault = { operation: 'ServiceList', latency_ms: 200, times: 3 };
      await ask('PUT', '/v1/forkcast/fault', fault);
      expect(await statuses(times(3, () => ask('GET', `${project}/service`)))).toEqual([200, 200, 200]);
      expect((await ask('DELETE', '/v1/forkcast/fault')).status).toBe(200);
    },
    '14 names of dots, and what is hardly HTTP': async () => {
      expect((await ask('PUT', `${project}/service/s-1/user/%2e%2e`, { operation: 'reset-credentials' })).status).toBe(
        404,
      );
      for (const { bytes } of Object.values(requests)) void (await hear(await say(server.url, bytes), 200));
    },
    '17 and 18 what a reader may not see': async () => {
      const { start } = await ask('GET', `${project}/service/s-1?include_secrets=false`, undefined, reader);
      expect(start).not.toContain('AVNS_');
      expect((await ask('GET', `${project}/service/s-1?include_secrets=true`, undefined, reader)).status).toBe(403);
    },
    '19 pages of other sites': async () => {
      const foreign = head(
        'POST',
        '/v1/forkcast/clock/advance',
        'none',
        'origin: http://localhost:1',
        'content-length: 0',
      );
      expect((await hear(await say(server.url, foreign), 500)).text).toMatch(/^HTTP\/1\.1 40[13] /);
    },
    '28 a thousand tokens, and names of prototypes': async () => {
      for (let round = 0; round < 95; round += 1) {
        const made = await Promise.all(
          times(10, (at) => ask('POST', '/v1/forkcast/token', { hash: hashOf(`${round}-${at}`), access: 'read' })),
        );
        const ids = made.map(({ start }) => /"id":"([^"]+)"/.exec(start)?.[1] ?? '');
        expect(new Set(await statuses(ids.map((id) => ask('DELETE', `/v1/forkcast/token/${id}`))))).toEqual(
          new Set([200]),
        );
      }
      await ask('POST', `${project}/service`, aService('odd', { tags: JSON.parse('{"__proto__":"x"}') as object }));
    },
    '12 a clock at its end': async () => {
      const century = { by_ms: 100 * 365 * 86_400_000 };
      const answers = [];
      for (let step = 0; step < 100; step += 1)
        answers.push((await ask('POST', '/v1/forkcast/clock/advance', century)).status);
      expect(answers.at(-1)).toBe(400);
      expect((await ask('GET', `/v1/forkcast/service?limit=100`)).status).toBe(200);
    },
    '1 resets': async () => {
      for (let round = 0; round < 5; round += 1) expect((await ask('POST', '/v1/forkcast/reset')).status).toBe(200);
      expect((await ask('GET', '/v1/project', undefined, 'none')).status).toBe(401);
    },
    '22 another registry in its place': async () => {
      runForkcast(folders[0] ?? '', 'registry', 'init', '--force', '--profile', 'instant');
      expect([200, 401]).toContain((await ask('GET', '/v1/project')).status);
    },
  };

  test('each of the 28 is tried here, or there', () => {
    const here = Object.keys(repros).flatMap((name) =>
      [...name.matchAll(/\d+(?= )/g)].map(([number]) => Number(number)),
    );
    const named = [...new Set([...here, ...Object.keys(elsewhere).map(Number)])].sort((a, b) => a - b);
    expect(named).toEqual(Array.from({ length: 28 }, (_, index) => index + 1));
    for (const [file, title] of Object.values(elsewhere))
      expect([file, readFileSync(join(repositoryRoot, 'test', file), 'utf8').includes(title)]).toEqual([file, true]);
  });

  test.each(Object.entries(repros))('%s', async (name, repro) => {
    forgetPeak(server.child);
    const [waits, { slowest: floor }] = await probedDuring([server, idle], repro);
    const { slowest, worked, count } = waits;
    const memory = peakMb(server.child);
    told.push(
      `${name}: slowest of ${count} /health ${Math.round(slowest)} ms (idle server ${Math.round(floor)} ms), ` +
        `9 of 10 while the server worked for at most ${Math.round(worked)} ms, ${Math.round(memory)} MB`,
    );
    expect({ name, answered: slowest < Infinity && floor < Infinity }).toEqual({ name, answered: true });
    // Where the idle server waits, neighbours are busy, and keep the probe from hearing its answers: then most of them count, by work.
    if (floor < quietMs) expect(slowest).toBeLessThan(100);
    expect(worked).toBeLessThan(100);
    expect(memory).toBeLessThan(300);
  });
});
