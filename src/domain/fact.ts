/**
 * Why a value is not known: Terraform decides it at apply or keeps it as a secret, a plan does not show whether its block is there, nobody
 * fetched it, or the control plane does not publish it.
 */
export type UnknownReason = 'known-after-apply' | 'sensitive' | 'not-shown' | 'not-fetched' | 'not-published';

/** A value that is known, or unknown with the reason. Unknown is a verdict of its own: never a pass, never a failure. */
export type Fact<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly reason: UnknownReason };

/** A fact whose value is at hand. Never throws. */
export const known = <T>(value: T): Fact<T> => ({ known: true, value });

/** A fact that cannot be read now, with the reason. Never throws. */
export const unknown = (reason: UnknownReason): Fact<never> => ({ known: false, reason });

/** The known value, or `fallback` where the fact is unknown: for display only, never for a verdict. */
export const valueOr = <T, F>(fact: Fact<T>, fallback: F): T | F => (fact.known ? fact.value : fallback);
