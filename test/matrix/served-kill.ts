import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';

const forkcast = join(repositoryRoot, 'dist/bin/forkcast.js');

/** A server in a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
}

/** Runs one command line of the built program to its end, in a folder. */
export const runForkcast = (folder: string, ...words: readonly string[]) =>
  spawnSync(process.execPath, [forkcast, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, FORKCAST_REGISTRY: '', NO_COLOR: '1' },
  });

/** Starts `forkcast registry serve` in a folder, and waits for its line. Its log goes nowhere, or into a pipe that nobody reads. */
export const startServer = (
  folder: string,
  listen = '127.0.0.1:0',
  log: 'ignore' | 'pipe' = 'ignore',
): Promise<ServerProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [forkcast, 'registry', 'serve', '--listen', listen], {
      cwd: folder,
      stdio: ['ignore', 'pipe', log],
      env: { ...process.env, FORKCAST_REGISTRY: '' },
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout?.once('data', (line: Buffer) => {
      const url = /^forkcast registry listening on (http:\/\/\S+)\n/.exec(line.toString())?.[1];
      child.removeAllListeners('exit');
      if (url === undefined) reject(new Error(`the server wrote ${line.toString()}`));
      else resolve({ child, url });
    });
  });

/** Lets the most memory that a process took be counted from now on. */
export const forgetPeak = ({ pid }: ChildProcess): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** Most memory that a process ever took, or took since that was forgotten, in MB. */
export const peakMb = ({ pid }: ChildProcess): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Waits until a process is gone. */
export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)));

const create = async (url: string, name: string): Promise<boolean> => {
  const body = { service_name: name, service_type: 'pg', plan: 'business-4', user_config: {} };
  const response = await fetch(`${url}/v1/project/demo/service`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.text();
  return response.status === 200;
};

/** Creates services with several clients until the server is gone, and calls `enough` once so many of them were
 * acknowledged; gives the names of all that were. */
const loadUntilGone = async (
  url: string,
  prefix: string,
  count: number,
  enough: () => void,
): Promise<readonly string[]> => {
  const acknowledged: string[] = [];
  const client = async (index: number): Promise<void> => {
    for (let made = 0; made < 100_000; made += 1) {
      const name = `${prefix}-${index}-${made}`;
      if (!(await create(url, name).catch(() => false))) return;
      acknowledged.push(name);
      if (acknowledged.length === count) enough();
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, index) => client(index)));
  return acknowledged;
};

/**
 * Kills a server under load in every round, soon after it has acknowledged a few more than in the round before, and
 * starts it again.
 * @returns how many services were acknowledged, and those of them that are not there in the end
 */
export const killRounds = async (
  rounds: number,
): Promise<{ readonly acknowledged: number; readonly lost: readonly string[] }> => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-served-kill-'));
  try {
    const made = runForkcast(folder, 'registry', 'init', '--profile', 'instant');
    if (made.status !== 0) throw new Error(made.stderr);
    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { child, url } = await startServer(folder);
      const kill = () => void setTimeout(() => child.kill('SIGKILL'), (round * 37) % 10);
      acknowledged.push(...(await loadUntilGone(url, `r${round}`, 4 + ((round * 7) % 50), kill)));
      await ended(child);
    }
    const { child, url } = await startServer(folder);
    const answer = await fetch(`${url}/v1/project/demo/service`);
    const { services } = (await answer.json()) as { services: readonly { service_name: string }[] };
    child.kill('SIGTERM');
    await ended(child);
    const kept = new Set(services.map(({ service_name: name }) => name));
    return { acknowledged: acknowledged.length, lost: acknowledged.filter((name) => !kept.has(name)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
