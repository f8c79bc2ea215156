import { planKey, type BackupFacts, type EpochMs, type ServiceFacts } from '../domain';
import type { Subject } from './subject';
import { restorableUntil } from './valid-until';
import { pass, passUntil, type Verdict } from './verdict';

/** Passes until the backup that the restore starts from is no longer kept; without end where the plan is not in the catalogue. */
export const passWhileKept = (
  { catalogue }: Subject,
  service: ServiceFacts,
  kept: { readonly backup: BackupFacts | undefined; readonly now: EpochMs },
): Verdict<never> => {
  const plan = catalogue.plans.get(planKey(service.type, service.plan));
  const type = catalogue.serviceTypes.get(service.type);
  if (plan === undefined || type === undefined || kept.backup === undefined) return pass;
  const until = restorableUntil(kept.backup, service, { plan, type, now: kept.now });
  return until === undefined ? pass : passUntil(until);
};
