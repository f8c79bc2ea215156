import type { Verdict } from './verdict';

/** A value that a rule needs, or the verdict that the rule must give because it cannot have it. */
export type Reading<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'stopped'; readonly verdict: Verdict<never> };

/** The value is there. */
export const read = <T>(value: T): Reading<T> => ({ kind: 'read', value });

/** The rule ends here, with this verdict. */
export const stopped = (verdict: Verdict<never>): Reading<never> => ({ kind: 'stopped', verdict });
