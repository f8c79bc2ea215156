import { documented, fromSchema } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 114: a plan is named, or the secondary location gives it. */
export const planMissing = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'No plan is named',
  why:
    'A service has the plan that its request names. Only a fork from the secondary location gets one by itself: that of ' +
    'its source.',
  attribute: 'plan',
  sources: [
    fromSchema('API reference, ServiceCreate: plan is required'),
    documented('documentation, Manage backup to another region: restore'),
  ],
  predicts: ['plan_missing'],
  messages: {
    missing: {
      detail: 'The service is new, so nothing else gives it one.',
      remedy: 'Name one, such as "business-4"; only a fork with from = "secondary" gets its source’s plan without.',
      remedyIn: { vendor: 'Name one, such as "business-4".' },
    },
  },
  check: ({ request, isFork, standing }) => {
    const { plan, address, from } = request;
    if (standing === 'live') return notApplicable;
    if (!plan.known) return undecided(`plan of ${address}`);
    if (plan.value !== undefined) return pass;
    if (isFork && from === 'secondary') return pass;
    return violated('missing', {});
  },
});
