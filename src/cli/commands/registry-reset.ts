import { registryLocationText } from '../../domain';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { confirm } from '../confirm';
import { registryResult } from '../world/registry-result';

/** `forkcast registry reset`. */
export const registryReset: CommandDefinition = {
  name: 'registry reset',
  summary: 'make a registry anew, as it was made the first time',
  about:
    'World, seed, timing and clock are those of its init. All that happened since is forgotten, but its tokens. Whoever has it open, a ' +
    'server or an apply, goes on in the new one; when it fails, the old one is as it was.',
  examples: {
    'forkcast registry reset': 'asks first',
    'forkcast registry reset --yes': 'for scripts',
  },
  exitCodes: { 1: 'it was not confirmed' },
  place: 'registry',
  declare: (inputs) => {
    const yes = inputs.flag('-y, --yes', 'ask nothing');
    return async (context) => {
      const { foundRegistry, readFounding, registryFile } = await import('../world/found-registry.js');
      const target = registryLocationText(context.location());
      const path = registryFile(context.location());
      const client = await context.connect();
      const { events } = await client.status();
      client.close();
      const founding = readFounding(path);
      const ask = `Forget ${target} with its ${events} events, and make it anew? Type yes`;
      await confirm(context, { what: `Resetting ${target}`, ask, word: 'yes', flag: '--yes', given: yes() });
      foundRegistry(path, founding, { replace: true, ...context.terminal });
      const { text, json } = await registryResult(client, context.terminal.now());
      return done(text, json);
    };
  },
};
