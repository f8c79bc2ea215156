import { minuteMs, parseInstant } from '../../domain';
import type { App } from '../app';
import { readChanges, type Changes } from '../registry';
import { explainTrouble } from '../trouble';
import { calmPauseMs, pauseAfter } from './pace';

/** Looks again and again at what has changed, by one request; not while the tab is hidden, and more seldom while nothing answers. */
export const startLive = (app: App): void => {
  const { live, outside, login } = app;
  let since: string | undefined;
  let shownAt: number | undefined;
  let failures = 0;
  let waiting = false;
  let cancel = (): void => undefined;
  const heed = (changes: Changes): void => {
    const now = parseInstant(changes.now);
    const isFirst = since === undefined;
    since = changes.version;
    live.now.value = now;
    live.clock.value = changes.clock_mode;
    const passed = now !== undefined && shownAt !== undefined ? Math.abs(now - shownAt) : 0;
    const changed = changes.reload || changes.services.length > 0 || changes.projects.length > 0;
    const due = !isFirst && (changed || passed >= minuteMs || (live.underWay.peek() && passed > 0));
    waiting ||= due;
    shownAt ??= now;
    if (!waiting || live.dialogs.peek() > 0) return;
    waiting = false;
    shownAt = now;
    live.tick.value += 1;
  };
  const look = async (): Promise<void> => {
    try {
      heed(await readChanges(app.client, since));
      if (live.lost.peek() !== undefined) live.tick.value += 1;
      live.lost.value = undefined;
      failures = 0;
    } catch (error) {
      failures += 1;
      const trouble = explainTrouble(error);
      live.lost.value = trouble.kind === 'login' ? undefined : trouble;
    }
  };
  const go = (): void => {
    cancel();
    if (outside.isHidden() || login.asked.peek() !== undefined) return;
    void look().then(() => {
      cancel = outside.after(failures === 0 ? calmPauseMs : pauseAfter(failures), go);
    });
  };
  outside.onShown(go);
  login.asked.subscribe(() => go());
};
