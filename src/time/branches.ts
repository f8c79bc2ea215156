import { measureText } from './boxes';
import type { ForkMark, Story } from './story';
import { placeAt, type View } from './view';

/** A fork as it leaves its lane, and the row that it runs in. */
export interface Branch {
  readonly fork: ForkMark;
  /** In pixels from the left end of the plot; not in view: the branch begins at the end of the plot. */
  readonly x: number;
  readonly leaves: boolean;
  readonly endX: number;
  readonly row: number;
}

/** Branches that are drawn one below the other at most. */
const mostRows = 7;

/** The room that the bend of a branch takes, to its right. */
export const bendWidth = 34;

/** How wide a branch is named. */
const nameWidth = ({ name }: ForkMark): number => measureText(name, { sizePx: 12, strong: true });

/**
 * Gives each fork in view a row, the newest first, so that no branch crosses another one: an older one goes down to the left of it.
 * `left`: those that no row is free for.
 */
export const layOutBranches = (
  { forks, now }: Pick<Story, 'forks' | 'now'>,
  view: View,
): { readonly branches: readonly Branch[]; readonly left: readonly ForkMark[]; readonly rows: number } => {
  const seen = forks
    .filter(({ at, endedAt }) => at <= view.to && (endedAt ?? now) >= view.from)
    .sort((a, b) => b.at - a.at);
  const ends: number[] = [];
  const branches: Branch[] = [];
  const left: ForkMark[] = [];
  for (const fork of seen) {
    const x = Math.max(0, placeAt(view, fork.at));
    const endX = Math.min(view.width, placeAt(view, fork.endedAt ?? now));
    const needed = Math.max(endX, Math.min(x + bendWidth + nameWidth(fork), view.width));
    const free = ends.findIndex((begin) => needed < begin - 12);
    const row = free < 0 ? ends.length : free;
    if (row >= mostRows) {
      left.push(fork);
      continue;
    }
    const room = view.width - x;
    ends[row] = room < bendWidth + nameWidth(fork) ? x - nameWidth(fork) - 8 : x;
    branches.push({ fork, x, leaves: fork.at >= view.from, endX: Math.max(endX, x), row });
  }
  return { branches, left, rows: ends.length };
};

/** The line of a branch, from the lane down and along its row. */
export const writeBranchPath = (
  { x, endX, leaves }: Branch,
  { left, from, to }: { readonly left: number; readonly from: number; readonly to: number },
): string => {
  const begin = (left + x).toFixed(1);
  const end = (left + endX).toFixed(1);
  if (!leaves) return `M${begin} ${to}H${end}`;
  const bend = Math.min(bendWidth, Math.max(endX - x, 0));
  const middle = from + (to - from) * 0.45;
  return `M${begin} ${from}V${middle.toFixed(1)}C${begin} ${to} ${begin} ${to} ${(left + x + bend).toFixed(1)} ${to}H${end}`;
};
