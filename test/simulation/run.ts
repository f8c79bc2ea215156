/** One run of a simulation: `runs` rounds, whose seeds count up from `seed`, so that each can be played alone. */
export interface SimulationRun {
  readonly seed: number;
  readonly runs: number;
}

/** A seed as a number of 32 bits; any other text, such as a commit's hash, is hashed to one. */
const seedOf = (text: string): number => {
  if (/^\d{1,10}$/.test(text)) return Number(text) >>> 0;
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash;
};

/** The run that `npm run sim -- --seed SEED --runs N` asks for; without a seed, `seed`, or one of the clock. */
export const askedRun = (usual: { readonly runs: number; readonly seed?: number }): SimulationRun => {
  const { FORKCAST_SIM_SEED: seed, FORKCAST_SIM_RUNS: runs } = process.env;
  return {
    seed: seed === undefined ? (usual.seed ?? Date.now() >>> 0) : seedOf(seed),
    runs: runs === undefined ? usual.runs : Number(runs),
  };
};

/** The line that plays one failed round again. */
export const replayLine = (file: string, seed: number): string =>
  `npm run sim -- --seed ${seed >>> 0} --runs 1 ${file}`;

/** Prints past the test runner, which would add where it was printed. */
export const report = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
