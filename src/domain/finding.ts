import type { Acknowledgement } from './service-request';
import type { EpochMs } from './time';

/** Error: it will be refused or lose data. Warning: it works, with a surprise. Note: worth knowing. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** One rule's judgement of one declared service. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** The severity that its rule was written with, where a policy gave it another. */
  readonly ownSeverity?: Severity;
  readonly address: string;
  /** API name of the setting at fault, such as `user_config.recovery_target_time`. */
  readonly attribute: string;
  /** At most 80 characters, no full stop: the rule's own title. */
  readonly summary: string;
  /** Sentences with the value got and the bound. */
  readonly detail: string;
  /** What to do, in one or two sentences. */
  readonly remedy: string;
  /** Only the plan shows it, whatever its rule foretells else: the registry does not refuse it, so it can be accepted. */
  readonly planOnly?: true;
  /** It ends a live service. */
  readonly ends?: true;
  /** Set when someone accepted it; it then never fails a run. */
  readonly acknowledged?: Acknowledgement;
}

/** A rule that could not be decided for one declared service, with the names of the facts it missed. */
export interface Undecided {
  readonly ruleId: string;
  /** The worst that the rule could have found. */
  readonly severity: Severity;
  readonly address: string;
  readonly missing: readonly string[];
}

/** A rule that holds for one declared service only up to an instant, such as a recovery point inside a moving window. */
export interface Holding {
  readonly ruleId: string;
  readonly address: string;
  readonly validUntil: EpochMs;
}

/** An acknowledgement that no finding needs any more, or that has ended. */
export interface StaleAcknowledgement {
  readonly acknowledgement: Acknowledgement;
  readonly why: 'no-such-finding' | 'ended' | 'cannot-be-acknowledged' | 'no-such-rule';
}

/** How a declared service stands to what exists: to be made, or made already from the same request. */
export type Standing = 'new' | 'live' | 'unknown';
