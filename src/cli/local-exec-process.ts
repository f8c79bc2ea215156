import { writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { printableText } from '../domain';
import { type OpenClient, runLocalExec } from './run-local-exec';

/** Interrupted by a signal: ends the sleep that is under way, and every later one at once. */
const interruption = { aborted: false, wake: (): void => undefined };

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

/** Runs the program as this process, and leaves its exit code. Never rejects. */
export const runProcess = async (connect: () => OpenClient): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      interruption.aborted = true;
      interruption.wake();
    });
  process.exitCode = await runLocalExec({
    env: process.env,
    clock: { now: () => Date.now() },
    sleep,
    host: hostname(),
    connect,
    out: (text) => write(1, printableText(text)),
    err: (text) => write(2, printableText(text)),
    signal: interruption,
  });
};
