/** The middle of some numbers; of an even count, the mean of the two in the middle. */
export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/**
 * Runs every candidate once per round, in an order that turns with each round, so that a slow spell of the machine meets all of them.
 * Returns their results by name, round by round.
 */
export const interleaved = async (rounds, candidates) => {
  /** @type {Record<string, any[]>} */
  const results = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  const entries = Object.entries(candidates);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < entries.length; turn += 1) {
      const [name, run] = entries[(round + turn) % entries.length];
      results[name].push(await run(round));
    }
  }
  return results;
};

/** Median of one field over the rounds. */
export const medianOf = (results, field) => median(results.map((result) => result[field]));
