import type { CommandDefinition } from './command';

/** What a command ends with that judges what PATHs declare. */
export const judgingExitCodes = {
  0: 'no error finding that is not acknowledged',
  1: 'an error finding, a plan that terraform refused, or with --strict something that could not be judged',
  2: 'the command line is not understood, or a PATH is no synth output, plan or state',
  3: 'a registry, snapshot or file that was named cannot be read',
} as const satisfies CommandDefinition['exitCodes'];
