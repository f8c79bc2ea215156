import { counted, type EpochMs } from '../domain';
import { writeLength, writeShort, writeInstant } from './words';
import { measureText, placeLabels, type Box, type Placed, type TextStyle, type Wanted } from './boxes';
import { bendWidth, layOutBranches, writeBranchPath, type Branch } from './branches';
import { layOutLag, lagHeight, type LagBand } from './lag-band';
import { laneHeight, layOutLane, type LaneMarks } from './lane-marks';
import { findBaseBackup, holdsInstant, type Lane, type Story } from './story';
import { layOutTicks, type Tick } from './ticks';
import { placeAt, type View } from './view';

/** A text of the picture: where its line stands, and how it looks. */
interface Label {
  readonly text: string;
  readonly look: 'name' | 'faint' | 'bad' | 'careful';
  /** How it is told where it has no room; empty: what it belongs to is told anyway. */
  readonly else?: string;
}

/** The whole picture, in pixels. */
export interface AxisLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly ticks: readonly Tick[];
  readonly lanes: readonly LaneMarks[];
  readonly lag: LagBand | undefined;
  readonly branches: readonly (Branch & { readonly path: string; readonly y: number; readonly fromY: number })[];
  readonly labels: readonly Placed<Label>[];
  /** What is not named in the picture: it stands in the table. */
  readonly unnamed: readonly string[];
  readonly held: { readonly x: number; readonly bottom: number } | undefined;
  readonly nowX: number | undefined;
  readonly events: readonly { readonly x: number; readonly y: number }[];
}

/** Room around the plot. */
export const gutter = { left: 184, right: 44, top: 30 } as const;
const [firstLaneY, lanePitch, rowHeight] = [62, 72, 44] as const;
const lagBase = firstLaneY + laneHeight + 36;
const look = {
  name: { sizePx: 12, strong: true },
  faint: { sizePx: 11 },
  bad: { sizePx: 11 },
  careful: { sizePx: 11 },
} satisfies Record<Label['look'], TextStyle>;

const boxFor = ({ text, look: kind }: Label, x: number, y: number): Box => ({
  x,
  y,
  width: measureText(text, look[kind]),
  height: look[kind].sizePx + 4,
});

/**
 * Lays out the axis of one service. Everything is inside of the picture, and no label covers another or a mark that it does not name;
 * nor the line of a cursor that stays where it is (`fixed`).
 */
export const layOutAxis = (story: Story, view: View, fixed?: EpochMs): AxisLayout => {
  const left = gutter.left;
  const lanes = story.lanes.map((lane, index) => layOutLane(lane, view, { left, y: firstLaneY + index * lanePitch }));
  const lanesBottom = (lanes.at(-1)?.box.y ?? firstLaneY) + laneHeight;
  const notesBottom = lanesBottom + 22;
  const { branches, left: unplaced, rows } = layOutBranches(story, view);
  const plot: Box = {
    x: left,
    y: gutter.top,
    width: view.width,
    height: notesBottom + rows * rowHeight + 18 - gutter.top,
  };
  const drawn = branches.map((branch) => {
    const y = notesBottom + branch.row * rowHeight + 26;
    const lane = lanes.find(({ lane: { role } }) => role === branch.fork.role) ?? lanes[0];
    const fromY = (lane?.box.y ?? firstLaneY) + laneHeight;
    return { ...branch, y, fromY, path: writeBranchPath(branch, { left, from: fromY, to: y }) };
  });
  // As long as the lanes are: what was copied before is not held any more.
  const begin = Math.min(...story.lanes.map(({ window }) => window?.from ?? Infinity));
  const copied = story.lag.filter(({ at }) => at >= begin);
  const lag = lanes.length < 2 ? undefined : layOutLag(copied, view, { left, base: lagBase });
  const within: Box = { x: 0, y: 0, width: left + view.width + gutter.right, height: plot.y + plot.height + 30 };
  const events = story.events.flatMap(({ at }) =>
    at < view.from || at > view.to ? [] : [{ x: left + placeAt(view, at), y: firstLaneY - 3 }],
  );
  const marks = [
    ...lanes.flatMap(({ window }) => window ?? []),
    ...events.map(({ x, y }) => ({ x: x - 4, y: y - 7, width: 8, height: 7 })),
    ...drawn.flatMap(boxDescent),
    ...(fixed === undefined ? [] : [{ x: left + placeAt(view, fixed) - 1, y: 0, width: 2, height: within.height }]),
  ];
  const wanted = [
    ...laneLabels(lanes, lag !== undefined),
    ...noteLabels(story, view, lanes, lag),
    ...branchLabels(drawn, left, view),
  ];
  const { placed, left: unnamed } = placeLabels(wanted, within, marks);
  const seen = (at: EpochMs): boolean => at >= view.from && at <= view.to;
  return {
    width: within.width,
    height: within.height,
    plot,
    ticks: layOutTicks(view).map((tick) => ({ ...tick, x: left + tick.x })),
    lanes,
    lag,
    branches: drawn,
    labels: placed,
    unnamed: [
      ...unnamed.map((label) => label.else ?? label.text).filter((text) => text !== ''),
      ...unplaced.map(({ name }) => name),
    ],
    held:
      story.held !== null && seen(story.held.from)
        ? { x: left + placeAt(view, story.held.from), bottom: lanesBottom }
        : undefined,
    nowX: seen(story.now) ? left + placeAt(view, story.now) : undefined,
    events,
  };
};

/** Where a branch goes down, no word stands. */
const boxDescent = ({ leaves, x, y, fromY }: AxisLayout['branches'][number]): readonly Box[] =>
  leaves ? [{ x: gutter.left + x - 1, y: fromY, width: 2, height: y - fromY }] : [];

const one = (label: Label, ...places: readonly (readonly [number, number])[]): Wanted<Label> => ({
  label,
  places: places.map(([x, y]) => boxFor(label, x, y)),
});

const laneLabels = (lanes: readonly LaneMarks[], withLag: boolean): readonly Wanted<Label>[] => [
  ...lanes.flatMap(({ lane, box }) => [
    one({ text: clip(lane.location), look: 'name' }, [0, box.y - 6]),
    one({ text: captionLane(lane), look: 'faint' }, [0, box.y + 11]),
  ]),
  ...(withLag ? [one({ text: 'replication lag', look: 'faint' }, [0, lagBase - lagHeight + 2])] : []),
];

const clip = (text: string): string => (text.length <= 24 ? text : `${text.slice(0, 23)}…`);

const captionLane = ({ role, window, backups, lagSeconds }: Lane): string => {
  if (role === 'secondary' && lagSeconds !== null) return `secondary · ${writeLength(lagSeconds * 1000)} behind`;
  // A window without backups: they are not told.
  return window !== null && backups.length === 0 ? role : `${role} · ${counted(backups.length, 'backup')}`;
};

const noteLabels = (
  story: Story,
  view: View,
  lanes: readonly LaneMarks[],
  lag: LagBand | undefined,
): readonly Wanted<Label>[] => {
  const held = story.held;
  const x = held === null ? -1 : placeAt(view, held.from);
  const heldLabels =
    held === null || x < 0 || x > view.width
      ? []
      : [`held until ${writeShort(Math.round(held.until / 60_000) * 60_000)}`].map((text) => {
          const label: Label = { text, look: 'faint' };
          const width = measureText(text, look.faint);
          const y = gutter.top + 4;
          return one(label, [gutter.left + x - width - 6, y], [gutter.left + x + 6, y]);
        });
  const named = new Set<string>();
  const gaps = lanes.flatMap(({ gaps: found, box }) =>
    found.flatMap(({ x: gapX, width, words }) => {
      // Of a stretch that is the same in both lanes, the upper one is named.
      if (named.has(words)) return [];
      named.add(words);
      const label: Label = { text: words, look: 'bad' };
      const wide = measureText(words, look.bad);
      const y = box.y + laneHeight + 4;
      return one(label, [gapX + width - wide, y], [gapX, y], [gapX + width / 2 - wide / 2, y]);
    }),
  );
  const peak = lag?.peak;
  const peaks =
    peak === null || peak === undefined
      ? []
      : [
          one(
            { text: peak.words, look: 'faint', else: `a lag of ${peak.words}` },
            [peak.x - measureText(peak.words, look.faint) / 2, peak.y - 16],
            [peak.x + 4, peak.y - 16],
            [peak.x + 8, lagBase - 17],
            [peak.x - measureText(peak.words, look.faint) - 8, lagBase - 17],
          ),
        ];
  const events = story.events.flatMap(({ at, words }) => {
    if (at < view.from || at > view.to) return [];
    const place = gutter.left + placeAt(view, at);
    const wide = measureText(words, look.faint);
    const [low, high] = [firstLaneY - 18, firstLaneY - 34];
    const label = { text: words, look: 'faint' } as const;
    return [one(label, ...[low, high].flatMap((y) => [[place + 5, y] as const, [place - wide - 5, y] as const]))];
  });
  const now = placeAt(view, story.now);
  const nowLabel =
    now < 0 || now > view.width ? [] : [one({ text: 'now', look: 'faint' }, [gutter.left + now + 10, firstLaneY + 3])];
  return [...nowLabel, ...heldLabels, ...gaps, ...peaks, ...events];
};

const branchLabels = (
  branches: readonly (Branch & { readonly y: number })[],
  left: number,
  view: View,
): readonly Wanted<Label>[] =>
  branches.flatMap(({ fork, x, y, leaves }) => {
    const about =
      fork.endedAt === null
        ? `${fork.cloud} · ${writeShort(fork.at)}`
        : `${fork.cloud} · ended ${writeShort(fork.endedAt)}`;
    const at = left + x + (leaves ? bendWidth + 4 : 4);
    return [{ text: fork.name, look: 'name' } as const, { text: about, look: 'faint', else: '' } as const].map(
      (label, line) => {
        const wide = measureText(label.text, look[label.look]);
        const lineY = line === 0 ? y - 18 : y + 3;
        const beside = left + x - wide - 8;
        return at + wide > left + view.width ? one(label, [beside, lineY]) : one(label, [at, lineY], [beside, lineY]);
      },
    );
  });

/** Where the lane holds the instant under the cursor, and the words of it that are read aloud. */
export const readCursor = (story: Story, at: EpochMs): string => {
  const held = story.lanes.map((lane) => {
    const base = findBaseBackup(lane, at);
    if (!holdsInstant(lane, at))
      return lane.backupsOnly && base !== undefined
        ? `${lane.location}: the newest backup before is of ${writeShort(base.at)}`
        : `${lane.location}: not held`;
    if (base === undefined) return `${lane.location}: held`;
    const log = at - base.at;
    return `${lane.location}: held, from the backup of ${writeShort(base.at)}${log < 1000 ? '' : ` and ${writeLength(log)} of log`}`;
  });
  return [writeInstant(at), ...held].join('. ');
};
