import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExitCode } from '../../src/cli/command';
import { run } from '../../src/cli/run';
import type { Terminal } from '../../src/cli/terminal';

/** What one command line printed and ended with. */
export interface Ran {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** What a test says of the terminal; the rest is a pipe in an empty folder. */
export interface TerminalOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly isTerminal?: boolean;
  /** What a person types, line by line; absent: there is no person. */
  readonly answers?: readonly string[];
  readonly columns?: number;
  readonly now?: () => number;
  /** What comes in by a pipe. */
  readonly stdin?: Uint8Array;
}

/** Runs `forkcast WORDS...` in process. Time only passes by sleeping. */
export const forkcast = async (words: readonly string[], options: TerminalOptions): Promise<Ran> => {
  let [out, err, slept] = ['', '', 0];
  const answers = [...(options.answers ?? [])];
  const start = options.now ?? (() => Date.now());
  const terminal: Terminal = {
    env: options.env ?? {},
    cwd: options.cwd,
    version: '1.2.3',
    columns: options.columns ?? 100,
    isTerminal: options.isTerminal ?? false,
    isInteractive: options.answers !== undefined,
    now: () => start() + slept,
    sleep: (durationMs) => {
      slept += durationMs;
      return Promise.resolve();
    },
    ...(options.stdin === undefined ? {} : { stdin: () => options.stdin ?? new Uint8Array() }),
    out: (text) => (out += text),
    err: (text) => (err += text),
    ask: (question) => {
      err += question;
      const answer = answers.shift();
      if (answer !== undefined) err += `${answer}\n`;
      return Promise.resolve(answer);
    },
  };
  const exitCode = await run(words, terminal);
  return { exitCode, out, err };
};

/** A folder of its own for one test file; removed after it. */
export const aFolder = (): { readonly path: string } => {
  const folder = { path: '' };
  beforeAll(() => {
    folder.path = mkdtempSync(join(tmpdir(), 'forkcast-cli-'));
  });
  afterAll(() => rmSync(folder.path, { recursive: true, force: true }));
  return folder;
};

/** The JSON on stdout. */
export const json = (ran: Ran): Record<string, unknown> => {
  const parsed: Record<string, unknown> = JSON.parse(ran.out);
  return parsed;
};
