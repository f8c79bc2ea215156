import type { ExitCode } from './command';

/** What every exit code of every command means. */
export const exitCodeMeanings: Readonly<Record<ExitCode, string>> = {
  0: 'done, nothing to stop for',
  1: 'the registry refused it, or there are findings to stop for',
  2: 'the command line is not understood',
  3: 'the registry, a snapshot or a file cannot be read',
  70: 'a bug in Forkcast: please report it',
  130: 'cancelled at a question: nothing was changed',
};

const commonExitCodes = Object.entries(exitCodeMeanings)
  .map(([code, meaning]) => `  ${code.padEnd(3)} ${meaning}`)
  .join('\n');

/** What people do first, shown below the list of commands. */
export const firstSteps = `
Three things people do first:
  forkcast registry init --world demo
      make a registry here, with a company that has weeks of history
  forkcast service fork-restore
      fork a service step by step, with the checks before it is made
  forkcast check cdktf.out
      judge the forks of a synthesized stack before it is applied

Environment:
  FORKCAST_REGISTRY   where the registry is, unless --registry says so
  FORKCAST_PROJECT    the project, unless --project says so
  FORKCAST_TOKEN      the token for a registry that is served over HTTP
  NO_COLOR            no colour

A time is ISO 8601, or as people say it: "2h ago", "yesterday 10:00", "yesterday 10:00
+02:00"; without a zone it is UTC. Which instant that is is shown, and only that is sent.

Results go to stdout, progress and errors to stderr. With --format json there
is one JSON object on stdout, also when a command fails:
  {"formatVersion": 1, "error": {"code": ..., "message": ..., "exitCode": ...}}
What the API answers stands below a key of its own, in the API's words.

Exit codes:
${commonExitCodes}
`;
