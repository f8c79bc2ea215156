import type { Facts } from './facts';
import type { Finding, Undecided } from './finding';
import type { ServiceFacts } from './service-facts';
import type { ServiceRequest } from './service-request';
import type { EpochMs } from './time';

/** What holds from one instant to another, both inclusive. */
export type During<T> = T & { readonly from: EpochMs; readonly until: EpochMs };

/** A fork for each instant that it may be restored to, and the instants that are asked about. */
export type Axis = During<{ readonly requestAt: (at: EpochMs) => ServiceRequest }>;

/** What the rules say of one fork at every recovery instant of a span, each thing once for the whole interval in which it is said. */
export interface AxisReview {
  /** In the order of time. Texts hold `{at}` where the instant itself is told, and `A to B` for what goes with it. */
  readonly findings: readonly During<Finding>[];
  readonly undecided: readonly During<Undecided>[];
  /** Until when what can be restored at these instants can still be restored, as it stands. */
  readonly lasting: readonly During<{ readonly validUntil: EpochMs }>[];
  /** False: the bound was reached, so that what is told of an interval may hold in a part of it only. */
  readonly complete: boolean;
}

/** What a registry asks about forks that it does not judge itself: a composition root hands it the rules as this. Never throws. */
export type Judge = (axis: Axis, facts: Facts, source: ServiceFacts) => AxisReview;
