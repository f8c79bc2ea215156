import type { Registry } from '../../registry';
import { StoreReplacedError } from '../../store/errors';
import type { ResetOutcome } from './reset';

/** The registry that a server serves now; a reset puts another in its place. */
export interface ServedRegistry {
  readonly current: () => Registry;
  /** Opens what is at its place now: another process has made it anew, or put another there. Undefined: that cannot happen here. */
  readonly reopen?: (() => void) | undefined;
  /** What an error that nobody thought possible comes from, when the registry's file is damaged; else that error. */
  readonly causeBehind?: ((error: unknown) => unknown) | undefined;
  /** Makes it anew, as it was made the first time, while it is served; undefined: that is not possible here. */
  readonly reset?: (() => Promise<ResetOutcome>) | undefined;
}

/** Asks the registry that is served, and once more when another has its place by now: the answer is that one's. */
export const following = <T>(served: ServedRegistry, ask: () => T): T => {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof StoreReplacedError) || served.reopen === undefined) throw error;
    served.reopen();
    return ask();
  }
};
