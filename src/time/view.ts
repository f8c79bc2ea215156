import { dayMs, minuteMs, type EpochMs } from '../domain';

/** The part of time that is seen, on so many pixels. */
export interface View {
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** Of the plot, in pixels from its left end. */
  readonly width: number;
}

/** What can be seen at most: nothing happened before, and nothing is known after. */
export interface Reach {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** The least and the most that one view shows. */
const shortestViewMs = minuteMs;
const longestViewMs = 366 * dayMs;

/** Where an instant stands, in pixels from the left end; outside of the plot when it is not in view. */
export const placeAt = ({ from, to, width }: View, at: EpochMs): number => ((at - from) / (to - from)) * width;

/** The instant that stands at a place, to the millisecond. */
export const instantAt = ({ from, to, width }: View, x: number): EpochMs =>
  Math.round(from + (x / width) * (to - from));

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

/** A view within its reach, as long as it was where that is possible. */
export const boundView = ({ from, to, width }: View, reach: Reach): View => {
  const most = Math.min(longestViewMs, Math.max(reach.to - reach.from, shortestViewMs));
  const length = clamp(to - from, shortestViewMs, most);
  const begin = Math.round(clamp(from, reach.from, reach.to - length));
  return { from: begin, to: begin + Math.round(length), width };
};

/** Shows `factor` times as much, with the instant `around` staying where it is. */
export const zoomView = (view: View, reach: Reach, { factor, around }: { factor: number; around: EpochMs }): View => {
  const most = Math.min(longestViewMs, reach.to - reach.from);
  const length = clamp((view.to - view.from) * factor, shortestViewMs, most);
  const share = (around - view.from) / (view.to - view.from);
  const from = around - share * length;
  return boundView({ from, to: from + length, width: view.width }, reach);
};

/** Moves the view along; positive: to later. */
export const panView = (view: View, reach: Reach, byMs: number): View =>
  boundView({ ...view, from: view.from + byMs, to: view.to + byMs }, reach);

/** The view that an instant is in: the same where it is already, else moved just so far, with a margin. */
export const revealInView = (view: View, reach: Reach, at: EpochMs): View => {
  const margin = (view.to - view.from) / 20;
  if (at < view.from) return panView(view, reach, at - margin - view.from);
  return at > view.to ? panView(view, reach, at + margin - view.to) : view;
};
