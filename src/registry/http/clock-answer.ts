import type { ApiResponse, ClockBody } from '../../api';
import { toRfc3339, type JsonObject } from '../../domain';
import type { ClockMode } from '../commands';
import type { Registry } from '../registry';
import { answered } from './answer';

/** The clock of the registry as an answer. */
export const clockAnswer = (registry: Registry): ApiResponse => {
  const { now, mode } = registry.clock();
  return answered({ now: toRfc3339(now), ...modeBody(mode) });
};

/** How a clock goes, as bodies write it. */
export const modeBody = (mode: ClockMode): JsonObject & Omit<ClockBody, 'now'> => ({
  mode: mode.kind,
  factor: mode.kind === 'factor' ? mode.factor : null,
});
