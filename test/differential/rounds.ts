import { replayLine } from '../simulation/run';
import type { SimulationRun } from '../simulation/run';
import { aTally } from './tally';
import type { Tally } from './tally';
import type { Wish } from './wish';

/** A disagreement between rules and registry, with what it takes to look into it. */
export interface Disagreement {
  readonly words: string;
  readonly wish: Wish;
  /** Names of the changes that made the wish odd. */
  readonly changed: readonly string[];
}

/** Asks both about the requests of one round, counts them, and tells where they disagree. */
export type PlayRound = (seed: number, tally: Tally) => readonly Disagreement[];

/** Most disagreements that a run goes on after. */
const enough = 20;

/** Plays as many rounds as `runs` requests need; each round has a seed of its own, and is played again by its line. */
export const playRounds = (
  { seed, runs }: SimulationRun,
  play: PlayRound,
  { requestsPerRound, file }: { readonly requestsPerRound: number; readonly file: string },
): { readonly tally: Tally; readonly found: readonly string[] } => {
  const tally = aTally();
  const found: string[] = [];
  for (let round = 0; round < Math.ceil(runs / requestsPerRound) && found.length < enough; round += 1) {
    for (const { words, wish, changed } of play(seed + round, tally)) {
      found.push(
        [words, `changed: ${changed.join(', ')}`, JSON.stringify(wish), replayLine(file, seed + round)].join('\n'),
      );
    }
  }
  return { tally, found };
};
