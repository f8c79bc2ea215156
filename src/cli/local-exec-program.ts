import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import { createClient } from '../api';
import { findRegistryLocation, registryLocationShapes } from '../domain';
import { UsageError } from './errors';
import { type OpenClient, runLocalExec } from './run-local-exec';

/** A process of one request never earns back what compiling its schemas costs. */
z.config({ jitless: true });

const connect = async (): Promise<OpenClient> => {
  const { FORKCAST_REGISTRY: environment, FORKCAST_TOKEN: token } = process.env;
  const location = findRegistryLocation({ asked: undefined, environment, cwd: process.cwd(), exists: existsSync });
  switch (location?.kind) {
    case 'http': {
      const { httpTransport } = await import('../api/index.js');
      return createClient(httpTransport({ url: location.url, ...(token ? { token } : {}) }));
    }
    case 'sqlite': {
      const { openEmbedded } = await import('./embedded-registry.js');
      return createClient(openEmbedded({ path: location.path, wallClock: { now: () => Date.now() } }));
    }
    default:
      throw new UsageError(
        `The registry to apply to is named '${environment ?? ''}'; it is one of ${registryLocationShapes}, and no snapshot.`,
      );
  }
};

const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const wake = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal?.addEventListener('abort', wake, { once: true });
  });

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

void runLocalExec({
  env: process.env,
  clock: { now: () => Date.now() },
  sleep,
  connect,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  signal: interrupted.signal,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
