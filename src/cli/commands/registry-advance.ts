import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast registry advance`. */
export const registryAdvance: CommandDefinition = {
  name: 'registry advance',
  summary: "move the registry's clock forward",
  about:
    'Backups are taken, expire and are copied as if the time had passed. It takes no time, and there is no way back.',
  examples: {
    'forkcast registry advance 3d': 'three days later',
    'forkcast registry advance 90m': 'an hour and a half later',
  },
  place: 'registry',
  declare: (inputs) => {
    const duration = inputs.durationArgument('duration', 'such as 3d, 12h, 90m or 30s');
    return async (context) => {
      const client = await context.connect();
      const before = (await client.clock()).now;
      const clock = await client.advanceClock(duration());
      return done(`${before} → ${clock.now}`, { before, ...clock });
    };
  },
};
