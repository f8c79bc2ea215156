import { nearestName } from '../../domain';
import { documented, inferred } from '../cite';
import { meantOr } from '../hint';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { anotherText, mendedBy, notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 40: the plan exists for the service type. */
export const planUnknown = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Plan does not exist for the service type',
  why: 'Plans are named per service type, and Terraform checks only the shape of the name.',
  attribute: 'plan',
  sources: [
    documented('terraform-provider-aiven, public thread 69: invalid plan for service type'),
    inferred('custom plans are known only where the catalogue was read from the project'),
  ],
  predicts: ['plan_unknown'],
  messages: {
    unknown: {
      detail: '{title} has no plan "{plan}".',
      remedy: '{hint}',
    },
    unlisted: {
      severity: 'warning',
      detail: '{title} has no public plan "{plan}"; it may be a custom one.',
      remedy: '{hint}',
    },
  },
  check: (subject) => {
    const type = orStop(typeOf(subject));
    const { request, plan, planName, catalogue } = subject;
    if (request.plan.known && request.plan.value === undefined) return notApplicable;
    if (!planName.known || !plan.known) return undecided(`plan of ${request.address}`);
    if (plan.value !== undefined) return pass;
    const { title } = type;
    const names = [...catalogue.plans.values()].flatMap((one) => (one.type === type.name ? [one.name] : []));
    const near = nearestName(planName.value, names);
    const hint = meantOr(near, `Choose one of ${names.join(', ')}.`);
    const data = { title, plan: planName.value, hint };
    return mendedBy(violated(catalogue.complete ? 'unknown' : 'unlisted', data), anotherText(planName.value, near));
  },
});
