import { clockAdvance, clockGet, clockSet, type ApiResponse, type ClockBody } from '../../../api';
import { toRfc3339, type JsonObject } from '../../../domain';
import type { ClockMode } from '../../commands';
import type { Registry } from '../../registry';
import { answered, onAccepted } from '../answer';
import { route } from '../route';

/** How the registry answers operations on its clock. */
export const clockRoutes = [
  route(clockGet, (registry) => clock(registry)),

  route(clockSet, (registry, { body }) => {
    const mode: ClockMode = body.mode === 'factor' ? { kind: 'factor', factor: body.factor } : { kind: body.mode };
    return onAccepted(registry.execute({ type: 'SetClock', mode }), () => clock(registry));
  }),

  route(clockAdvance, (registry, { body }) =>
    onAccepted(registry.execute({ type: 'AdvanceClock', byMs: body.by_ms }), () => clock(registry)),
  ),
];

const clock = (registry: Registry): ApiResponse => {
  const { now, mode } = registry.clock();
  return answered({ now: toRfc3339(now), ...modeBody(mode) });
};

/** How a clock goes, as bodies write it. */
export const modeBody = (mode: ClockMode): JsonObject & Omit<ClockBody, 'now'> => ({
  mode: mode.kind,
  factor: mode.kind === 'factor' ? mode.factor : null,
});
