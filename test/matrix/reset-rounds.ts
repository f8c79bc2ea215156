import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { openEmbeddedRegistry } from '../../src/registry/embedded';
import { aGrant } from '../registry/server/a-server';

const bundles = resolve(__dirname, '../../node_modules/.cache/forkcast-test');
const wallClock = { now: () => Date.now() };

/** The worker as one file of JavaScript; `drop` removes it. */
export const aWorker = (): { readonly script: string; readonly drop: () => void } => {
  const script = join(bundles, `reset-worker-${process.pid}.cjs`);
  mkdirSync(bundles, { recursive: true });
  buildSync({
    entryPoints: [join(__dirname, 'reset-worker.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
  });
  return { script, drop: () => rmSync(script, { force: true }) };
};

/** Runs a worker to its end. */
export const runWorker = (script: string, ...words: readonly string[]) =>
  spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });

/** Starts a worker that goes on until it is told to end, which gives what it has printed. */
const startWorker = (script: string, ...words: readonly string[]): (() => Promise<readonly string[]>) => {
  const child = spawn(process.execPath, [script, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const closed = new Promise<number | null>((done) => child.on('close', done));
  return async () => {
    child.stdin.end();
    const code = await closed;
    expect(code).toBe(0);
    return chunks
      .join('')
      .split('\n')
      .filter((line) => line !== '');
  };
};

/** What became of the writes of many processes to a registry that was made anew meanwhile. */
export interface ResetRounds {
  readonly acknowledged: number;
  /** Acknowledged by the newest registry, and not in it. */
  readonly missing: readonly string[];
  /** Acknowledged by a registry that was done away with before they were sent. */
  readonly late: readonly string[];
  /** Looks that found no whole registry, or one without its token. */
  readonly torn: readonly string[];
}

/** Lets writers write, and one look, while a registry is made anew so many times by two processes in turns. */
export const resetRounds = async (
  script: string,
  path: string,
  { writers, resets }: { readonly writers: number; readonly resets: number },
): Promise<ResetRounds> => {
  expect(runWorker(script, path, 'found', '0').status).toBe(0);
  const first = openEmbeddedRegistry({ path, wallClock });
  first.execute({ type: 'CreateToken', grant: aGrant('secret') });
  first.close();
  const stops = Array.from({ length: writers }, (_, index) => startWorker(script, path, 'write', `w${index}`));
  const watching = startWorker(script, path, 'watch');
  const resetting = startWorker(script, path, 'reset', '1', String(resets));
  const reset = await resetting();
  expect(reset).toEqual([]);
  await new Promise((done) => setTimeout(done, 300));
  const lines = (await Promise.all(stops.map((stop) => stop()))).flat().map((line) => line.split(' '));
  const torn = await watching();
  const last = openEmbeddedRegistry({ path, wallClock });
  const kept = new Set(last.contents({ project: 'demo', service: 'orders' })?.rows.map(({ key }) => key));
  last.close();
  const late = lines.filter(([before, seed]) => !(Number(seed) >= Number(before)));
  const newest = lines.filter(([, seed]) => seed === String(resets)).map(([, , key = '']) => key);
  expect(newest.length).toBeGreaterThan(0);
  return {
    acknowledged: lines.length,
    missing: newest.filter((key) => !kept.has(key)),
    late: late.map((line) => line.join(' ')),
    torn,
  };
};
