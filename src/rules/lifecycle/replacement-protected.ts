import { serviceKey } from '../../domain';
import { fromSchema, providerSource } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 72: a replacement that stops half-way. */
export const replacementProtected = defineRule({
  id: 'lifecycle/replacement-protected',
  number: 72,
  severity: 'error',
  scope: 'lifecycle',
  needs: ['configuration', 'live-source'],
  title: 'Live fork cannot be replaced: it is protected',
  why: 'To replace a fork means to terminate it first, which termination protection forbids.',
  attribute: 'termination_protection',
  sources: [providerSource('delete'), fromSchema('API reference, ServiceDelete: status 403')],
  predicts: ['termination_protected'],
  messages: {
    protected: {
      detail: '{service} would be replaced because its fork keys changed, but its termination protection is on.',
      remedy: 'Turn termination_protection off in a run of its own, or put the fork keys back.',
    },
  },
  check: ({ remade, existing }) => {
    if (!remade || existing === undefined) return notApplicable;
    return existing.terminationProtection ? violated('protected', { service: serviceKey(existing) }) : pass;
  },
});
