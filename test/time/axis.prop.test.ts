import fc from 'fast-check';
import {
  boundView,
  chooseStepMs,
  drawAxis,
  drawCursor,
  gutter,
  instantAt,
  isInsideBox,
  layOutAxis,
  layOutTicks,
  overlap,
  panView,
  placeAt,
  placeLabels,
  revealInView,
  zoomView,
  type Story,
  type View,
} from '../../src/time';
import { runs } from '../whole';

const now = Date.UTC(2026, 10, 20, 9);
const [minute, day] = [60_000, 86_400_000];
const reach = { from: now - 40 * day, to: now + day };
const view: fc.Arbitrary<View> = fc
  .record({
    from: fc.integer({ min: reach.from, max: now }),
    long: fc.integer({ min: minute, max: 30 * day }),
    width: fc.integer({ min: 420, max: 1800 }),
  })
  .map(({ from, long, width }) => boundView({ from, to: from + long, width }, reach));
const past = fc.integer({ min: now - 30 * day, max: now });

const story: fc.Arbitrary<Story> = fc
  .record({
    backups: fc.array(past, { maxLength: 400 }),
    forks: fc.array(
      fc.record({
        at: past,
        ended: fc.option(fc.integer({ min: 0, max: 9 * day })),
        secondary: fc.boolean(),
        name: fc.integer({ min: 0, max: 999 }),
      }),
      { maxLength: 60 },
    ),
    gaps: fc.array(past, { maxLength: 3 }),
    events: fc.array(past, { maxLength: 4 }),
    lag: fc.array(fc.nat({ max: 3000 }), { maxLength: 100 }),
  })
  .map(({ backups, forks, gaps, events, lag }) => ({
    service: 'orders-pg',
    now,
    createdAt: now - 31 * day,
    lanes: (['primary', 'secondary'] as const).map((role) => ({
      role,
      location: role === 'primary' ? 'google-europe-west1' : 'google-northamerica-northeast1',
      window: { from: now - 14 * day, to: role === 'primary' ? now : now - 4 * minute },
      backupsOnly: false,
      backups: backups.map((at, index) => ({ name: `b${index}`, at, sizeBytes: 1 })),
      gaps: role === 'primary' ? [] : gaps.map((from) => ({ from, to: from + day / 6, reason: 'region down' })),
      lagSeconds: 240,
    })),
    lag: lag.map((seconds, index) => ({ at: now - (100 - index) * 3 * 3_600_000, seconds })),
    forks: forks.map(({ at, ended, secondary, name }) => ({
      project: 'prod',
      name: `orders-copy-${name}-for-the-team`,
      incarnation: 1,
      cloud: 'aws-eu-central-1',
      at,
      role: secondary ? ('secondary' as const) : ('primary' as const),
      endedAt: ended === null ? null : Math.min(now, at + ended),
    })),
    events: events.map((at) => ({ at, words: 'moved to aws-eu-west-1' })),
    held: { from: now - 14 * day, until: now + day },
  }));

test('the instant at a place is the one that stands there', () => {
  fc.assert(
    fc.property(view, fc.double({ min: 0, max: 1, noNaN: true }), (seen, share) => {
      const at = instantAt(seen, share * seen.width);
      expect(instantAt(seen, placeAt(seen, at))).toBe(at);
    }),
  );
});

test('zooming keeps the instant under the pointer, as far as there is something to see', () => {
  fc.assert(
    fc.property(view, fc.double({ min: 0, max: 1, noNaN: true }), (seen, share) => {
      const around = instantAt(seen, share * seen.width);
      const near = zoomView(seen, reach, { factor: 0.5, around });
      expect(Math.abs(placeAt(near, around) - placeAt(seen, around))).toBeLessThanOrEqual(
        near.width / (near.to - near.from) + 0.01,
      );
      const far = zoomView(seen, reach, { factor: 1_000_000, around });
      expect([far.from, far.to]).toEqual([reach.from, reach.to]);
    }),
  );
});

test('no move leaves what there is to see, and one that reveals an instant shows it', () => {
  fc.assert(
    fc.property(view, fc.integer({ min: -60 * day, max: 60 * day }), past, (seen, by, at) => {
      const moved = panView(seen, reach, by);
      expect(moved.from).toBeGreaterThanOrEqual(reach.from);
      expect(moved.to).toBeLessThanOrEqual(reach.to);
      expect(moved.to - moved.from).toBe(seen.to - seen.from);
      const shown = revealInView(seen, reach, at);
      expect(at >= shown.from && at <= shown.to).toBe(true);
    }),
  );
});

test('ticks are in view, evenly apart, and leave room for what stands above them', () => {
  fc.assert(
    fc.property(view, (seen) => {
      const ticks = layOutTicks(seen);
      for (const { x } of ticks) expect(x >= 0 && x <= seen.width).toBe(true);
      for (const [index, tick] of ticks.entries())
        if (index > 0) expect(tick.at - (ticks[index - 1]?.at ?? 0)).toBe(chooseStepMs(seen));
      expect(ticks.length).toBeLessThanOrEqual(seen.width / 58 + 1);
    }),
  );
});

test('a fortnight has a tick a day, a day one each few hours, an hour one each few minutes', () => {
  const stepOf = (ms: number): number => chooseStepMs({ from: now - ms, to: now, width: 1000 });
  expect([stepOf(14 * day), stepOf(day), stepOf(60 * minute), stepOf(10 * minute)]).toEqual([
    day,
    2 * 60 * minute,
    5 * minute,
    minute,
  ]);
});

test('no label of the axis covers another one, and all are in the picture', () => {
  fc.assert(
    fc.property(story, view, (told, seen) => {
      const { labels, width, height } = layOutAxis(told, seen);
      const whole = { x: 0, y: 0, width, height };
      for (const [index, { box }] of labels.entries()) {
        expect(isInsideBox(box, whole)).toBe(true);
        for (const other of labels.slice(index + 1)) expect(overlap(box, other.box)).toBe(false);
      }
    }),
    { numRuns: runs(60) },
  );
});

test('no word is crossed by a branch on its way down', () => {
  fc.assert(
    fc.property(story, view, (told, seen) => {
      const { labels, branches } = layOutAxis(told, seen);
      for (const { x, y, fromY, leaves } of branches) {
        const line = { x: gutter.left + x, y: fromY, width: 1, height: y - fromY };
        if (leaves) expect(labels.filter(({ box }) => overlap(box, line))).toEqual([]);
      }
    }),
    { numRuns: runs(60) },
  );
});

test('a peak of the lag that has no room is told as one', () => {
  const crowd = Array.from({ length: 7 }, (_, index) => ({
    ...{ project: 'prod', name: `fork-${index}`, incarnation: 1, cloud: 'aws-eu-central-1', role: 'primary' as const },
    ...{ at: now - 2 * day + (index - 3) * 0.4 * day, endedAt: null },
  }));
  const told = {
    ...{ service: 'orders-pg', now, createdAt: now - 31 * day, events: [], held: null, forks: crowd },
    lanes: (['primary', 'secondary'] as const).map((role) => ({
      ...{ role, location: role, backupsOnly: false, backups: [], gaps: [], lagSeconds: 9 },
      window: { from: now - 14 * day, to: now },
    })),
    lag: [
      { at: now - 3 * day, seconds: 60 },
      { at: now - 2 * day, seconds: 7_200 },
    ],
  };
  expect(layOutAxis(told, { from: now - 14 * day, to: now, width: 420 }).unnamed).toContain('a lag of 2 h');
});

test('no word is crossed by the line of a cursor that stays where it is', () => {
  fc.assert(
    fc.property(story, view, fc.double({ min: 0, max: 1, noNaN: true }), (told, seen, share) => {
      const at = instantAt(seen, share * seen.width);
      const x = gutter.left + placeAt(seen, at);
      const { labels } = layOutAxis(told, seen, at);
      expect(labels.filter(({ box }) => box.x < x && x < box.x + box.width)).toEqual([]);
    }),
    { numRuns: runs(60) },
  );
});

test('each form of a picture has a key of its own, and each word of the layout is written', () => {
  fc.assert(
    fc.property(story, view, (told, seen) => {
      const layout = layOutAxis(
        { ...told, forks: told.forks.map((fork, incarnation) => ({ ...fork, incarnation })) },
        seen,
      );
      const shapes = [...drawAxis(layout), ...drawCursor(layout, seen, seen.from)];
      expect(new Set(shapes.map(({ key }) => key)).size).toBe(shapes.length);
      const words = shapes.map((shape) => shape.words);
      for (const { label } of layout.labels) expect(words).toContain(label.text);
    }),
    { numRuns: runs(60) },
  );
});

test('every mark of a lane is on its lane, and every branch in the plot', () => {
  fc.assert(
    fc.property(story, view, (told, seen) => {
      const { lanes, branches, plot } = layOutAxis(told, seen);
      for (const { box, window, gaps, diamonds } of lanes) {
        for (const part of [...(window === null ? [] : [window]), ...gaps]) {
          expect(part.x >= box.x - 0.01 && part.x + part.width <= box.x + box.width + 3 && part.y === box.y).toBe(true);
        }
        for (const { x, y } of diamonds)
          expect(x >= box.x && x <= box.x + box.width && y > box.y && y < box.y + box.height).toBe(true);
      }
      for (const { x, endX, y } of branches)
        expect(x >= 0 && endX >= x && endX <= plot.width && y < plot.y + plot.height).toBe(true);
    }),
    { numRuns: runs(60) },
  );
});

test('what has no room is told as left out, and nothing is lost', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  const { placed, left } = placeLabels(
    ['a', 'b', 'c'].map((label) => ({ label, places: [box, { ...box, x: 20 }] })),
    { ...box, width: 100 },
  );
  expect([placed.map(({ label }) => label), left]).toEqual([['a', 'b'], ['c']]);
});
