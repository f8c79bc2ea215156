import type { Need, Rule } from './rule';
import { recordedByRule } from './recorded-by-rule';

/** What a rule reads, and so where it can be decided. Never throws. */
export const listNeeds = ({ id, needs }: Pick<Rule, 'id' | 'needs'>): readonly Need[] =>
  needs ?? recordedByRule[id] ?? [];
