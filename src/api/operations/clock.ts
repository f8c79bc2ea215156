import * as z from 'zod/mini';
import { operation } from './operation';

export const clockGet = operation({
  id: 'ClockGet',
  method: 'GET',
  path: '/v1/forkcast/clock',
  needs: 'read',
  summary: 'Gives the clock of the registry.',
});

export const clockSet = operation({
  id: 'ClockSet',
  method: 'PUT',
  path: '/v1/forkcast/clock',
  needs: 'admin',
  summary: 'Lets the clock run with real time, stand still, or run at a multiple of real time.',
  body: () =>
    z.discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('real') }),
      z.strictObject({ mode: z.literal('frozen') }),
      z.strictObject({ mode: z.literal('factor'), factor: z.number() }),
    ]),
});

export const clockAdvance = operation({
  id: 'ClockAdvance',
  method: 'POST',
  path: '/v1/forkcast/clock/advance',
  needs: 'admin',
  summary: 'Moves the clock forward; it never goes back.',
  body: () => z.strictObject({ by_ms: z.int() }),
});

/** Operations on the clock of the registry. */
export const clockOperations = [clockGet, clockSet, clockAdvance] as const;
