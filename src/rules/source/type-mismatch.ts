import type { Fact } from '../../domain';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 15: a backup restores only into its own type. */
export const typeMismatch = defineRule({
  id: 'source/type-mismatch',
  number: 15,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'live-source'],
  title: 'Source is of another service type',
  why: 'A backup can be restored only into a service of the type that wrote it.',
  attribute: 'user_config.service_to_fork_from',
  sources: [inferred('backups are written and read by one engine')],
  predicts: ['fork_type_mismatch'],
  messages: {
    mismatch: {
      detail: '{source} is of type {sourceType}; the fork is declared with type {type}.',
      remedy: 'Declare the fork with type {sourceType}, or choose a source of type {type}.',
    },
  },
  check: ({ request: { address, serviceType }, source }) => {
    const found = sourceType(source);
    if (found === undefined) return source.kind === 'unknown' ? undecided(source.missing) : notApplicable;
    if (!serviceType.known) return undecided(`service_type of ${address}`);
    if (!found.type.known) return undecided(`service_type of ${found.name}`);
    if (serviceType.value === found.type.value) return pass;
    return violated('mismatch', { source: found.name, sourceType: found.type.value, type: serviceType.value });
  },
});

/** A type never changes, so the declared one serves whether the source exists yet or not. */
const sourceType = (source: Subject['source']): { readonly name: string; readonly type: Fact<string> } | undefined => {
  switch (source.kind) {
    case 'live':
      return {
        name: `${source.service.project}/${source.service.service}`,
        type: { known: true, value: source.service.type },
      };
    case 'declared':
      return { name: source.request.address, type: source.request.serviceType };
    case 'unknown':
      return source.request && { name: source.request.address, type: source.request.serviceType };
    default:
      return undefined;
  }
};
