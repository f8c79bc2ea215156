import { connect, locate } from './connect';
import { runLocalExec } from './run-local-exec';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });

const outside = { env: process.env, cwd: process.cwd() };

void runLocalExec({
  env: process.env,
  clock: { now: () => Date.now() },
  sleep,
  connect: () => connect(locate(undefined, outside), outside),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  signal: interrupted.signal,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
