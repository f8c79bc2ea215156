/** Runs work in a turn of the event loop that is still to come. */
export type Defer = (work: () => void) => void;

/**
 * Runs one piece of work in each turn of the event loop, whoever it is for, in the order in which they came: however many long answers
 * are on their way, everybody else waits for one part of one of them.
 */
export const oneATurn = (defer: Defer): Defer => {
  const waiting: (() => void)[] = [];
  let coming = false;
  const next = (): void => {
    waiting.shift()?.();
    coming = waiting.length > 0;
    if (coming) defer(next);
  };
  return (work) => {
    waiting.push(work);
    if (coming) return;
    coming = true;
    defer(next);
  };
};
