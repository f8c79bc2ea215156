import type { Outside } from './outside';

/** How an address is written: as a step that can be gone back from, in the place of the one before, or that once the hand rests. */
export type Writing = 'push' | 'replace' | 'typed';

/** Until what is typed stands in the address. To write it costs the browser as much as to draw the rows of a list. */
const settleMs = 200;

/** Writes addresses. One that is typed waits for the next key; a step away from it writes it first, and back loses it. */
export const createAddress = ({ go, after, onGone }: Pick<Outside, 'go' | 'after' | 'onGone'>) => {
  let waiting: { readonly address: string; readonly cancel: () => void } | undefined;
  const take = (): string | undefined => {
    waiting?.cancel();
    const typed = waiting?.address;
    waiting = undefined;
    return typed;
  };
  onGone(() => void take());
  return (address: string, how: Writing): void => {
    const typed = take();
    if (how === 'typed') {
      const write = (): void => {
        waiting = undefined;
        go(address, 'replace');
      };
      waiting = { address, cancel: after(settleMs, write) };
      return;
    }
    if (how === 'push' && typed !== undefined) go(typed, 'replace');
    go(address, how);
  };
};
