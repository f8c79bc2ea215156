import type { EpochMs } from '../../domain';
import type { ClockMode } from '../commands';
import type { Registry } from '../registry';
import { WorldStepRefusedError } from './errors';
import { storyInstantAt } from './story-instant';
import type { TimedCommand } from './timed-command';
import { buildTimeline } from './timeline';
import type { WorldFile } from './world-file';

/** The instant at which a world ends when the wall clock shows `wallNow`: a frozen clock may stand elsewhere. */
export const worldNow = (world: WorldFile, wallNow: EpochMs): EpochMs =>
  world.clock?.mode === 'frozen' && world.clock.at !== undefined ? storyInstantAt(world.clock.at, wallNow) : wallNow;

/** The instant at which a world that ends at `now` begins: where the clock of its registry has to stand at first, frozen. */
export const worldStart = (world: WorldFile, now: EpochMs): EpochMs => buildTimeline(world, now)[0]?.at ?? now;

/** Commands that are tried before a refusal among them is seen. */
const batchSize = 500;

/**
 * Plays a world that ends at `now` on a registry whose clock stands still at its start: each step at its own instant, in order of time.
 * At the end the clock shows `now` and runs as the world says.
 * @throws WorldStepRefusedError at the first step that the registry refuses: the transaction of the caller then forgets those before it
 */
export const playWorld = (registry: Registry, world: WorldFile, now: EpochMs): void => {
  const steps = withClock([...buildTimeline(world, now), ...ending(world, now)], registry.clock().now);
  for (let first = 0; first < steps.length; first += batchSize) {
    const batch = steps.slice(first, first + batchSize);
    const outcomes = registry.executeAll(batch.map(({ command }) => command));
    for (const [index, { at, step, command }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome?.kind === 'refused')
        throw new WorldStepRefusedError(step, describeCommand(command), at, outcome.refusal);
    }
  }
};

const ending = (world: WorldFile, now: EpochMs): readonly TimedCommand[] => {
  const step = { at: now, step: 'clock' };
  const arrive: TimedCommand = { ...step, command: { type: 'AdvanceClock', byMs: 0 } };
  const { clock } = world;
  if (clock?.mode === 'frozen') return [arrive];
  const mode: ClockMode = clock?.mode === 'factor' ? { kind: 'factor', factor: clock.factor } : { kind: 'real' };
  return [arrive, { ...step, command: { type: 'SetClock', mode } }];
};

/** The steps with the clock moved to the instant of each. */
const withClock = (steps: readonly TimedCommand[], start: EpochMs): readonly TimedCommand[] => {
  let shown = start;
  return steps.flatMap((step): readonly TimedCommand[] => {
    const byMs = step.at - shown;
    if (byMs <= 0) return [step];
    shown = step.at;
    return [{ ...step, command: { type: 'AdvanceClock', byMs } }, step];
  });
};

const describeCommand = (command: TimedCommand['command']): string =>
  'service' in command ? `${command.type} ${command.project}/${command.service}` : command.type;
