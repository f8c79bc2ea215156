import { given, parseDurationMs } from '../../domain';
import { createRegistry } from '../open';
import type { Registry } from '../registry';
import { createSqliteStore } from '../store/sqlite';
import { playWorld, worldNow, worldStart, type WorldFile } from '../world';
import type { EmbeddedOptions } from './open-embedded';

/** A new embedded registry. */
interface NewEmbeddedOptions extends EmbeddedOptions {
  readonly world: WorldFile;
  /** The seed when the world names none. */
  readonly seed: string;
}

/**
 * Makes a registry in a file that does not exist yet and plays the world into it, so that its clock ends at the world's now.
 * A step that is refused leaves the file with the steps before it: the caller removes it.
 * @throws StoreExistsError, StoreFormatError, WorldFileError, WorldStepRefusedError
 */
export const createEmbedded = ({ path, wallClock, world, seed }: NewEmbeddedOptions): Registry => {
  const now = worldNow(world, wallClock.now());
  const startAt = worldStart(world, now);
  const store = createSqliteStore(path);
  try {
    const registry = createRegistry({
      store,
      wallClock,
      origin: `sqlite:${path}`,
      seed: world.seed ?? seed,
      profile: world.profile ?? 'fast',
      ...(world.recoveryDefault === undefined ? {} : { recoveryDefault: world.recoveryDefault }),
      startAt,
      ...given({ makerSilenceMs: parseDurationMs(world.makerSilence ?? '') }),
      clock: { kind: 'frozen' },
    });
    playWorld(registry, world, now);
    const behindMs = wallClock.now() - registry.clock().now;
    const real = world.clock === undefined || world.clock.mode === 'real';
    if (real && behindMs > 0) registry.execute({ type: 'AdvanceClock', byMs: behindMs });
    return registry;
  } catch (error) {
    store.close();
    throw error;
  }
};
