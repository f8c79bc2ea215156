import { readAll, type Inputs, type Typed } from './inputs';
import { readingInputs } from './reading-inputs';

/** The flag of a command that judges by a policy. */
export const policyInput = (inputs: Inputs): Typed<string | undefined> =>
  inputs.text(
    '--policy <file>',
    'severities of rules; without it the nearest forkcast.policy.json upward, if there is one',
  );

/** The flags of a command that judges what PATHs declare. */
export const judgingInputs = (inputs: Inputs) => {
  const flags = {
    now: inputs.time('--now <time>', 'judge as if it were then, where there are no facts'),
    acknowledgements: inputs.text(
      '--acknowledgements <file>',
      'findings that were accepted, as JSON: see docs/acknowledgements.md',
    ),
    source: inputs.text(
      '--source <folder>',
      'folder of the .tf files: it names lines, and tells what a plan hides of dynamic blocks',
    ),
    rules: inputs.textList(
      '--rules <file>',
      'judge by rules of your own too, repeat it for more files: see docs/own-rules.md',
    ),
    policy: policyInput(inputs),
    reading: readingInputs(inputs),
  };
  return () => readAll(flags);
};
