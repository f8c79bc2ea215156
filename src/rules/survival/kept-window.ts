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
import { stop } from '../stop';
import type { Subject } from '../subject';
import { settingTakenOut } from '../taken-out';
import { undecided } from '../verdict';
import type { SurvivalVerdict } from './judge-survival';

/** How far one can go back with a plan and settings, once it has run that long, in milliseconds; 0: it keeps no backups. Never throws. */
const keptMs = (backup: BackupPolicy, settings: JsonObject): number =>
  longestAgeMs(backup, 'regular') ?? keptCount(backup, settings) * backup.intervalHours * hourMs;

/** The same of a live service; undefined: the catalogue does not have its plan. Never throws. */
export const keptByLive = ({ type, plan, userConfig }: ServiceFacts, catalogue: Catalogue): number | undefined => {
  const found = catalogue.plans.get(planKey(type, plan));
  return found === undefined ? undefined : keptMs(found.backup, userConfig);
};

/** The same of a declared service once the plan was applied: what is not written stays as it is. Inside of a `check` only. */
export const keptAfterPlan = (subject: Subject): number => {
  const { existing, standing, remade } = subject;
  const stays = standing === 'live' && !remade;
  if (settingTakenOut(subject, retentionKey) !== undefined)
    return stop(undecided(`user_config.${retentionKey} of ${subject.request.address}, which is taken out`));
  const days = settingOf(subject, retentionKey) ?? (stays ? existing?.userConfig[retentionKey] : undefined) ?? null;
  return keptMs(planOf(subject).backup, { [retentionKey]: days });
};

/** What a policy makes of how far one can go back; without one any backups count. Never throws. */
export const judgeWindow = (ms: number, policy: Pick<PlacedPolicy, 'window'> | undefined): SurvivalVerdict => {
  const kept = ms === 0 ? 'No backups are kept' : `Backups are kept for ${durationText(ms)}`;
  if (policy?.window === undefined) return { verdict: ms > 0 ? 'met' : 'breached', why: `${kept}.` };
  const askedMs = policyMs(policy.window);
  return { verdict: ms < askedMs ? 'breached' : 'met', why: `${kept}; the policy asks for ${durationText(askedMs)}.` };
};
