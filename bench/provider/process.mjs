import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { quietEnv } from '../kit/processes.mjs';

/** The one file of the provider. */
export const provider = resolve(import.meta.dirname, '../../dist/bin/terraform-provider-forkcast.js');

const cookie = { TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2' };

/** Starts the provider and resolves with its first line, and the ms that it took. */
const start = (words, options = {}) =>
  new Promise((done, fail) => {
    const started = performance.now();
    const env = {
      ...quietEnv,
      ...cookie,
      PLUGIN_PROTOCOL_VERSIONS: '6',
      PLUGIN_CLIENT_CERT: certificate(),
      ...options.env,
    };
    const child = spawn(process.execPath, [provider, ...words], {
      env,
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
      if (text.includes('\n')) done({ child, line: text.split('\n', 1)[0], wallMs: performance.now() - started });
    });
    child.on('error', fail);
    child.on('close', (code) => fail(new Error(`The provider ended with ${code} before its line.`)));
  });

/** A client's certificate, so that the provider makes its own, as it does for Terraform. Nothing is proven with it. */
const certificate = () => '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n';

const ended = (child) =>
  new Promise((done) => {
    child.removeAllListeners('close');
    child.on('close', done);
    child.kill('SIGKILL');
  });

/** Times of `node -e 0` and of the provider's start, round by round, in turns. */
export const handshakeRounds = async (rounds) => {
  /** @type {Record<'node' | 'line', number[]>} */
  const result = { node: [], line: [] };
  const steps = {
    node: () => {
      const started = performance.now();
      spawnSync(process.execPath, ['-e', '0'], { env: quietEnv });
      result.node.push(performance.now() - started);
    },
    line: async () => {
      const { child, wallMs } = await start([]);
      await ended(child);
      result.line.push(wallMs);
    },
  };
  for (let round = 0; round < rounds; round += 1)
    for (const name of round % 2 === 0 ? ['node', 'line'] : ['line', 'node']) await steps[name]();
  return result;
};

/** Memory of a provider that waits for its first call, in MB; 0 where the system does not tell. */
export const idleMemoryMb = async () => {
  const { child } = await start([]);
  await new Promise((done) => setTimeout(done, 500));
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return 0;
  } finally {
    await ended(child);
  }
};

/** A provider that serves every command until `stop`. */
export const startResident = async (cwd) => {
  const { child, line } = await start(['--resident', '--end-with-parent'], { cwd });
  return { reattach: line, stop: () => void ended(child) };
};
