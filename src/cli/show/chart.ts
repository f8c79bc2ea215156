const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** One measured value of a series. */
interface Sample {
  /** RFC 3339. */
  readonly at: string;
  readonly value: number;
}

/**
 * A series as bars, oldest first and at most `columns` wide; where there are more samples than columns, a bar is the
 * highest of its samples. Below it, from when to when, and above it the highest value with its unit.
 */
export const chart = (
  samples: readonly Sample[],
  { columns, unit }: { readonly columns: number; readonly unit: string },
): string => {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return 'no samples';
  const highest = Math.max(...samples.map(({ value }) => value));
  const lowest = Math.min(...samples.map(({ value }) => value));
  const mean = samples.reduce((sum, { value }) => sum + value, 0) / samples.length;
  const width = Math.max(1, Math.min(columns, samples.length));
  const bars = Array.from({ length: width }, (_, column) => {
    const from = Math.floor((column * samples.length) / width);
    const to = Math.max(from + 1, Math.floor(((column + 1) * samples.length) / width));
    const value = Math.max(...samples.slice(from, to).map((sample) => sample.value));
    const height = highest <= 0 ? 0 : Math.round((value / highest) * (blocks.length - 1));
    return blocks[Math.max(0, height)] ?? '';
  });
  const span = `${first.at} … ${last.at}`;
  return [
    `highest ${round(highest)}${unit === '' ? '' : ` ${unit}`}, mean ${round(mean)}, lowest ${round(lowest)}`,
    bars.join(''),
    span,
  ].join('\n');
};

const round = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toFixed(1));
