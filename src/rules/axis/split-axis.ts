import type { Axis, During, EpochMs } from '../../domain';
import type { Verdict } from '../verdict';

/** What was answered at both ends of an interval, in the order of the rules. */
export type Span = During<{ readonly first: readonly Verdict[]; readonly last: readonly Verdict[] }>;

/** The instants that are asked about, and where they are looked at. */
interface Looks extends Pick<Axis, 'from' | 'until'> {
  /** Where an interval may begin. */
  readonly cuts: readonly EpochMs[];
  /** The most instants that are halved to. */
  readonly most: number;
}

/**
 * The intervals of an axis at whose ends the answers are alike: those between two cuts, halved down to the millisecond where they are
 * not. `complete` false: the bound was reached before that. Throws what `look` throws.
 */
export const splitAxis = (
  { from, until, cuts, most }: Looks,
  look: (at: EpochMs) => readonly Verdict[],
): { readonly spans: readonly Span[]; readonly complete: boolean } => {
  const seen = new Map<EpochMs, readonly Verdict[]>();
  const lookAt = (at: EpochMs): readonly Verdict[] => {
    const known = seen.get(at) ?? look(at);
    seen.set(at, known);
    return known;
  };
  let complete = true;
  const halve = (low: EpochMs, high: EpochMs): readonly Span[] => {
    const [first, last] = [lookAt(low), lookAt(high)];
    const isAlike = first.every((verdict, index) => isSameAnswer(verdict, last[index]));
    if (isAlike || seen.size >= most) {
      complete &&= isAlike;
      return [{ from: low, until: high, first, last }];
    }
    const middle = low + Math.floor((high - low) / 2);
    return [...halve(low, middle), ...halve(middle + 1, high)];
  };
  const begins = [from, ...cuts.filter((cut) => cut > from && cut <= until)];
  const spans = begins.flatMap((begin, index) => halve(begin, (begins[index + 1] ?? until + 1) - 1));
  return { spans, complete };
};

/** Whether two instants are answered alike, but for what a message tells of them. */
export const isSameAnswer = (a: Verdict, b: Verdict | undefined): boolean => {
  if (a.kind === 'violated') return b?.kind === a.kind && b.message === a.message && b.attribute === a.attribute;
  return JSON.stringify(a) === JSON.stringify(b);
};
