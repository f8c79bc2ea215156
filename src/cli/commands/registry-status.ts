import type { CommandDefinition } from '../command';
import { done } from '../command';
import { registryResult } from '../world/registry-result';

/** `forkcast registry status`. */
export const registryStatus: CommandDefinition = {
  name: 'registry status',
  summary: 'show what a registry holds, and what its clock says',
  examples: { 'forkcast registry status': 'the registry of this folder' },
  place: 'registry',
  declare: () => async (context) => {
    const { text, json } = await registryResult(await context.connect(), context.terminal.now());
    return done(text, json);
  },
};
