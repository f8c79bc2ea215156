import type { RegistryClient } from '../../api';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';
import { aheadText } from '../show/ahead';

const actions = ['show', 'freeze', 'real', 'factor'] as const;

/** `forkcast registry clock`. */
export const registryClock: CommandDefinition = {
  name: 'registry clock',
  summary: "show or change how the registry's clock runs",
  about: 'A frozen clock stands still until it is advanced: what waits on it says so, and ends.',
  examples: {
    'forkcast registry clock': 'what time it is there',
    'forkcast registry clock freeze': 'stand still',
    'forkcast registry clock factor 60': 'a minute there is a second here',
  },
  place: 'registry',
  declare: (inputs) => {
    const action = inputs.choiceArgument('action', 'what to do', actions);
    const factor = inputs.factorArgument('number', 'how many times faster than real time, with factor');
    return async (context) => {
      const chosen = action() ?? 'show';
      if ((chosen === 'factor') !== (factor() !== undefined)) {
        throw new UsageError('A number goes with factor, and only there: forkcast registry clock factor 60');
      }
      const clock = await change(await context.connect(), chosen, factor() ?? 1);
      const ahead = aheadText(clock, context.terminal.now());
      return done(`${clock.now} (${clock.mode}${clock.factor === null ? '' : ` ${clock.factor}`})${ahead}`, {
        ...clock,
      });
    };
  },
};

const change = (client: RegistryClient, action: (typeof actions)[number], factor: number) => {
  switch (action) {
    case 'show':
      return client.clock();
    case 'freeze':
      return client.setClock({ mode: 'frozen' });
    case 'real':
      return client.setClock({ mode: 'real' });
    case 'factor':
      return client.setClock({ mode: 'factor', factor });
  }
};
