import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { repositoryRoot } from '../source-tree';
import { say } from './raw-http';
import { ended, peakMb, runForkcast, startServer, type ServerProcess } from './served-kill';

const mebibyte = 1024 * 1024;

const slowestHealth = async (url: string, times: number): Promise<number> => {
  let slowest = 0;
  for (let count = 0; count < times; count += 1) {
    const startedAt = performance.now();
    expect((await fetch(`${url}/health`)).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - startedAt);
  }
  return slowest;
};

describe('a served registry among strangers', () => {
  let folder: string;
  let server: ServerProcess;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'forkcast-strangers-'));
    expect(runForkcast(folder, 'registry', 'init', '--profile', 'instant').status).toBe(0);
    server = await startServer(folder);
  });
  afterEach(async () => {
    server.child.kill('SIGKILL');
    await ended(server.child);
    rmSync(folder, { recursive: true, force: true });
  });

  const post = (length: number): string =>
    `POST /v1/project/demo/service HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: ${length}\r\n\r\n`;

  test('answers 401 before it has read a body, and keeps none of it', async () => {
    expect(runForkcast(folder, 'registry', 'token', 'create').status).toBe(0);
    const length = 4 * mebibyte;
    const strangers = await Promise.all(Array.from({ length: 200 }, () => say(server.url, post(length))));
    for (const { socket } of strangers) socket.write(Buffer.alloc(length - 10, 0x20));
    expect(await slowestHealth(server.url, 50)).toBeLessThan(1_000);
    await wait(500);
    expect(strangers.every(({ heard }) => heard.join('').startsWith('HTTP/1.1 401'))).toBe(true);
    expect(peakMb(server.child)).toBeLessThan(300);
    for (const { socket } of strangers) socket.destroy();
  });

  test('keeps 64 MB of bodies at most, and takes them again when these are gone', async () => {
    const length = 4 * mebibyte;
    const slow = await Promise.all(Array.from({ length: 100 }, () => say(server.url, post(length))));
    for (const { socket } of slow) socket.write(Buffer.alloc(length - 10, 0x20));
    const isAnswered = ({ heard }: { readonly heard: readonly string[] }): boolean => heard.length > 0;
    for (let tries = 0; tries < 100 && slow.filter(isAnswered).length < 80; tries += 1) await wait(100);
    expect(slow.filter(isAnswered).every(({ heard }) => heard.join('').startsWith('HTTP/1.1 503'))).toBe(true);
    expect(slow.filter(isAnswered).length).toBeGreaterThanOrEqual(80);
    expect(peakMb(server.child)).toBeLessThan(300);
    for (const { socket } of slow) socket.destroy();
    await wait(200);
    const made = await fetch(`${server.url}/v1/project/demo/service`, {
      method: 'POST',
      body: JSON.stringify({ service_name: 'after', service_type: 'pg', plan: 'business-4' }),
    });
    expect(made.status).toBe(200);
  });

  test('cuts a connection that reads nothing of its answer for 30 seconds', async () => {
    for (let count = 0; count < 400; count += 1) {
      const body = { service_name: `s-${count}`, service_type: 'pg', plan: 'business-4' };
      await (
        await fetch(`${server.url}/v1/project/demo/service`, { method: 'POST', body: JSON.stringify(body) })
      ).text();
    }
    const list = 'GET /v1/project/demo/service HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n';
    const deaf = await Promise.all(Array.from({ length: 2 }, () => say(server.url, '')));
    for (const { socket } of deaf) socket.pause().write(list.repeat(12));
    const cut = deaf.map(({ socket }) => new Promise((resolve) => socket.once('close', resolve)));
    await wait(50_000);
    for (const { socket } of deaf) socket.resume();
    await Promise.race([Promise.all(cut), wait(10_000).then(() => expect('a connection').toBe('cut'))]);
    expect(await slowestHealth(server.url, 20)).toBeLessThan(1_000);
  });

  test.each(['gone', 'stalled'])(
    'serves on when the reader of its log is %s, and ends when it is told to',
    async (state) => {
      const child = spawn(
        process.execPath,
        [join(repositoryRoot, 'dist/bin/forkcast.js'), 'registry', 'serve', '--listen', '127.0.0.1:0'],
        { cwd: folder, env: { ...process.env, FORKCAST_REGISTRY: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      const line = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve));
      const url = /http:\S+/.exec(line.toString())?.[0] ?? '';
      if (state === 'gone') child.stderr.destroy();
      else child.stderr.pause();
      for (let count = 0; count < 3_000; count += 1) await (await fetch(`${url}/v1/clouds`)).text();
      child.kill('SIGTERM');
      const startedAt = performance.now();
      expect(await ended(child)).toBe(0);
      expect(performance.now() - startedAt).toBeLessThan(5_000);
    },
  );
});
