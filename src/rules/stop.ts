import type { Fact } from '../domain';
import type { Reading } from './reading';
import { undecided, type Verdict } from './verdict';

/** The way out of a check from a helper: thrown here, turned into the answer by `defineRule`, seen by nobody else. */
class Stop {
  constructor(readonly verdict: Verdict<never>) {}
}

/** Ends the check with this verdict. Inside of a `check` only. */
export const stop = (verdict: Verdict<never>): never => {
  // It is an answer, not an error: the stack of one would cost more than the check.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw new Stop(verdict);
};

/** The value that was read; the check ends where there is none, with the verdict that says so. Inside of a `check` only. */
export const orStop = <T>(reading: Reading<T>): T => (reading.kind === 'read' ? reading.value : stop(reading.verdict));

/** The value of a fact; while it is not known the check ends undecided, for lack of `missing`. Inside of a `check` only. */
export const orUndecided = <T>(fact: Fact<T>, missing: string): T =>
  fact.known ? fact.value : stop(undecided(missing));

/** What a check answers, whether it returns or stops. Throws what it throws. */
export const stoppable = <Answer>(check: () => Answer): Answer | Verdict<never> => {
  try {
    return check();
  } catch (thrown) {
    return stoppedBy(thrown);
  }
};

/** A check that may stop as one that answers. */
export const answering =
  <Asked, Answer>(check: (asked: Asked) => Answer): ((asked: Asked) => Answer | Verdict<never>) =>
  (asked) => {
    try {
      return check(asked);
    } catch (thrown) {
      return stoppedBy(thrown);
    }
  };

const stoppedBy = (thrown: unknown): Verdict<never> => {
  if (thrown instanceof Stop) return thrown.verdict;
  throw thrown;
};
