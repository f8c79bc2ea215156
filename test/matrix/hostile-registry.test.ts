import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createClient, httpTransport, withFacts } from '../../src/api';
import { forkcastProvider } from '../../src/provider/forkcast-provider';
import { aServiceConfig, service } from '../provider/a-provider';
import { inProcess, stillPorts } from '../provider/protocol/caller';
import { openClient } from '../provider/protocol/client';
import { aResource } from '../engine/fake-registry';
import { repositoryRoot } from '../source-tree';

type Answer = (socket: Socket) => void;

const head = (fields: string, status = '200 OK'): string => `HTTP/1.1 ${status}\r\n${fields}\r\n\r\n`;
const whole =
  (body: string | Buffer, type = 'application/json', status = '200 OK'): Answer =>
  (socket) => {
    socket.write(head(`content-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}`, status));
    socket.end(body);
  };
const refusal = (message: string, status: string): Answer =>
  whole(JSON.stringify({ message, errors: [{ message, status: 400 }] }), 'application/json', status);

const mebibyte = Buffer.alloc(1024 * 1024, 0x20);
/** Writes without an end, until the other side has had enough. */
const flood =
  (first: string): Answer =>
  (socket) => {
    socket.write(first);
    const more = (): void => {
      while (socket.writable && socket.write(mebibyte));
      if (socket.writable) socket.once('drain', more);
    };
    more();
  };
const trickle =
  (first: string, drop: string): Answer =>
  (socket) => {
    socket.write(first);
    const timer = setInterval(() => socket.write(drop), 500);
    socket.on('close', () => clearInterval(timer));
  };

const evil = '\u001b[2J\u001b]0;owned\u0007\u202edecoy\u2066\r\n::error ::pwned\u009b31m';

/** What a server that means harm, or is none, may say. */
const corpus: Readonly<Record<string, Answer>> = {
  'hangs up at once': (socket) => socket.destroy(),
  'says nothing': () => undefined,
  'is no HTTP': (socket) => socket.end('SSH-2.0-OpenSSH_9.2p1\r\n'),
  'garbage bytes': (socket) => socket.end(Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 197) % 256))),
  'an HTML page': whole('<html><body>Sign in</body></html>', 'text/html'),
  'JSON that is cut': whole('{"services": [{"service_na'),
  'less than it promised': (socket) => socket.end(`${head('content-length: 900')}{"services":[]`),
  'JSON of another shape': whole('{"services": {"a": 1}, "service": 7, "projects": "x", "now": 5}'),
  null: whole('null'),
  'a list': whole('[[[]]]'),
  'no service at all': whole('{"service": {}, "services": [{}], "errors": []}'),
  'JSON that is deep': whole(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  'bytes that are no UTF-8': whole(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d])),
  'a body without an end': flood(head('content-type: application/json')),
  'headers without an end': flood('HTTP/1.1 200 OK\r\nx-a: '),
  'a body that grows when it is unpacked': (socket) => {
    const body = gzipSync(Buffer.alloc(300 * 1024 * 1024, 0x20), { level: 1 });
    socket.write(head(`content-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: ${body.length}`));
    socket.end(body);
  },
  'one byte now and then': trickle(head('content-type: application/json\r\ncontent-length: 900'), ' '),
  'one header now and then': trickle('HTTP/1.1 200 OK\r\n', 'x-more: 1\r\n'),
  'a redirect elsewhere': (socket) =>
    socket.end(head('location: http://127.0.0.1:9/steal\r\ncontent-length: 0', '302 Found')),
  'a redirect to itself': (socket) => socket.end(head('location: /v1/project\r\ncontent-length: 0', '307 Temporary')),
  'a refusal with control characters': refusal(evil, '400 Bad Request'),
  'a failure with control characters': refusal(evil, '500 Oops'),
  'a failure that is no JSON': whole(evil, 'text/plain', '502 Bad Gateway'),
  'a refusal of a megabyte': refusal('x'.repeat(1_000_000), '403 Forbidden'),
  'come again in a year': (socket) =>
    socket.end(head('retry-after: 31536000\r\ncontent-length: 2', '503 Unavailable') + '{}'),
};

interface Ended {
  readonly program: string;
  readonly code: number | string;
  readonly text: string;
}

const run = (folder: string, file: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [join(repositoryRoot, 'dist/bin', file), ...words], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', FORKCAST_TOKEN: 'a-token', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(String(part)));
    const timer = setTimeout(() => child.kill('SIGKILL'), 180_000);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ program: [file, ...words.slice(0, 2)].join(' '), code: code ?? String(signal), text: parts.join('') });
    });
  });

const planned = async (url: string): Promise<Ended> => {
  const outside = {
    environment: () => undefined,
    connect: () => withFacts(createClient(httpTransport({ url })), { now: () => 0 }),
    drawId: () => 'an-owner',
  };
  const core = await openClient(inProcess(forkcastProvider(outside), stillPorts({})));
  const at = await core.configure({ project: 'demo' });
  const { diagnostics } = await core.plan(service, aServiceConfig(), null);
  const all = [...at, ...diagnostics];
  return { program: 'provider plan', code: all.length === 0 ? 0 : 1, text: JSON.stringify(all) };
};

/** What no terminal and no log must be given raw. */

const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe('a registry that means harm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-hostile-'));
  let ran = 0;
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    console.log(`${Object.keys(corpus).length} kinds of answers, ${ran} runs`);
  });

  test.each(Object.entries(corpus))('that answers with: %s', async (_name, answer) => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      socket.once('data', () => answer(socket));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const env = { FORKCAST_REGISTRY: url };
    const apply = { ...env, FORKCAST_OPERATION: 'apply', FORKCAST_RESOURCE: JSON.stringify(aResource()) };
    const all = await Promise.all([
      run(folder, 'forkcast.js', ['service', 'list', '--project', 'demo'], env),
      run(folder, 'forkcast.js', ['registry', 'status'], env),
      run(folder, 'local-exec.js', [], apply),
      planned(url),
    ]);
    for (const { program, code, text } of all) {
      ran += 1;
      expect([program, code, raw.test(text), text.length > 0, text.length < 20_000]).toEqual([
        program,
        code === 1 ? 1 : 3,
        false,
        true,
        true,
      ]);
      expect(text).not.toMatch(/bug in |\n {4}at |UnhandledPromise/);
    }
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
});
