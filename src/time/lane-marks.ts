import { writeShort } from './words';
import type { Box } from './boxes';
import type { Lane, Span } from './story';
import { placeAt, type View } from './view';

export const laneHeight = 20;

/** A diamond on a lane. */
interface Diamond {
  readonly x: number;
  readonly y: number;
}

/** What is drawn of one lane. */
export interface LaneMarks {
  readonly lane: Lane;
  readonly box: Box;
  /** Null: nothing of its window is in view. */
  readonly window: Box | null;
  readonly gaps: readonly (Box & { readonly words: string })[];
  readonly diamonds: readonly Diamond[];
}

const clampSpan = ({ from, to }: Span, view: View): Span | undefined =>
  to < view.from || from > view.to ? undefined : { from: Math.max(from, view.from), to: Math.min(to, view.to) };

/** Lays out one lane: its window, its gaps and its backups, as far as they are in view. */
export const layOutLane = (lane: Lane, view: View, plot: { readonly left: number; readonly y: number }): LaneMarks => {
  const { left, y } = plot;
  const boxOf = (span: Span | undefined): Box | null => {
    if (span === undefined) return null;
    const x = placeAt(view, span.from);
    return { x: left + x, y, width: Math.max(1, placeAt(view, span.to) - x), height: laneHeight };
  };
  const gaps = lane.gaps.flatMap((gap) => {
    const box = boxOf(clampSpan(gap, view));
    return box === null ? [] : [{ ...box, width: Math.max(3, box.width), words: `${gap.reason} ${spanWords(gap)}` }];
  });
  return {
    lane,
    box: { x: left, y, width: view.width, height: laneHeight },
    window: lane.window === null ? null : boxOf(clampSpan(lane.window, view)),
    gaps: gaps.map((gap) => ({ ...gap, width: Math.min(gap.width, left + view.width - gap.x) })),
    diamonds: lane.backups.flatMap(({ at }) =>
      at < view.from || at > view.to ? [] : [{ x: left + placeAt(view, at), y: y + laneHeight / 2 }],
    ),
  };
};

/** `22:00–02:00`, with days where it is long. */
const spanWords = ({ from, to }: Span): string => {
  const [begin, end] = [writeShort(from), writeShort(to)];
  return to - from < 86_400_000 ? `${begin.slice(-5)}–${end.slice(-5)}` : `${begin} – ${end}`;
};
