import { spawn } from 'node:child_process';
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run';
import { readStandardInput } from './standard-input';
import type { Terminal } from './terminal';

/** Two folders up from the source and from both compiled places of this file. */
const version = (): string => {
  const parsed: unknown = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  return parsed !== null && typeof parsed === 'object' && 'version' in parsed ? String(parsed.version) : 'unknown';
};

const processTerminal = (): Terminal => ({
  env: process.env,
  cwd: process.cwd(),
  version: version(),
  columns: Math.min(Math.max(process.stdout.columns ?? process.stderr.columns ?? 80, 40), 160),
  isTerminal: Boolean(process.stdout.isTTY),
  isInteractive: Boolean(process.stdin.isTTY) && Boolean(process.stderr.isTTY),
  now: () => Date.now(),
  sleep: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    }),
  browse: (url) => {
    const [program, ...words] = browsers[process.platform] ?? ['xdg-open'];
    // Where there is no browser, the address is there to read.
    spawn(program, [...words, url], { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
  },
  stdin: readStandardInput,
  out: (text) => process.stdout.write(text),
  err: (text) => {
    if (process.stderr.writableLength < mostUnread) process.stderr.write(text);
  },
  ask: async (question) => {
    const { createInterface } = await import('node:readline/promises');
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    const ended = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
    const answer = await Promise.race([lines.question(question), ended]);
    lines.close();
    return answer;
  },
});

/** What opens an address, where it is not `xdg-open`. */
const browsers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Most characters that wait for the reader of stderr; what comes while so many wait is not kept. */
const mostUnread = 1024 * 1024;
const longestFarewellMs = 1_000;

/** Results wait for their reader as long as it takes; notes that nobody reads do not hold up the end. */
const leaveUnreadNotes = (): void => {
  if (process.stdout.writableLength === 0) process.exit();
};

let isOver = false;

/** A reader that has seen enough, such as `head`, closes the pipe: no failure. */
const leaveOnClosedPipe = (error: NodeJS.ErrnoException): void => {
  isOver = true;
  if (error.code === 'EPIPE') process.exit();
  throw error;
};

/** Code of somebody's own, such as a rule, may end the process: that is no verdict, least of all a good one. */
const failUnfinished = (exitCode: number): void => {
  if (isOver || exitCode !== 0) return;
  writeSync(2, 'error: ended before there was a result, by code that was loaded, such as a rule of --rules.\n');
  process.exitCode = 3;
};

process.stdout.on('error', leaveOnClosedPipe);
// What is told on the way, and the log of a server, may lose their reader: the work goes on.
process.stderr.on('error', () => undefined);
const [word, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (word === '--version' || word === '-V')) {
  process.stdout.write(`${version()}\n`);
} else {
  process.on('exit', failUnfinished);
  void run(process.argv.slice(2), processTerminal()).then((exitCode) => {
    isOver = true;
    process.exitCode = exitCode;
    setTimeout(leaveUnreadNotes, longestFarewellMs).unref();
  });
}
