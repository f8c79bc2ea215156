import { planKey, type BackupFacts, type EpochMs, type ServiceFacts } from '../domain';
import { primaryLocationOf } from './recovery-window';
import type { Subject } from './subject';
import { restorableUntil } from './valid-until';
import { pass, passUntil, type Verdict } from './verdict';
import { isDown } from './down';

/**
 * Passes until the backup that the restore starts from is no longer kept. Without a known end where the plan is not in the
 * catalogue, and while the cloud of the source or of its backups is down: no backup is
 * then taken, and so none expires.
 */
export const passWhileKept = (
  { catalogue, facts }: Subject,
  service: ServiceFacts,
  kept: { readonly backup: BackupFacts | undefined; readonly now: EpochMs },
): Verdict<never> => {
  const plan = catalogue.plans.get(planKey(service.type, service.plan));
  const type = catalogue.serviceTypes.get(service.type);
  if ([service.cloud, primaryLocationOf(service)].some((cloud) => isDown(cloud, facts))) return pass;
  if (plan === undefined || type === undefined || kept.backup === undefined) return pass;
  const until = restorableUntil(kept.backup, service, { plan, type, now: kept.now });
  return until === undefined ? pass : passUntil(until);
};
