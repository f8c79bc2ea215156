import fc from 'fast-check';
import { replayLine, type SimulationRun } from '../../simulation/run';
import { installProvider } from './provider-process';
import { anySequence } from './steps';
import { witness } from './witness';

const stepsMax = 6;

/** Plays a sequence for each seed; one that breaks a law is made as short as it can be, and told with the line that plays it again. */
export const playSeeds = async ({ seed, runs }: SimulationRun): Promise<void> => {
  const providerOn = await installProvider();
  const property = fc.asyncProperty(anySequence({ steps: stepsMax }), (sequence) => witness(sequence, providerOn));
  for (let run = seed; run < seed + runs; run += 1) {
    const { failed, errorInstance } = await fc.check(property, { seed: run, numRuns: 1 });
    if (failed) throw new Error(`${replayLine('walks', run)}\n${String(errorInstance)}`, { cause: errorInstance });
  }
};
