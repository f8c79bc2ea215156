import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runForkcast } from '../matrix/served-kill';
import { repositoryRoot } from '../source-tree';

const folder = mkdtempSync(join(tmpdir(), 'forkcast-started-'));
const opened = join(folder, 'opened');
const forkcast = join(repositoryRoot, 'dist/bin/forkcast.js');

beforeAll(() => {
  expect(runForkcast(folder, 'registry', 'init').status).toBe(0);
  mkdirSync(join(folder, 'bin'));
  // In the place of a browser: it writes down what it is to open.
  for (const name of ['xdg-open', 'open'])
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\nprintf %s "$1" > '${opened}'\n`, { mode: 0o755 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the program says first, once it serves; then `look`, then it is stopped. */
const started = async (words: readonly string[], look: (url: string) => Promise<void>): Promise<void> => {
  const path = `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, FORKCAST_REGISTRY: '', PATH: path };
  const child = spawn(process.execPath, [forkcast, ...words], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit');
  try {
    const [line]: unknown[] = await once(child.stdout, 'data');
    await look(/http:\/\/[^\s/]+/.exec(String(line))?.[0] ?? '');
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
};

const pageAt = async (url: string) => {
  const answer = await fetch(`${url}/console/`);
  return { status: answer.status, text: await answer.text(), policy: answer.headers.get('content-security-policy') };
};

test('forkcast console serves the registry of the folder, and opens a browser there', async () => {
  await started(['console', '--listen', '127.0.0.1:0'], async (url) => {
    const { status, text, policy } = await pageAt(url);
    expect([status, text]).toEqual([200, expect.stringContaining('<title>Forkcast</title>')]);
    expect(policy).toMatch(/^default-src 'none'; .*require-trusted-types-for 'script'/);
    expect(text).not.toMatch(/<script(?![^>]* src="\/console\/files\/)|https?:|<style| style=/);
    for (let tries = 0; !existsSync(opened) && tries < 200; tries += 1) await (await fetch(`${url}/v1/me`)).text();
    expect(readFileSync(opened, 'utf8')).toBe(`${url}/console/`);
    rmSync(opened);
  });
});

test('with --no-open the address is told alone', async () => {
  await started(['console', '--no-open', '--listen', '127.0.0.1:0'], async (url) => {
    expect((await pageAt(url)).status).toBe(200);
  });
  expect(existsSync(opened)).toBe(false);
});

test('registry serve has no console with --no-console, and all else', async () => {
  await started(['registry', 'serve', '--no-console', '--listen', '127.0.0.1:0'], async (url) => {
    expect([(await pageAt(url)).status, (await fetch(`${url}/v1/me`)).status]).toEqual([404, 200]);
  });
});
