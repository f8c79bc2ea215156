import { serviceKey } from '../domain';
import type { Subject } from './subject';

const asAsked: ReadonlySet<string> = new Set(['no-op', 'wait', 'undecided']);

/**
 * What an interrupted create left, and looks like what is declared: an equal request takes it over. Facts do not tell whether that is
 * one. As a missing fact; undefined: it is nothing of the kind. Never throws.
 */
export const leftUnfinished = ({ existing, decision }: Subject): string | undefined =>
  existing?.ownership?.state === 'making' && !existing.ownership.fresh && decision && asAsked.has(decision.kind)
    ? `whether an equal request left ${serviceKey(existing)} unfinished`
    : undefined;
