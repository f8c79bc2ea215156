import { toRfc3339 } from '../../domain';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { lengthText } from '../show/time';
import { registryResult } from '../world/registry-result';

/** `forkcast registry seed`. */
export const registrySeed: CommandDefinition = {
  name: 'registry seed',
  summary: 'play the services and the story of a world on a registry that is there',
  about:
    "The story starts at the registry's now and takes as long as the world says, so its clock moves forward " +
    'by that much. For a world with a history that ends now, use init.',
  examples: {
    'forkcast registry seed': 'the demo company, on an empty registry',
    'forkcast registry seed --world shop.json': 'a world of your own',
  },
  exitCodes: { 1: 'a step of the world is refused, and nothing of it is kept' },
  place: 'registry',
  declare: (inputs) => {
    const world = inputs.text('--world <file>', 'a described world: a JSON file, or demo (default: demo)');
    return async (context) => {
      const { chooseWorld } = await import('../world/choose-world.js');
      const { registryFile } = await import('../world/found-registry.js');
      const { playStory } = await import('../world/play-story.js');
      const path = registryFile(context.location());
      const chosen = chooseWorld(context.terminal.cwd, world() ?? 'demo');
      const { before, after } = playStory(path, chosen, context.terminal);
      const { text, json } = await registryResult(await context.connect(), context.terminal.now());
      const moved = `The clock moved ${lengthText(after - before)}, from ${toRfc3339(before)} to ${toRfc3339(after)}.`;
      return done(`${moved}\n\n${text}`, { ...json, before: toRfc3339(before), after: toRfc3339(after) });
    };
  },
};
