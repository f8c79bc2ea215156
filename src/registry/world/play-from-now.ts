import type { EpochMs } from '../../domain';
import type { Registry } from '../registry';
import { playWorld, worldNow, worldStart } from './play';
import type { WorldFile } from './world-file';

/** From when to when a registry's clock went while a story was played. */
export interface Played {
  readonly before: EpochMs;
  readonly after: EpochMs;
}

/**
 * Plays a world on a registry that exists, as one transaction: its first step happens at the registry's now, and the rest as much later
 * as the world says. Organizations and projects that are there already are taken as they are. The clock then runs as before.
 * @throws WorldStepRefusedError; nothing of the world is then kept
 */
export const playFromNow = (registry: Registry, world: WorldFile): Played =>
  registry.together(() => {
    const { clock, organizations } = registry.status();
    registry.execute({ type: 'SetClock', mode: { kind: 'frozen' } });
    const before = registry.clock().now;
    const projects = new Set(registry.projects().map((project) => project.name));
    const added: WorldFile = {
      ...world,
      organizations: world.organizations.filter((organization) => !organizations.includes(organization)),
      projects: world.projects.filter((project) => !projects.has(project.name)),
      clock: { mode: 'frozen' },
    };
    const end = worldNow(world, before);
    const after = before + (end - worldStart(added, end));
    playWorld(registry, added, after);
    registry.execute({ type: 'SetClock', mode: clock });
    return { before, after };
  });
