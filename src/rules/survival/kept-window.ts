import {
  hourMs,
  planKey,
  policyMs,
  type BackupPolicy,
  type Catalogue,
  type JsonObject,
  type JsonValue,
  type PlacedPolicy,
  type ServiceFacts,
} from '../../domain';
import { planOf, settingOf } from '../asked';
import { keptCount, longestAgeMs, retentionKey } from '../backup-retention';
import { durationText } from '../duration-text';
import { followedBy } from '../followed';
import { declaresPersistenceOff, isPersistenceOff } from '../persistence';
import { hasKey } from '../recovery-target';
import { staysLive } from '../stays-live';
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
  const isNever = isPersistenceOff(service, catalogue) || service.replicaOf !== null;
  return isNever ? 0 : keptMs(found.backup, service.userConfig);
};

/**
 * Why a declared service is not backed up: nothing of it is written to a disk, or it follows another one, whose backups count; undefined:
 * it is. Inside of a `check` only.
 */
const whyNeverBackedUp = (subject: Subject): 'off' | 'replica' | undefined =>
  isReplica(subject) ? 'replica' : isPersistenceOffAfter(subject) ? 'off' : undefined;

const isReplica = (subject: Subject): boolean => {
  const { existing } = subject;
  return staysLive(subject) && existing !== undefined ? existing.replicaOf !== null : followedBy(subject).length > 0;
};

const isPersistenceOffAfter = (subject: Subject): boolean => {
  const { existing, request, catalogue } = subject;
  const open = undecided(`persistence of ${request.address}`);
  if (declaresPersistenceOff(request, catalogue) ?? stop(open)) return true;
  if (existing === undefined || !staysLive(subject) || !isPersistenceOff(existing, catalogue)) return false;
  const key = catalogue.serviceTypes.get(existing.type)?.persistenceKey ?? '';
  return settingTakenOut(subject, key) === undefined ? request.userConfig[key] === undefined : stop(open);
};

/** How far one can go back, and why it is never backed up, if it is not. */
interface Kept {
  readonly ms: number;
  readonly never?: 'off' | 'replica';
}

/** The same of a declared service after the plan: what is not written stays. Inside of a `check` only. */
export const keptAfterPlan = (subject: Subject): Kept => {
  const { request } = subject;
  const never = whyNeverBackedUp(subject);
  if (never !== undefined) return { ms: 0, never };
  if (settingTakenOut(subject, retentionKey) !== undefined)
    return stop(undecided(`user_config.${retentionKey} of ${request.address}, which is taken out`));
  const days = settingOf(subject, retentionKey) ?? liveRetention(subject);
  return { ms: keptMs(planOf(subject).backup, { [retentionKey]: days }) };
};

/** What stays where it is not written; a plan changes something that nobody has read, which may have its own. */
const liveRetention = (subject: Subject): JsonValue => {
  const { existing, type } = subject;
  if (!staysLive(subject)) return null;
  const isOpen = existing === undefined && type.known && type.value !== undefined && hasKey(type.value, retentionKey);
  return isOpen ? stop(undecided(`live service ${subject.madeName}`)) : (existing?.userConfig[retentionKey] ?? null);
};

/** What a policy makes of how far one can go back; without one any backups count. Never throws. */
export const judgeWindow = (
  ms: number,
  policy: Pick<PlacedPolicy, 'window'> | undefined,
  /** Whether it is there already, with backups, or is made. */
  { isMade }: { readonly isMade: boolean },
): SurvivalVerdict => {
  const are = isMade ? 'will be' : 'are';
  const kept = ms === 0 ? `No backups ${are} kept` : `Backups ${are} kept for ${durationText(ms)}`;
  if (policy?.window === undefined) return { verdict: ms > 0 ? 'met' : 'breached', why: `${kept}.` };
  const askedMs = policyMs(policy.window);
  return { verdict: ms < askedMs ? 'breached' : 'met', why: `${kept}; the policy asks for ${durationText(askedMs)}.` };
};
