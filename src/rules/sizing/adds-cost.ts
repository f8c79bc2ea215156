import { planOf, surelyFork } from '../asked';
import { documented } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, violated } from '../verdict';

const hoursPerMonth = 730;

/** Rule 83: a fork is a service that is paid for. */
export const addsCost = defineRule({
  severity: 'note',
  scope: 'creation',
  title: 'Fork is paid for as long as it runs',
  why: 'A fork of production for a rehearsal costs what its plan costs until somebody powers it off or destroys it.',
  attribute: 'plan',
  sources: [documented('documentation, pricing; a month is 730 hours')],
  planOnly: 'The registry charges nobody.',
  messages: {
    price: {
      detail: '{plan} costs about {hourly} USD an hour, {monthly} USD a month.',
      remedy: 'Power the fork off or destroy it when it has done its work.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const { name: plan, priceUsdPerHour: price } = planOf(subject);
    if (!price) return notApplicable;
    surelyFork(subject);
    return violated('price', { plan, hourly: price.toFixed(3), monthly: Math.round(price * hoursPerMonth) });
  },
});
