import { planKey, type CardPrice } from '../../domain';
import type { Subject } from '../../rules';
import { describeSource } from './sides';

const hoursPerMonth = 730;

/** What the fork costs beside its source, for the plans alone; null: the catalogue does not know one of the prices. */
export const comparePrice = (subject: Subject): CardPrice | null => {
  const { type, plan } = describeSource(subject);
  const forkPlan = subject.plan.known ? subject.plan.value : undefined;
  const sourcePlan = type === null || plan === null ? undefined : subject.catalogue.plans.get(planKey(type, plan));
  const [source, fork] = [sourcePlan?.priceUsdPerHour ?? null, forkPlan?.priceUsdPerHour ?? null];
  if (source === null || fork === null) return null;
  return {
    sourceUsdPerHour: source,
    forkUsdPerHour: fork,
    differenceUsdPerMonth: Math.round((fork - source) * hoursPerMonth * 100) / 100,
  };
};
