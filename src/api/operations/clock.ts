import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast } from './fields';
import { GET, POST, PUT, operation } from './operation';

/** How the clock of a registry goes. */
export const clockMode = once(() => ({ mode: z.enum(['real', 'frozen', 'factor']), factor: z.nullable(z.number()) }));

const clock = once(() => atLeast({ now: z.string(), ...clockMode() }));

export type ClockBody = z.infer<ReturnType<typeof clock>>;

/** Operations on the clock of the registry. */
export const clockOperations = {
  ClockGet: operation({
    ...GET('/v1/forkcast/clock'),
    isDiscreet: true,
    summary: 'Gives the clock of the registry.',
    answer: clock,
  }),

  ClockSet: operation({
    ...PUT('/v1/forkcast/clock'),
    needs: 'admin',
    summary: 'Lets the clock run with real time, stand still, or run at a multiple of real time.',
    body: () =>
      z.discriminatedUnion('mode', [
        z.strictObject({ mode: z.literal('real') }),
        z.strictObject({ mode: z.literal('frozen') }),
        z.strictObject({ mode: z.literal('factor'), factor: z.number() }),
      ]),
    answer: clock,
    refuses: ['clock_setting_invalid'],
  }),

  ClockAdvance: operation({
    ...POST('/v1/forkcast/clock/advance'),
    needs: 'admin',
    summary: 'Moves the clock forward; it never goes back.',
    body: () => z.strictObject({ by_ms: z.int() }),
    answer: clock,
    refuses: ['clock_backwards', 'clock_setting_invalid'],
  }),
};
