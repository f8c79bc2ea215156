import { secondMs } from '../domain';
import { writeLength } from './words';
import type { Story } from './story';
import { placeAt, type View } from './view';

export const lagHeight = 16;

/** The lag as an area above its base line, to scale; the highest of it in view is named. */
export interface LagBand {
  readonly path: string;
  readonly peak: { readonly x: number; readonly y: number; readonly words: string } | null;
}

/** Less than this fills the band at its top: a lag of seconds is not drawn as a mountain. */
const leastFullSeconds = 15 * 60;

/** Lays out the lag between the lanes; undefined: nothing of it is in view. */
export const layOutLag = (
  lag: Story['lag'],
  view: View,
  { left, base }: { readonly left: number; readonly base: number },
): LagBand | undefined => {
  const seen = lag.filter(({ at }) => at >= view.from && at <= view.to);
  const [first] = seen;
  const last = seen.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const most = seen.reduce((best, point) => (point.seconds > best.seconds ? point : best), first);
  const full = Math.max(most.seconds, leastFullSeconds);
  const place = ({ at, seconds }: { at: number; seconds: number }): string =>
    `${(left + placeAt(view, at)).toFixed(1)} ${(base - (seconds / full) * lagHeight).toFixed(1)}`;
  const path = `M${(left + placeAt(view, first.at)).toFixed(1)} ${base}L${seen.map(place).join('L')}L${(
    left + placeAt(view, last.at)
  ).toFixed(1)} ${base}Z`;
  const peak =
    most.seconds === 0
      ? null
      : {
          x: left + placeAt(view, most.at),
          y: base - (most.seconds / full) * lagHeight,
          words: writeLength(most.seconds * secondMs),
        };
  return { path, peak };
};
