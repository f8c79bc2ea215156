import type { LiveService, ServiceRequest } from '../domain';
import { fixedDifferences, forkDifferences, nameDifferences, typeDifferences, unknownFixed } from './differences';
import type { Difference } from './difference';
import { isMadeAsFork } from './live-service';
import { settingChanges, type SettingChange } from './setting-changes';

/** A change that is not made to a live service. */
export interface ChangeRefusal {
  readonly kind:
    /** Another fork would have to take its place, and nobody accepted the loss. */
    | 'fork-changed'
    /** Another name or project is another service, and nobody accepted the loss of this one. */
    | 'renamed'
    /** It is no fork, and never becomes one. */
    | 'fork-keys-added'
    | 'type-changed'
    /** Another setting that is read only while a service is made. */
    | 'fixed-changed'
    /** The loss is accepted, and its termination protection is on. */
    | 'protected';
  readonly changes: readonly [Difference, ...Difference[]];
}

/** What has to be done so that a service is as it is asked to be, where all that it is asked to be is known. */
export type KnownDecision =
  | { readonly kind: 'create' }
  | { readonly kind: 'no-op' }
  /** It is as asked, and is not ready yet. */
  | { readonly kind: 'wait' }
  /** In place; never destroys. */
  | { readonly kind: 'update'; readonly changes: readonly SettingChange[] }
  /** Ended with its data and made anew: only where the declaration accepts the loss. */
  | { readonly kind: 'replace'; readonly why: readonly [Difference, ...Difference[]] }
  | { readonly kind: 'refuse'; readonly refusal: ChangeRefusal };

/** The same, where some of it may not be known yet. */
export type ServiceDecision =
  | KnownDecision
  /** Settings that are read only while a service is made are not known yet: whether they change cannot be told. */
  | { readonly kind: 'undecided'; readonly unknown: readonly string[] };

/**
 * Decides what a declaration means for the live service that is its own: the one place that does. What would end it is refused, unless
 * the declaration accepts the loss (`onForkChange`). Pure; never throws.
 */
export const decideService = (desired: ServiceRequest, live: LiveService | undefined): ServiceDecision => {
  const decision = decideKnown(desired, live);
  if (live === undefined || decision.kind === 'refuse' || decision.kind === 'replace') return decision;
  const unknown = unknownFixed(desired, live);
  return unknown.length > 0 ? { kind: 'undecided', unknown } : decision;
};

/** The same by what is known alone: all of it, where a declaration is carried out. Pure; never throws. */
export const decideKnown = (desired: ServiceRequest, live: LiveService | undefined): KnownDecision => {
  if (live === undefined) return { kind: 'create' };
  const accepted = desired.onForkChange === 'replace';
  const renamed = nameDifferences(desired, live);
  if (isSome(renamed)) return accepted ? replaced(live, renamed) : refused('renamed', renamed);
  const fork = forkDifferences(desired, live);
  if (isSome(fork) && accepted && isMadeAsFork(live)) return replaced(live, fork);
  const type = typeDifferences(desired, live);
  if (isSome(type)) return refused('type-changed', type);
  const fixed = fixedDifferences(desired, live);
  if (isSome(fixed)) return refused('fixed-changed', fixed);
  if (isSome(fork)) return refused(isMadeAsFork(live) ? 'fork-changed' : 'fork-keys-added', fork);
  return inPlace(live, settingChanges(desired, live));
};

type Some = readonly [Difference, ...Difference[]];

const isSome = (differences: readonly Difference[]): differences is Some => differences.length > 0;

const refused = (kind: ChangeRefusal['kind'], changes: Some): KnownDecision => ({
  kind: 'refuse',
  refusal: { kind, changes },
});

const replaced = (live: LiveService, why: Some): KnownDecision =>
  live.terminationProtection ? refused('protected', why) : { kind: 'replace', why };

/** What is off and shall not be on is as it should be. */
const inPlace = ({ state }: LiveService, changes: readonly SettingChange[]): KnownDecision => {
  if (changes.length > 0) return { kind: 'update', changes };
  return { kind: state === undefined || state === 'RUNNING' || state === 'POWEROFF' ? 'no-op' : 'wait' };
};
