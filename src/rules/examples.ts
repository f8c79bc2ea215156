import type { RuleExamples } from './example';
import { examples as forkKeyChanged } from './lifecycle/fork-key-changed.examples';
import { examples as invalidServiceName } from './naming/invalid-service-name.examples';
import { examples as sourceNotFound } from './source/not-found.examples';

/** The examples of every rule, by its id: its tests, and its page. Nothing that runs loads them. */
export const examplesByRule: Readonly<Record<string, RuleExamples>> = {
  'naming/invalid-service-name': invalidServiceName,
  'source/not-found': sourceNotFound,
  'lifecycle/fork-key-changed': forkKeyChanged,
};
