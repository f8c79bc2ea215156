import type { ClockBody } from '../../api';
import { toRfc3339 } from '../../domain';
import type { ClockMode } from '../commands';
import type { Registry } from '../registry';
import { answered, type Answered } from './answer';

/** The clock of the registry as an answer. */
export const clockAnswer = (registry: Registry): Answered<ClockBody> => {
  const { now, mode } = registry.clock();
  return answered({ now: toRfc3339(now), ...modeBody(mode) });
};

/** How a clock goes, as bodies write it. */
export const modeBody = (mode: ClockMode): Omit<ClockBody, 'now'> => ({
  mode: mode.kind,
  factor: mode.kind === 'factor' ? mode.factor : null,
});
