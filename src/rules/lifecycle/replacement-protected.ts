import { becauseWords } from '../../domain';
import { fromSchema, providerSource } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 72: a replacement that stops half-way. */
export const replacementProtected = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  removals: true,
  ends: true,
  title: 'Live service cannot be destroyed: it is protected',
  why: 'To replace a service means to terminate it first, which termination protection forbids: the run stops half-way.',
  attribute: 'termination_protection',
  sources: [providerSource('delete'), fromSchema('API reference, ServiceDelete: status 403')],
  predicts: ['termination_protected'],
  messages: {
    protected: {
      detail: '{service} would be replaced because its fork keys changed, but its termination protection is on.',
      remedy: 'Turn termination_protection off in a run of its own, or put the fork keys back.',
    },
    planned: {
      detail: 'The plan replaces {service}{because}, but its termination protection is on.',
      remedy:
        'Undo the change that forces the replacement, or turn termination_protection off in a run of its own first.',
    },
    destroyed: {
      detail: 'The plan destroys {service}, but its termination protection is on.',
      remedy: 'Keep the resource, or turn termination_protection off in a run of its own first.',
    },
  },
  check: ({ request, remade, made, madeName }) => {
    const isDestroyed = request.change?.kind === 'delete';
    if ((!remade && !isDestroyed) || made === undefined) return notApplicable;
    if (!made.terminationProtection) return pass;
    if (isDestroyed) return violated('destroyed', { service: madeName });
    if (request.change?.kind !== 'replace') return violated('protected', { service: madeName });
    return violated('planned', { service: madeName, because: becauseWords(request.change) });
  },
});
