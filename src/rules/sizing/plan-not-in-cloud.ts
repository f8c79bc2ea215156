import { cloudOf, planOf } from '../asked';
import { documented, fromSchema } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

const namesShown = 5;

/** Rule 41: the plan is sold in the cloud. */
export const planNotInCloud = defineRule({
  severity: 'error',
  scope: 'settings',
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
  check: (subject) => {
    const { name: plan, clouds } = planOf(subject);
    if (clouds === 'all') return pass;
    const cloud = cloudOf(subject);
    if (!subject.catalogue.clouds.has(cloud)) return notApplicable;
    if (clouds.includes(cloud)) return pass;
    const shown = [...clouds.slice(0, namesShown), ...(clouds.length > namesShown ? ['and more'] : [])];
    return violated('not-sold', { plan, cloud, clouds: shown.join(', ') || 'none' });
  },
});
