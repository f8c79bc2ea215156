import type { CardFinding, CardUndecided } from './review-card';
import type { EpochMs } from './time';

/** One rule's judgement of one declared service, as its card shows it, and what only a judgement needs. */
export type Finding = CardFinding & {
  readonly address: string;
  /** Only the plan shows it, whatever its rule foretells else: the registry does not refuse it, so it can be accepted. */
  readonly planOnly?: true;
  /** It ends a live service. */
  readonly ends?: true;
};

/** A rule that could not be decided for one declared service, with the names of the facts it missed. */
export type Undecided = Required<CardUndecided> & { readonly address: string };

/** A rule that holds for one declared service only up to an instant, such as a recovery point inside a moving window. */
export interface Holding {
  readonly ruleId: string;
  readonly address: string;
  readonly validUntil: EpochMs;
}

/** How a declared service stands to what exists: to be made, or made already from the same request. */
export type Standing = 'new' | 'live' | 'unknown';
