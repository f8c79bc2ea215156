/** Timers on a clock that stands still while anything is done, and moves to the next timer when nothing is. */
export interface VirtualTime {
  readonly now: () => number;
  readonly after: (ms: number, fire: () => void) => () => void;
  /** No timer is left. */
  readonly clear: () => void;
}

interface Timer {
  readonly at: number;
  readonly fire: () => void;
}

/** Time on a wall clock that only a test moves. */
export const virtualTime = (wall: {
  readonly now: () => number;
  readonly set: (next: number) => void;
}): VirtualTime => {
  const timers = new Set<Timer>();
  let isPumping = false;
  const pump = (): void => {
    isPumping = false;
    const [next] = [...timers].sort((a, b) => a.at - b.at);
    if (next === undefined) return;
    timers.delete(next);
    wall.set(Math.max(wall.now(), next.at));
    next.fire();
    schedule();
  };
  const schedule = (): void => {
    if (isPumping || timers.size === 0) return;
    isPumping = true;
    setImmediate(pump);
  };
  return {
    now: wall.now,
    after: (ms, fire) => {
      const timer = { at: wall.now() + ms, fire };
      timers.add(timer);
      schedule();
      return () => void timers.delete(timer);
    },
    clear: () => timers.clear(),
  };
};
