import fc from 'fast-check';
import type { SimulationRun } from '../../simulation/run';
import { installProvider } from './provider-process';
import { anySequence } from './steps';
import { witness } from './witness';

/** How long the sequences are, and the line that plays the one of a seed again. */
export interface Sequences {
  readonly stepsMax: number;
  readonly replay: (seed: number) => string;
}

/** Plays a sequence for each seed; one that breaks a law is made as short as it can be, and told with the line that plays it again. */
export const playSeeds = async ({ seed, runs }: SimulationRun, { stepsMax, replay }: Sequences): Promise<void> => {
  const providerOn = await installProvider();
  const property = fc.asyncProperty(anySequence({ stepsMax }), (sequence) => witness(sequence, providerOn));
  for (let run = seed; run < seed + runs; run += 1) {
    const { failed, errorInstance } = await fc.check(property, { seed: run, numRuns: 1 });
    if (failed) throw new Error(`${replay(run)}\n${String(errorInstance)}`, { cause: errorInstance });
  }
};
