import { askedDiskOf, planOf } from '../asked';
import { documented, providerSource } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 50: disk is not sold on top of a custom plan. */
export const diskOnCustomPlan = defineRule({
  severity: 'warning',
  scope: 'settings',
  only: 'disk',
  title: 'Additional disk is asked for on a custom plan',
  why: 'Dynamic disk sizing is for the plans on the price list: the disk of a custom plan is part of the agreement.',
  attribute: 'disk_space_mb',
  sources: [documented('documentation, dynamic disk sizing'), providerSource('CustomizeDiff of disk_space')],
  planOnly: 'The registry sells the disk that its catalogue gives a plan, a custom one too.',
  messages: {
    custom: {
      detail: 'disk_space_mb is {disk}, and {plan} is a custom plan with {included} MB.',
      remedy: 'Leave disk_space_mb out, and ask the account team for a plan with a larger disk.',
    },
  },
  check: (subject) => {
    const disk = askedDiskOf(subject);
    const { name, diskMb, tier } = planOf(subject);
    if (tier !== 'custom') return notApplicable;
    return disk === diskMb ? pass : violated('custom', { disk, plan: name, included: diskMb });
  },
});
