import type { EpochMs } from '../domain';

/** The outside of the command line: what a process gives a command, or a test in its place. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Version of the package. */
  readonly version: string;
  /** Characters in a line; 80 when nobody tells. */
  readonly columns: number;
  /** A person reads stdout; then colour is allowed. */
  readonly isTerminal: boolean;
  /** A person can be asked questions: stdin and stderr are both a terminal. */
  readonly isInteractive: boolean;
  /** The wall clock: for a request that names no time, and for waiting. */
  readonly now: () => EpochMs;
  readonly sleep: (durationMs: number) => Promise<void>;
  /** Waits until the process is told to stop (SIGTERM, SIGINT); a second time it stops at once. Absent: at once. */
  readonly untilStopped?: () => Promise<void>;
  /** Shows an address in the browser of whoever sits here. Absent: nobody does. */
  readonly browse?: (url: string) => void;
  /** All bytes of the standard input, once. Absent: there is none. */
  readonly stdin?: () => Uint8Array;
  /** Writes a result, as it stands. */
  readonly out: (text: string) => void;
  /** Writes progress and errors, as they stand. */
  readonly err: (text: string) => void;
  /** Shows a question on stderr and reads one line; undefined at the end of input. */
  readonly ask: (question: string) => Promise<string | undefined>;
}
