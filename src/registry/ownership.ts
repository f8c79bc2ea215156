import { usualMakerSilenceMs, type EpochMs, type Ownership } from '../domain';
import { instanceKey } from './events';
import type { RegistryState, ServiceState } from './state';

/** What tells whether a maker is still at work: the clock on the wall, and when the maker of a service was last heard of. */
export interface SignsOfLife {
  readonly wallNow: EpochMs;
  readonly registry: RegistryState;
  /** When the maker of an incarnation was last heard of, by the clock on the wall; undefined: never. */
  readonly signOf: (instance: string) => EpochMs | undefined;
}

/** Whether the maker of a service gave a sign of life a short while ago. Never throws. */
export const makerIsFresh = ({ wallNow, registry, signOf }: SignsOfLife, state: ServiceState): boolean => {
  const seenAt = signOf(instanceKey(state));
  return seenAt !== undefined && wallNow - seenAt <= (registry.makerSilenceMs ?? usualMakerSilenceMs);
};

/** Whose a service is, for rules and clients. Never throws. */
export const ownershipAt = (signs: SignsOfLife, state: ServiceState): Ownership => {
  const { ownership } = state;
  if (ownership === undefined) return { state: 'never' };
  const { owner, since, by } = ownership;
  if (owner === null) return { state: 'released', since, by };
  const { id, label } = owner;
  return owner.state === 'held'
    ? { state: 'held', owner: { id, label }, since, by }
    : { state: 'making', owner: { id, label }, since, by, fresh: makerIsFresh(signs, state) };
};
