import { forkKeyChanged } from './lifecycle/fork-key-changed';
import { invalidServiceName } from './naming/invalid-service-name';
import type { Rule } from './rule';
import { sourceNotFound } from './source/not-found';

/** Every rule, by group. A rule that is not listed here does not run. */
export const allRules: readonly Rule[] = [
  // naming
  invalidServiceName,
  // source
  sourceNotFound,
  // project
  // recovery
  // sizing
  // placement
  // lifecycle
  forkKeyChanged,
];
