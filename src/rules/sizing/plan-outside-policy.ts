import { planOf } from '../asked';
import { documented } from '../cite';
import { defineRule } from '../rule';
import { isAllowedPlan } from '../survival/allowed';
import { policiesOf } from '../survival/terms';
import { notApplicable, pass, undecided, violated } from '../verdict';

const hoursPerMonth = 730;

/** Rule 157: a plan that a policy does not allow, by its name or its price. */
export const planOutsidePolicy = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'policies',
  title: 'Plan is not one that a policy allows',
  why: 'A fork costs what its plan costs for as long as it runs; a team that has bounded that wants to know before it is made.',
  attribute: 'plan',
  sources: [documented('documentation, pricing; a month is 730 hours')],
  planOnly: 'The registry knows no policies.',
  messages: {
    name: {
      detail: 'Policy {policy} allows the plans {allowed}; this is {plan}.',
      remedy: 'Choose one of them, or change the policy.',
    },
    price: {
      detail: '{plan} costs about {monthly} USD a month; policy {policy} allows {most}.',
      remedy: 'Choose a smaller plan, or change the policy.',
    },
  },
  check: (subject) => {
    const policies = policiesOf(subject).filter(
      ({ plans, mostUsdPerMonth }) => plans !== undefined || mostUsdPerMonth !== undefined,
    );
    if (policies.length === 0) return notApplicable;
    const { name: plan, priceUsdPerHour } = planOf(subject);
    let isOpen = false;
    for (const { name: policy, plans, mostUsdPerMonth: most } of policies) {
      if (plans !== undefined && !isAllowedPlan(plan, plans))
        return violated('name', { policy, plan, allowed: plans.join(', ') });
      if (most === undefined) continue;
      if (priceUsdPerHour === null) isOpen = true;
      else if (priceUsdPerHour * hoursPerMonth > most)
        return violated('price', { policy, plan, most, monthly: Math.round(priceUsdPerHour * hoursPerMonth) });
    }
    return isOpen ? undecided(`price of ${plan}`) : pass;
  },
});
