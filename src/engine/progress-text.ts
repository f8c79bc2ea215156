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

/** Progress as one line: the service, what is done with it, and how far it is where that is known. Never throws. */
export const progressText = ({ step, service, phase, percent }: Progress): string => {
  const measure = [phase, percent === null ? null : `${percent} %`].filter((part) => part !== null).join(', ');
  return `${service}: ${stepTexts[step]}${measure === '' ? '' : ` (${measure})`}`;
};
