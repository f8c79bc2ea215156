import { spawn } from 'node:child_process';
import type { ServerProcess } from './served-kill';

/**
 * Asks `/health` of servers in turn, from a process of its own, until its stdin ends; prints of each the slowest answer, and how
 * long the server's main thread worked at most during 9 of 10, in ms.
 */
const probe = `
  const { Agent, get } = require('node:http');
  const { readFileSync } = require('node:fs');
  const agent = new Agent({ keepAlive: true });
  const servers = JSON.parse(process.argv[1]);
  const found = servers.map(() => ({ slowest: 0, works: [] }));
  let told = false;
  process.stdin.on('end', () => (told = true)).resume();
  const worked = (pid) => Number(readFileSync('/proc/' + pid + '/task/' + pid + '/schedstat', 'utf8').split(' ')[0]) / 1e6;
  const ask = ({ url, pid }) => new Promise((done) => {
    const [startedAt, before] = [performance.now(), worked(pid)];
    const end = (status) => done(status === 200 ? [performance.now() - startedAt, worked(pid) - before] : [Infinity, 0]);
    get(url + '/health', { agent }, (answer) => answer.resume().on('end', () => end(answer.statusCode))).on('error', () => end(0));
  });
  (async () => {
    while (!told || found[0].works.length === 0) {
      for (const [index, server] of servers.entries()) {
        const [took, work] = await ask(server);
        found[index].slowest = Math.max(found[index].slowest, took);
        found[index].works.push(work);
      }
      await new Promise((next) => setTimeout(next, 5));
    }
    console.log(JSON.stringify(found.map(({ slowest, works }) => ({
      slowest: slowest === Infinity ? null : slowest,
      worked: works.sort((a, b) => a - b)[Math.floor(works.length * 0.9)],
      count: works.length,
    }))));
    process.exit();
  })();
`;

/** What a probe found of a server while something went on. */
interface Probed {
  /** The slowest answer, in ms; Infinity: one was not answered, or not with 200. */
  readonly slowest: number;
  /** How long the server worked at most during 9 of 10 answers, in ms. */
  readonly worked: number;
  readonly count: number;
}

/** Watches whether two servers answer `/health`, while work is done. */
export const probedDuring = async (
  servers: readonly [ServerProcess, ServerProcess],
  work: () => Promise<unknown>,
): Promise<readonly [Probed, Probed]> => {
  const asked = servers.map(({ url, child: { pid } }) => ({ url, pid }));
  const child = spawn(process.execPath, ['-e', probe, JSON.stringify(asked)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const told: string[] = [];
  child.stdout.on('data', (part) => told.push(String(part)));
  const end = new Promise((done) => child.once('close', done));
  try {
    await work();
  } finally {
    child.stdin.end();
    await end;
  }
  type Told = Omit<Probed, 'slowest'> & { readonly slowest: number | null };
  const [first, second] = JSON.parse(told.join('')) as [Told, Told];
  const read = ({ slowest, ...rest }: Told): Probed => ({ ...rest, slowest: slowest ?? Infinity });
  return [read(first), read(second)];
};
