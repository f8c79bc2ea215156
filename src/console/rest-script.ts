import { signal, type ReadonlySignal } from '@preact/signals';
import type { Rest } from './rest';

/** The script of all but the list of services. */
export interface RestScript {
  /** Undefined: not yet. */
  readonly loaded: ReadonlySignal<Rest | undefined>;
  /** It was not to be had when it was asked for last. */
  readonly isLost: ReadonlySignal<boolean>;
  /** Asks for it, unless it is there. Rejects where it is not to be had. */
  readonly load: () => Promise<Rest>;
}

/** Without that script, which `ask` asks the server for. */
export const createRestScript = (ask: () => Promise<Rest>): RestScript => {
  const loaded = signal<Rest | undefined>(undefined);
  const isLost = signal(false);
  const load = async (): Promise<Rest> => {
    const there = loaded.peek();
    if (there !== undefined) return there;
    try {
      const rest = await ask();
      isLost.value = false;
      return (loaded.value = rest);
    } catch (error) {
      isLost.value = true;
      throw error;
    }
  };
  return { loaded, isLost, load };
};
