import { existsSync, writeSync } from 'node:fs';
import * as z from 'zod/mini';
import { createClient, httpTransport } from '../api';
import { findRegistryLocation, registryLocationShapes } from '../domain';
import { openForEngine } from '../registry/embedded';
import { UsageError } from './errors';
import { type OpenClient, runLocalExec } from './run-local-exec';

/** A process of one request never earns back what compiling its schemas costs. */
z.config({ jitless: true });

const connect = (): OpenClient => {
  const { FORKCAST_REGISTRY: environment, FORKCAST_TOKEN: token } = process.env;
  const location = findRegistryLocation({ asked: undefined, environment, cwd: process.cwd(), exists: existsSync });
  switch (location?.kind) {
    case 'http': {
      return createClient(httpTransport({ url: location.url, ...(token ? { token } : {}) }));
    }
    case 'sqlite': {
      return createClient(openForEngine({ path: location.path, wallClock: { now: () => Date.now() } }), {
        trusted: true,
      });
    }
    default:
      throw new UsageError(
        `The registry to apply to is named '${environment ?? ''}'; it is one of ${registryLocationShapes}, and no snapshot.`,
      );
  }
};

/** Interrupted by a signal: ends the sleep that is under way, and every later one at once. */
const interruption = { aborted: false, wake: (): void => undefined };

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    interruption.aborted = true;
    interruption.wake();
  });

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, interruption.aborted ? 0 : ms);
    interruption.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });

/** Written at once and not through `process.stdout`: its streams cost a short process a fifth of its start. */
const write = (file: 1 | 2, text: string): void => {
  let left = Buffer.from(text);
  for (let attempt = 0; left.length > 0 && attempt < mostAttempts; attempt += 1) {
    try {
      left = left.subarray(writeSync(file, left));
    } catch (error) {
      const isFull = error instanceof Error && 'code' in error && error.code === 'EAGAIN';
      if (!isFull) return;
    }
  }
};

const mostAttempts = 1_000_000;

void runLocalExec({
  env: process.env,
  clock: { now: () => Date.now() },
  sleep,
  connect,
  out: (text) => write(1, text),
  err: (text) => write(2, text),
  signal: interruption,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
