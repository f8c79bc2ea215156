import type { ExitCode } from './command';
import type { Paint } from './paint';
import type { Terminal } from './terminal';

/**
 * Tells of an error on stderr, in lines that say what is wrong and where to read more, and with `json` also as one JSON
 * object on stdout; gives the exit code. What Forkcast did not throw on purpose is a bug: 70. Never throws.
 */
export const reportProblem = async (
  error: unknown,
  { terminal, paint, json }: { readonly terminal: Terminal; readonly paint: Paint; readonly json: boolean },
): Promise<ExitCode> => {
  const problem = await describeProblem(error);
  const [first = '', ...rest] = problem.message.split('\n');
  const lines = [
    `${paint.error('error:')} ${first}`,
    ...rest.map((line) => `       ${line}`),
    ...problem.more.map((line) => paint.faint(`       ${line}`)),
  ];
  terminal.err(`${lines.join('\n')}\n`);
  if (json) {
    const { code, message, exitCode } = problem;
    terminal.out(`${JSON.stringify({ formatVersion: 1, error: { code, message, exitCode } }, null, 2)}\n`);
  }
  return problem.exitCode;
};

interface Problem {
  /** The refusal's code where the registry refused, else the error's own. */
  readonly code: string;
  readonly message: string;
  readonly exitCode: ExitCode;
  readonly more: readonly string[];
}

const otherToken = 'Set FORKCAST_TOKEN to a token of this registry.';

/** What to do about a refusal, where that is a matter of the command line. */
const remedies: Readonly<Record<string, string>> = {
  token_missing: otherToken,
  token_invalid: otherToken,
  token_insufficient: otherToken,
  token_not_found: 'See the tokens that there are: forkcast registry token list',
};

const describeProblem = async (error: unknown): Promise<Problem> => {
  const [{ ForkcastError, bugAddress, predictions }, { RequestRefusedError }] = await Promise.all([
    import('../domain/index.js'),
    import('../api/index.js'),
  ]);
  if (error instanceof RequestRefusedError && error.refusalCode !== '') {
    const remedy = remedies[error.refusalCode];
    const more = [
      ...(remedy === undefined ? [] : [remedy]),
      ...error.predictedBy.map((id) => `${predictions[id]?.title ?? 'foretold by a rule'}: forkcast explain ${id}`),
      `refused by the registry: forkcast explain ${error.refusalCode}`,
    ];
    return { code: error.refusalCode, message: error.message, exitCode: error.exitCode, more };
  }
  if (error instanceof ForkcastError) {
    const { code, message, exitCode } = error;
    return { code, message, exitCode, more: code === 'FC_USAGE' ? [] : [`forkcast explain ${code}`] };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 'FC_BUG',
    message: error instanceof Error ? error.message : String(error),
    exitCode: 70,
    more: [
      `FC_BUG: this is a bug in Forkcast. Please report it with the lines below: ${bugAddress}`,
      ...stack.split('\n'),
    ],
  };
};
