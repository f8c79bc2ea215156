import type { Progress } from './ports';

const stepTexts: Readonly<Record<Progress['step'], string>> = {
  'wait-for-source': 'waiting for its first backup',
  'upgrade-check': 'checking the upgrade',
  create: 'creating',
  adopt: 'adopting what an earlier run made',
  update: 'updating in place',
  replace: 'replacing, as on_fork_change allows',
  terminate: 'terminating',
  wait: 'waiting until it runs',
};

/** Tells each step, and each new phase or percentage, as a line; a look that shows nothing new tells nothing. */
export const progressLines = (tell: (line: string) => void): ((progress: Progress) => void) => {
  let last = '';
  return (progress) => {
    const line = progressText(progress);
    if (line !== last) tell(line);
    last = line;
  };
};

/** The service, what is done with it, and how far it is where that is known. */
const progressText = ({ step, service, phase, percent }: Progress): string => {
  const measure = [phase, percent === null ? null : `${percent} %`].filter((part) => part !== null).join(', ');
  return `${service}: ${stepTexts[step]}${measure === '' ? '' : ` (${measure})`}`;
};
