import type { EpochMs } from '../domain';
import { gutter, type AxisLayout } from './layout';
import { holdsInstant } from './story';
import { placeAt, type View } from './view';
import { writeInstant } from './words';

/** A form of the picture, for whoever writes it: as text of a page, or as elements that are kept and changed. */
export interface Shape {
  readonly tag: 'circle' | 'line' | 'path' | 'rect' | 'text';
  /** The same form of another picture. */
  readonly key: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly words?: string;
}

const tenths = (pixels: number): number => Math.round(pixels * 10) / 10;

const upright = (kind: string, x: number, from: number, to: number): Shape => ({
  tag: 'line',
  key: kind,
  attributes: { class: kind, x1: tenths(x), x2: tenths(x), y1: from, y2: to },
});

/** The picture of an axis, in the order in which its forms are drawn. */
export const drawAxis = (layout: AxisLayout): readonly Shape[] => {
  const { plot, lag, held, nowX } = layout;
  const bottom = plot.y + plot.height;
  return [
    ...drawTicks(layout),
    ...(lag === undefined ? [] : [{ tag: 'path', key: 'lag', attributes: { class: 'lag', d: lag.path } } as const]),
    ...drawLanes(layout),
    ...(held === undefined ? [] : [upright('held', held.x, plot.y, held.bottom + 8)]),
    ...(nowX === undefined ? [] : [upright('now', nowX, plot.y, bottom)]),
    ...layout.events.map(({ x, y }, index): Shape => ({
      tag: 'path',
      key: `event ${index}`,
      attributes: { class: 'event', d: `M${tenths(x - 4)} ${y - 7}h8l-4 7z` },
    })),
    ...drawBranches(layout),
    ...layout.labels.map(({ label, box }, index): Shape => ({
      tag: 'text',
      key: `label ${index}`,
      attributes: { class: label.look, x: tenths(box.x), y: tenths(box.y + box.height - 4) },
      words: label.text,
    })),
  ];
};

const drawTicks = ({ ticks, plot }: AxisLayout): readonly Shape[] =>
  ticks.flatMap(({ at, x, label }): readonly Shape[] => [
    { ...upright('grid', x, plot.y, plot.y + plot.height), key: `grid ${at}` },
    {
      tag: 'text',
      key: `tick ${at}`,
      attributes: { class: 'tick', x: tenths(x), y: 20, 'text-anchor': 'middle' },
      words: label,
    },
  ]);

const drawLanes = ({ lanes }: AxisLayout): readonly Shape[] =>
  lanes.flatMap(({ lane: { role, backupsOnly }, window, gaps, diamonds }): readonly Shape[] => {
    const rect = (kind: string, { x, y, width, height }: NonNullable<typeof window>): Shape['attributes'] => ({
      class: kind,
      x: tenths(x),
      y,
      width: tenths(width),
      height,
    });
    const faint = backupsOnly ? { 'fill-opacity': 0.35 } : {};
    return [
      ...(window === null
        ? []
        : [
            {
              tag: 'rect',
              key: `window ${role}`,
              attributes: { ...rect(`window ${role}`, window), ...faint, rx: 4 },
            } as const,
          ]),
      ...gaps.map((gap, index): Shape => ({
        tag: 'rect',
        key: `gap ${role} ${index}`,
        attributes: rect('gap', gap),
      })),
      {
        tag: 'path',
        key: `diamonds ${role}`,
        attributes: {
          class: `diamonds ${role}`,
          d: diamonds.map(({ x, y }) => `M${tenths(x)} ${y - 5}l5 5-5 5-5-5z`).join(''),
        },
      },
    ];
  });

const drawBranches = ({ branches }: AxisLayout): readonly Shape[] =>
  branches.flatMap(({ fork, path, x, endX, y, fromY, leaves }): readonly Shape[] => {
    const isLive = fork.endedAt === null;
    const look = `${fork.role} ${isLive ? 'live' : 'ended'}`;
    const key = `${fork.project}/${fork.name}/${fork.incarnation}`;
    const end = isLive ? '' : `M${tenths(gutter.left + endX)} ${y - 5}v10`;
    const root = { class: `root ${look}`, cx: tenths(gutter.left + x), cy: fromY, r: 3.5 };
    return [
      { tag: 'path', key: `branch ${key}`, attributes: { class: `branch ${look}`, d: path + end } },
      ...(leaves ? [{ tag: 'circle', key: `root ${key}`, attributes: root } as const] : []),
    ];
  });

const pillWidth = 192;

/** The instant that is meant: a line with a knob on each lane that holds it, and its words at the foot. Out of view: nothing. */
export const drawCursor = (layout: AxisLayout, view: View, cursor: EpochMs): readonly Shape[] => {
  if (cursor < view.from || cursor > view.to) return [];
  const x = gutter.left + placeAt(view, cursor);
  const bottom = layout.plot.y + layout.plot.height;
  const pillX = tenths(Math.min(Math.max(x - pillWidth / 2, 2), layout.width - pillWidth - 2));
  const holding = layout.lanes.filter(({ lane }) => holdsInstant(lane, cursor));
  return [
    upright('cursor', x, layout.plot.y, bottom),
    ...holding.map(({ lane: { role }, box }): Shape => ({
      tag: 'circle',
      key: `knob ${role}`,
      attributes: { class: 'knob', cx: tenths(x), cy: box.y + box.height / 2, r: 6 },
    })),
    {
      tag: 'rect',
      key: 'pill',
      attributes: { class: 'pill-box', x: pillX, y: bottom - 2, width: pillWidth, height: 22, rx: 11 },
    },
    {
      tag: 'text',
      key: 'instant',
      attributes: { class: 'pill-text', x: pillX + pillWidth / 2, y: bottom + 13, 'text-anchor': 'middle' },
      words: writeInstant(cursor),
    },
  ];
};
