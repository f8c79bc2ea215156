import type { Played, WorldFile } from '../../registry/embedded';
import { keyVariable, openEmbeddedRegistry, playFromNow } from '../../registry/embedded';
import type { Terminal } from '../terminal';

/** Plays a world on the registry in a file, from its now on. @throws WorldStepRefusedError; nothing of it is then kept */
export const playStory = (path: string, world: WorldFile, { now, env }: Pick<Terminal, 'now' | 'env'>): Played => {
  const registry = openEmbeddedRegistry({ path, key: env[keyVariable], wallClock: { now } });
  try {
    return playFromNow(registry, world);
  } finally {
    registry.close();
  }
};
