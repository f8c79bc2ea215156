import type { EpochMs } from '../../domain';
import type { Registry } from '../registry';
import { WorldStepRefusedError } from './errors';
import { momentAt } from './moment';
import type { TimedCommand } from './timed-command';
import { timelineOf } from './timeline';
import type { WorldFile } from './world-file';

/** The instant at which a world ends when the wall clock shows `wallNow`: a frozen clock may stand elsewhere. */
export const worldNow = (world: WorldFile, wallNow: EpochMs): EpochMs =>
  world.clock?.mode === 'frozen' && world.clock.at !== undefined ? momentAt(world.clock.at, wallNow) : wallNow;

/** The instant at which a world that ends at `now` begins: where the clock of its registry has to stand at first, frozen. */
export const worldStart = (world: WorldFile, now: EpochMs): EpochMs => timelineOf(world, now)[0]?.at ?? now;

/**
 * Plays a world that ends at `now` on a registry whose clock stands still at its start: each step at its own instant, in order of time.
 * At the end the clock shows `now` (never less than where the steps left it) and runs as the world says.
 * @throws WorldStepRefusedError at the first step that the registry refuses; those before it stay
 */
export const playWorld = (registry: Registry, world: WorldFile, now: EpochMs): void => {
  for (const step of timelineOf(world, now)) {
    advanceTo(registry, step.at, step);
    play(registry, step);
  }
  advanceTo(registry, now, { step: 'clock' });
  const { clock } = world;
  if (clock?.mode === 'frozen') return;
  const mode =
    clock?.mode === 'factor' ? ({ kind: 'factor', factor: clock.factor } as const) : ({ kind: 'real' } as const);
  play(registry, { at: now, step: 'clock', command: { type: 'SetClock', mode } });
};

const advanceTo = (registry: Registry, at: EpochMs, { step }: Pick<TimedCommand, 'step'>): void => {
  const byMs = at - registry.status().now;
  if (byMs > 0) play(registry, { at, step, command: { type: 'AdvanceClock', byMs } });
};

const play = (registry: Registry, { at, step, command }: TimedCommand): void => {
  const outcome = registry.execute(command);
  if (outcome.kind === 'refused') throw new WorldStepRefusedError(step, whatOf(command), at, outcome.refusal);
};

const whatOf = (command: TimedCommand['command']): string =>
  'service' in command ? `${command.type} ${command.project}/${command.service}` : command.type;
