import type { Inputs, Typed } from './inputs';
import type { JudgedInput } from './judge-paths';
import { readingInputs } from './reading-inputs';

/** The flags of a command that judges what PATHs declare. */
export const judgingInputs = (inputs: Inputs): Typed<Omit<JudgedInput, 'paths'>> => {
  const now = inputs.time('--now <time>', 'judge as if it were then, where there are no facts');
  const acknowledgements = inputs.text(
    '--acknowledgements <file>',
    'findings that were accepted, as JSON: see docs/acknowledgements.md',
  );
  const source = inputs.text(
    '--source <folder>',
    'folder of the .tf files: it names lines, and tells what a plan hides of dynamic blocks',
  );
  const rules = inputs.text('--rules <file>', 'judge by rules of your own too: see docs/own-rules.md');
  const policy = inputs.text(
    '--policy <file>',
    'severities of rules; without it the nearest forkcast.policy.json upward, if there is one',
  );
  const reading = readingInputs(inputs);
  return () => ({
    now: now(),
    acknowledgements: acknowledgements(),
    source: source(),
    rules: rules(),
    policy: policy(),
    ...reading(),
  });
};
