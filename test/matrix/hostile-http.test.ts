import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { requests, withHeaders, write } from './hostile-requests';
import { hear, say, statusesOf } from './raw-http';
import { ended, peakMb, runForkcast, startServer, type ServerProcess } from './served-kill';

const host = 'host: 127.0.0.1';
/** How many answers had each status, for the eye. */
const tally = (statuses: readonly number[]): string =>
  [...new Set(statuses)]
    .sort((a, b) => a - b)
    .map((status) => `${statuses.filter((other) => other === status).length}×${status}`)
    .join(', ');

describe('a served registry and what is hardly HTTP', () => {
  let folder: string;
  let server: ServerProcess;
  const statuses: number[] = [];
  const serve = async (...token: readonly string[]): Promise<void> => {
    folder = mkdtempSync(join(tmpdir(), 'forkcast-hostile-http-'));
    expect(runForkcast(folder, 'registry', 'init', '--profile', 'instant').status).toBe(0);
    if (token.length > 0) expect(runForkcast(folder, ...token).status).toBe(0);
    server = await startServer(folder);
  };
  afterEach(async () => {
    server.child.kill('SIGKILL');
    await ended(server.child);
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => console.log(`${Object.keys(requests).length} kinds of requests; answers: ${tally(statuses)}`));

  /** Events of the registry, as one of its own processes counts them. */
  const version = (): unknown => {
    const told = runForkcast(folder, 'registry', 'status', '--format', 'json').stdout;
    return (JSON.parse(told) as { readonly events: unknown }).events;
  };

  const told = async ([name, { bytes, ends }]: [string, (typeof requests)[string]]) => {
    const connection = await say(server.url, bytes);
    if (ends) connection.socket.end();
    const { text } = await hear(connection, 3_000);
    return { name, text, statuses: statusesOf(text) };
  };

  test.each([
    ['no token', []],
    ['a token', ['registry', 'token', 'create']],
  ])(
    'with %s it answers each with an error or as its other spelling, changes nothing and lives on',
    async (_, token) => {
      await serve(...token);
      const before = version();
      expect(before).toEqual(expect.any(Number));
      for (const entry of Object.entries(requests)) {
        const answer = await told(entry);
        statuses.push(...answer.statuses);
        expect({ ...answer, statuses: answer.statuses.filter((status) => status >= 500 && status !== 505) }).toEqual({
          ...answer,
          statuses: [],
        });
        expect(answer.text).not.toMatch(/bug|\.js:\d|\n +at |pwned: /);
        if (token.length > 0)
          expect({ ...answer, passed: answer.statuses.includes(200) }).toEqual({ ...answer, passed: false });
        expect((await fetch(`${server.url}/health`)).status).toBe(200);
      }
      expect(version()).toBe(before);
      expect(peakMb(server.child)).toBeLessThan(300);
    },
  );

  test('answers what its parser refuses in the shape of every error', async () => {
    await serve();
    for (const name of ['the preface of HTTP/2', 'headers of 1 MB']) {
      const { text } = await told([name, requests[name] ?? { bytes: '' }]);
      const body = JSON.parse(text.slice(text.indexOf('\r\n\r\n'))) as { readonly errors: readonly unknown[] };
      expect(body.errors).toEqual([expect.objectContaining({ error_code: 'request_invalid' })]);
    }
  });

  test('reads the one good write, so that the others could have been read', async () => {
    await serve();
    const before = version();
    const answer = await told([
      'good',
      { bytes: write([`content-length: 17`, 'connection: close'], '{"by_ms":3600000}') },
    ]);
    expect(answer.statuses).toEqual([200]);
    expect(version()).not.toBe(before);
  });

  test('answers requests in one piece in their order', async () => {
    await serve();
    const paths = Array.from({ length: 200 }, (_, at) => `/v1/project/p-${at}`);
    const all = paths.map((path) => `GET ${path} HTTP/1.1\r\n${host}\r\n\r\n`).join('');
    const { text } = await told(['pipelined', { bytes: all, ends: true }]);
    const named = [...text.matchAll(/"message":"Project (p-\d+) does not exist","errors"/g)].map(([, name]) => name);
    expect(named).toEqual(paths.map((path) => path.slice('/v1/project/'.length)));
  });

  test('cuts who sends a byte now and then, in headers and in bodies', async () => {
    await serve();
    const begun = [
      ...Array.from({ length: 100 }, () => `GET /v1/project HTTP/1.1\r\n${host}\r\nx-a: `),
      ...Array.from({ length: 100 }, () => write(['content-length: 900'], '')),
      ...Array.from({ length: 100 }, () => write(['transfer-encoding: chunked'], '1\r\n')),
    ];
    const slow = await Promise.all(begun.map((text) => say(server.url, text)));
    const drops = setInterval(() => slow.forEach(({ socket }) => socket.writable && socket.write('1')), 5_000);
    const cut = Promise.all(slow.map(({ socket }) => new Promise((done) => socket.once('close', done))));
    const answers = await Promise.race([
      cut.then(() => slow.map(({ heard }) => statusesOf(heard.join('')))),
      wait(150_000, undefined, { ref: false }),
    ]);
    clearInterval(drops);
    expect(answers).toHaveLength(begun.length);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    expect(peakMb(server.child)).toBeLessThan(300);
    expect(statusesOf((await told(['good', { bytes: withHeaders(host, 'connection: close') }])).text)).toEqual([200]);
    statuses.push(...[answers ?? []].flat(2));
  });
});
