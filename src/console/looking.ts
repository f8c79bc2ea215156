import { useEffect, useRef, useState } from 'preact/hooks';
import { dayMs, hourMs, parseRecoveryTime, toRfc3339, type EpochMs } from '../domain';
import { setQuery, useApp } from './app';
import { type Story, boundView, revealInView, type Reach, type View } from '../time';
import type { Looking } from './panels/axis';

/** Until what is looked at stands in the address: a hand that moves does not fill it. */
const settleMs = 250;

/** The instant and the view that the address says, and both as they are changed; the address follows once the hand rests. */
export const useLooking = (story: Story, width: number): Looking => {
  const app = useApp();
  const { query } = app.route.value;
  const reach = findReach(story);
  const read = (): Looked => readLooked(query, story, reach, width);
  const [looked, setLooked] = useState(read);
  const written = useRef<string>(keyOf(query));
  useEffect(() => {
    if (keyOf(query) !== written.current) {
      written.current = keyOf(query);
      setLooked(read());
    }
  }, [query['at'], query['from'], query['to']]);
  const { view, cursor, isMoved } = looked;
  useEffect(() => {
    if (!isMoved) return undefined;
    return app.outside.after(settleMs, () => {
      const said = {
        at: toRfc3339(cursor),
        ...(looked.isZoomed ? { from: toRfc3339(view.from), to: toRfc3339(view.to) } : {}),
      };
      written.current = keyOf({ ...app.route.peek().query, ...said });
      setQuery(app, said);
    });
  }, [looked]);
  const seen = { ...view, width };
  return {
    view: looked.isZoomed ? boundView(seen, reach) : { ...firstView(story), width },
    reach,
    cursor,
    onView: (next) => setLooked((before) => ({ ...before, view: next, isZoomed: true, isMoved: true })),
    onCursor: (at) =>
      setLooked((before) => {
        const shown = revealInView(before.isZoomed ? before.view : { ...firstView(story), width }, reach, at);
        const isSame = shown.from === before.view.from || !before.isZoomed;
        return { view: shown, cursor: at, isMoved: true, isZoomed: before.isZoomed || !isSame };
      }),
  };
};

interface Looked {
  readonly view: View;
  readonly cursor: EpochMs;
  /** Another part of time than the first one is shown. */
  readonly isZoomed: boolean;
  /** By hand: the address does not say it yet. */
  readonly isMoved: boolean;
}

const keyOf = ({ at, from, to }: Readonly<Record<string, string>>): string => `${at} ${from} ${to}`;

const findReach = ({ createdAt, now, lanes }: Story): Reach => {
  const oldest = lanes.flatMap(({ window }) => window?.from ?? []);
  return { from: Math.min(createdAt, ...oldest, now - hourMs) - dayMs, to: now + dayMs };
};

/** The whole window with a margin at both ends. */
const firstView = ({ lanes, now, createdAt }: Story): { readonly from: EpochMs; readonly to: EpochMs } => {
  const oldest = Math.min(...lanes.flatMap(({ window }) => window?.from ?? []), now - hourMs);
  const from = lanes.some(({ window }) => window !== null) ? oldest : Math.max(createdAt, now - 14 * dayMs);
  return { from: from - (now - from) / 40, to: now + (now - from) / 100 };
};

/** The newest instant that can be restored; of what cannot be, now. */
export const findNewest = ({ lanes, now }: Story): EpochMs => {
  const held = lanes.flatMap(({ window }) => window?.to ?? []);
  return held.length === 0 ? now : Math.max(...held);
};

/** Why the instant of an address is not the one that is shown; undefined: it is, or none is written. */
export const findAtFault = (text: string | undefined, { createdAt, now }: Story): string | undefined => {
  const at = parseRecoveryTime(text ?? '')?.at;
  return text === undefined || (at !== undefined && at >= createdAt && at <= now)
    ? undefined
    : `“${text}” in the address is no instant that this service has.`;
};

const readLooked = (query: Readonly<Record<string, string>>, story: Story, reach: Reach, width: number): Looked => {
  const at = parseRecoveryTime(query['at'] ?? '')?.at;
  const from = parseRecoveryTime(query['from'] ?? '')?.at;
  const to = parseRecoveryTime(query['to'] ?? '')?.at;
  const isZoomed = from !== undefined && to !== undefined && from < to;
  const view = isZoomed ? boundView({ from, to, width }, reach) : { ...firstView(story), width };
  return { view, cursor: Math.min(at ?? findNewest(story), story.now), isZoomed, isMoved: false };
};
