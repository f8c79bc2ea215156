import type { Ran, TerminalOptions } from './a-terminal';
import { aFolder, forkcast } from './a-terminal';

/** A line as a person types it; words with spaces stand in single quotes. */
export const wordsOf = (line: string): readonly string[] =>
  (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'|'$/g, ''));

/** Runs lines in one folder. */
export interface Shell {
  readonly folder: { readonly path: string };
  run(line: string, options?: Partial<TerminalOptions>): Promise<Ran>;
  /** Runs lines of which each has to end with 0. */
  story(...lines: readonly string[]): Promise<void>;
}

/** A shell in a folder of its own, without a registry. */
export const aShell = (): Shell => {
  const folder = aFolder();
  const run: Shell['run'] = (line, options = {}) => forkcast(wordsOf(line), { cwd: folder.path, ...options });
  return {
    folder,
    run,
    story: async (...lines) => {
      for (const line of lines) {
        const { exitCode, err } = await run(line);
        expect([line, exitCode, exitCode === 0 ? '' : err]).toEqual([line, 0, '']);
      }
    },
  };
};

/** The line that makes a registry whose bytes are the same each time: frozen at 2026-11-20T08:00:00Z, everything at once. */
export const frozenInit = 'registry init --seed 42 --profile instant --clock frozen --at 2026-11-20T08:00:00Z';

/** A shell whose registry holds `orders`, a pg with three days of backups in project demo, at 2026-11-23T08:00:00Z. */
export const aShellWithOrders = (): Shell => {
  const shell = aShell();
  // The first command of a file loads the whole program, which a busy machine takes seconds for.
  beforeAll(
    () =>
      shell.story(
        frozenInit,
        'service create orders -t pg -p business-4 --cloud google-europe-west1 -c pg_version=16 --tag team=shop',
        'registry write orders defaultdb customer-1 early',
        'registry advance 1d',
        'service user-create orders --username analyst',
        'registry advance 2d',
      ),
    30_000,
  );
  return shell;
};
