import { stateWords } from '../../domain';

const looks: Readonly<Record<string, 'good' | 'careful' | 'faint'>> = { RUNNING: 'good', POWEROFF: 'faint' };

/** The state of a service as a word with a sign, and how far it is while it is under way. */
export const StateBadge = ({
  state,
  percent,
  phase,
}: {
  readonly state: string;
  readonly percent: number | null;
  readonly phase: string | null;
}) => (
  <span class={`badge ${looks[state] ?? 'careful'}`} title={phase ?? undefined}>
    <span aria-hidden="true">{state === 'RUNNING' ? '●' : state === 'POWEROFF' ? '○' : '◐'}</span>{' '}
    {stateWords(state, percent)}
  </span>
);
