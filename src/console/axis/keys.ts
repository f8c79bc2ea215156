import { secondMs, type EpochMs } from '../../domain';
import { type Story, chooseStepMs, type View } from '../../time';

/** What a key does on the axis. */
type KeyStep = { readonly kind: 'cursor'; readonly at: EpochMs } | { readonly kind: 'zoom'; readonly factor: number };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a key means: arrows step by a sixth of a tick (with Shift by one tick), with Alt to the next backup; Page Up and Down by a screen;
 * Home and End to the ends of the window; plus and minus zoom. Undefined: nothing.
 */
export const stepCursor = (
  { key, shiftKey, altKey, ctrlKey, metaKey }: Pressed,
  { story, view, cursor }: { readonly story: Story; readonly view: View; readonly cursor: EpochMs },
): KeyStep | undefined => {
  if (ctrlKey || metaKey) return undefined;
  if (key === '+' || key === '=') return { kind: 'zoom', factor: 0.5 };
  if (key === '-' || key === '_') return { kind: 'zoom', factor: 2 };
  const at = moveCursor(key, { story, view, cursor, shift: shiftKey, alt: altKey });
  return at === undefined ? undefined : { kind: 'cursor', at: Math.min(at, story.now) };
};

const moveCursor = (
  key: string,
  { story, view, cursor, shift, alt }: { story: Story; view: View; cursor: EpochMs; shift: boolean; alt: boolean },
): EpochMs | undefined => {
  const [window] = story.lanes.flatMap((lane) => lane.window ?? []);
  const direction = key === 'ArrowLeft' || key === 'ArrowDown' ? -1 : key === 'ArrowRight' || key === 'ArrowUp' ? 1 : 0;
  if (direction !== 0) {
    if (alt) return findNextBackup(story, cursor, direction);
    const tick = chooseStepMs(view);
    const step = shift ? tick : Math.max(secondMs, tick / 6);
    return (Math.round(cursor / step) + direction) * step;
  }
  if (key === 'Home') return window?.from;
  if (key === 'End') return window?.to;
  if (key === 'PageUp') return cursor - (view.to - view.from);
  return key === 'PageDown' ? cursor + (view.to - view.from) : undefined;
};

const findNextBackup = (story: Story, cursor: EpochMs, direction: number): EpochMs => {
  const all = story.lanes.flatMap(({ backups }) => backups.map(({ at }) => at));
  const beyond = all.filter((at) => (direction > 0 ? at > cursor : at < cursor));
  if (beyond.length === 0) return cursor;
  return direction > 0 ? Math.min(...beyond) : Math.max(...beyond);
};
