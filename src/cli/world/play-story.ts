import type { EpochMs } from '../../domain';
import type { Played, WorldFile } from '../../registry/embedded';
import { openEmbeddedRegistry, playFromNow } from '../../registry/embedded';

/** Plays a world on the registry in a file, from its now on. @throws WorldStepRefusedError; nothing of it is then kept */
export const playStory = (path: string, world: WorldFile, now: () => EpochMs): Played => {
  const registry = openEmbeddedRegistry({ path, wallClock: { now } });
  try {
    return playFromNow(registry, world);
  } finally {
    registry.close();
  }
};
