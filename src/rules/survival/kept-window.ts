import {
  hourMs,
  planKey,
  policyMs,
  type BackupPolicy,
  type Catalogue,
  type JsonObject,
  type PlacedPolicy,
  type ServiceFacts,
} from '../../domain';
import { planOf, settingOf } from '../asked';
import { keptCount, longestAgeMs, retentionKey } from '../backup-retention';
import { durationText } from '../duration-text';
import { declaresPersistenceOff, isPersistenceOff } from '../persistence';
import { stop } from '../stop';
import type { Subject } from '../subject';
import { settingTakenOut } from '../taken-out';
import { undecided } from '../verdict';
import type { SurvivalVerdict } from './judge-survival';

/** How far one can go back with a plan and settings, once it has run that long, in milliseconds; 0: it keeps no backups. Never throws. */
const keptMs = (backup: BackupPolicy, settings: JsonObject): number =>
  longestAgeMs(backup, 'regular') ?? keptCount(backup, settings) * backup.intervalHours * hourMs;

/** The same of a live service; undefined: the catalogue does not have its plan. Never throws. */
export const keptByLive = (service: ServiceFacts, catalogue: Catalogue): number | undefined => {
  const found = catalogue.plans.get(planKey(service.type, service.plan));
  if (found === undefined) return undefined;
  return isPersistenceOff(service, catalogue) ? 0 : keptMs(found.backup, service.userConfig);
};

/** Whether a declared service is not backed up, since nothing of it is written to a disk. Inside of a `check` only. */
export const isNeverBackedUp = (subject: Subject): boolean => {
  const { existing, request, catalogue } = subject;
  const open = undecided(`persistence of ${request.address}`);
  if (declaresPersistenceOff(request, catalogue) ?? stop(open)) return true;
  if (existing === undefined || !isStaying(subject) || !isPersistenceOff(existing, catalogue)) return false;
  const key = catalogue.serviceTypes.get(existing.type)?.persistenceKey ?? '';
  return settingTakenOut(subject, key) === undefined ? request.userConfig[key] === undefined : stop(open);
};

const isStaying = ({ standing, remade }: Pick<Subject, 'standing' | 'remade'>): boolean =>
  standing === 'live' && !remade;

/** How far one can go back with a declared service after the plan: what is not written stays. Inside of a `check` only. */
export const keptAfterPlan = (subject: Subject): number => {
  const { existing } = subject;
  if (isNeverBackedUp(subject)) return 0;
  if (settingTakenOut(subject, retentionKey) !== undefined)
    return stop(undecided(`user_config.${retentionKey} of ${subject.request.address}, which is taken out`));
  const days =
    settingOf(subject, retentionKey) ?? (isStaying(subject) ? existing?.userConfig[retentionKey] : undefined) ?? null;
  return keptMs(planOf(subject).backup, { [retentionKey]: days });
};

/** What a policy makes of how far one can go back; without one any backups count. Never throws. */
export const judgeWindow = (ms: number, policy: Pick<PlacedPolicy, 'window'> | undefined): SurvivalVerdict => {
  const kept = ms === 0 ? 'No backups are kept' : `Backups are kept for ${durationText(ms)}`;
  if (policy?.window === undefined) return { verdict: ms > 0 ? 'met' : 'breached', why: `${kept}.` };
  const askedMs = policyMs(policy.window);
  return { verdict: ms < askedMs ? 'breached' : 'met', why: `${kept}; the policy asks for ${durationText(askedMs)}.` };
};
