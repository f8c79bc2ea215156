import type { clockOperations } from '../../../api';
import type { ClockMode } from '../../commands';
import { onExecuted } from '../answer';
import { clockAnswer } from '../clock-answer';
import type { Routes } from '../route';

/** How the registry answers operations on its clock. */
export const clockRoutes: Routes<typeof clockOperations> = {
  ClockGet: (registry) => clockAnswer(registry),

  ClockSet: (registry, { body }) => {
    const mode: ClockMode = body.mode === 'factor' ? { kind: 'factor', factor: body.factor } : { kind: body.mode };
    return onExecuted(registry, { type: 'SetClock', mode }, () => clockAnswer(registry));
  },

  ClockAdvance: (registry, { body }) =>
    onExecuted(registry, { type: 'AdvanceClock', byMs: body.by_ms }, () => clockAnswer(registry)),
};
