import { documented, fromSchema } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

const namesShown = 5;

/** Rule 41: the plan is sold in the cloud. */
export const planNotInCloud = defineRule({
  id: 'sizing/plan-not-in-cloud',
  number: 41,
  severity: 'error',
  scope: 'settings',
  needs: ['configuration', 'catalogue', 'live-project'],
  title: 'Plan is not sold in this cloud',
  why: 'Not every region has every plan; a copy of production in a small region may need another one.',
  attribute: 'plan',
  sources: [documented('documentation, list of clouds'), fromSchema('API reference, service types: regions of a plan')],
  predicts: ['plan_not_in_cloud'],
  messages: {
    'not-sold': {
      detail: 'Plan {plan} is not sold in {cloud}.',
      remedy: 'Choose another plan for {cloud}, or one of the clouds where {plan} is sold: {clouds}.',
    },
  },
  check: ({ request: { address }, plan, cloud, catalogue }) => {
    if (!plan.known) return undecided(`plan of ${address}`);
    if (plan.value === undefined) return notApplicable;
    if (plan.value.clouds === 'all') return pass;
    if (!cloud.known) return undecided(`cloud_name of ${address}`);
    if (!catalogue.clouds.has(cloud.value)) return notApplicable;
    const { name, clouds } = plan.value;
    if (clouds.includes(cloud.value)) return pass;
    const shown = [...clouds.slice(0, namesShown), ...(clouds.length > namesShown ? ['and more'] : [])];
    return violated('not-sold', { plan: name, cloud: cloud.value, clouds: shown.join(', ') || 'none' });
  },
});
