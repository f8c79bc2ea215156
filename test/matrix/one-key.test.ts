import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';

jest.setTimeout(300_000);

/** Waits for a file, so that all begin together, then takes the key of a registry, and prints it. */
const taker = `
  const { existsSync } = require('node:fs');
  const { keySource } = require(${JSON.stringify(join(repositoryRoot, 'dist/registry/store/key-file.js'))});
  const [path, go] = process.argv.slice(1);
  console.log('ready');
  const wait = () => {
    if (!existsSync(go)) return setTimeout(wait, 2);
    console.log(JSON.stringify(keySource(path, undefined).take()));
  };
  wait();
`;

test('of ten processes that make a key at once the first one’s stays, and all take that one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-one-key-'));
  const keys = new Set<string>();
  const rounds = 3;
  for (let round = 0; round < rounds; round += 1) {
    const [path, go] = [join(folder, `${round}.db`), join(folder, `${round}.go`)];
    const takers = Array.from({ length: 10 }, () => {
      const child = spawn(process.execPath, ['-e', taker, path, go], { stdio: ['ignore', 'pipe', 'inherit'] });
      const told: string[] = [];
      const ready = new Promise((done) => child.stdout.once('data', done));
      child.stdout.on('data', (part) => told.push(String(part)));
      return { ready, end: new Promise<string>((done) => child.once('close', () => done(told.join('')))) };
    });
    await Promise.all(takers.map(({ ready }) => ready));
    writeFileSync(go, '');
    const all = new Set(await Promise.all(takers.map(({ end }) => end)));
    const [told = ''] = all;
    const key = readFileSync(`${path}.key`, 'utf8').trim();
    expect([all.size, told.includes('"kind":"key"'), told.includes(key)]).toEqual([1, true, true]);
    expect(statSync(`${path}.key`).mode & 0o777).toBe(0o600);
    keys.add(key);
  }
  expect(keys.size).toBe(rounds);
  expect(readdirSync(folder).filter((name) => !/^\d+\.(db\.key|go)$/.test(name))).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});
