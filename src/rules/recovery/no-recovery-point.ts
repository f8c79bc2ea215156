import { serviceKey, toRfc3339, type EpochMs, type ServiceFacts } from '../../domain';
import { surelyFork } from '../asked';
import { documented, fromSchema, inferred, serviceForkingPage } from '../cite';
import { durationText } from '../duration-text';
import { logEndOf, recoveryPointOf, type Serving } from '../recovery-point';
import { recoveryTargetOf, typeOf } from '../recovery-target';
import { isReplicating } from '../replica';
import { servingRole } from '../restore-role';
import { restoredBackup } from '../restored-backup';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated, type Verdict } from '../verdict';
import { upgradeOfSource } from '../versions';

type Message = 'gap' | 'gap-copied' | 'gap-unknown';

const misses =
  'No recovery point is given, so the fork gets {backup} of {source}, and may miss the {gap} since {completed}: ' +
  'whether the log is replayed without one, reports and documents do not agree.';
const missesUnknown =
  'No recovery point is given, so the fork gets the newest base backup, and may miss what was written since: ' +
  'whether the log is replayed without one, reports and documents do not agree.';

/** Rule 37: without a recovery point a fork may miss what was written after the newest base backup. */
export const noRecoveryPoint = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Fork may miss what was written after the newest backup',
  why:
    'Without a recovery time the newest base backup is restored, as users of the API report: up to a day of data can be ' +
    'missing, and nothing says so. Other sources speak for the newest transaction; a registry rehearses it with ' +
    '`forkcast registry init --recovery-default latest`. A named point is certain.',
  attribute: 'user_config.recovery_target_time',
  sources: [
    documented('for the newest base backup: terraform-provider-aiven, public thread 1536'),
    serviceForkingPage,
    documented('against it: documentation, service-power-cycle: at power-on the log is replayed'),
    fromSchema('against it: linode/manager, toDatabaseFork: a reseller’s console sends no time for the newest data'),
    inferred('no recovery point means the newest base backup, for types with a continuous log too'),
  ],
  planOnly: 'The registry accepts such a fork: it is whole, only older than one may think.',
  messages: {
    gap: {
      detail: misses,
      remedy: 'Ask for the latest transaction, or give a recovery_target_time up to {end}.',
      remedyIn: { vendor: 'Give a recovery_target_time up to {end}.' },
    },
    'gap-copied': {
      detail: misses,
      remedy: 'Ask for the latest transaction, which misses {loss}, or give a recovery_target_time up to {end}.',
      remedyIn: { vendor: 'Give a recovery_target_time up to {end}.' },
    },
    'gap-unknown': {
      detail: missesUnknown,
      remedy: 'Ask for the latest transaction, or give a recovery_target_time.',
      remedyIn: { vendor: 'Give a recovery_target_time.' },
    },
  },
  check: (subject) => {
    const target = orStop(recoveryTargetOf(subject));
    const type = orStop(typeOf(subject));
    if (type.recovery !== 'point-in-time') return notApplicable;
    const { request, source, now } = subject;
    if (target.kind !== 'latest-backup') return pass;
    if (request.integrations.some((one) => isReplicating(one) && !one.sourceService.known))
      return undecided(`source of the read_replica integration of ${request.address}`);
    if (source.kind === 'unknown') {
      surelyFork(subject);
      return unknownGap;
    }
    // Which backup it is then, another rule tells.
    if (source.kind !== 'live' || !now.known || upgradeOfSource(subject) !== undefined) return notApplicable;
    const { service } = source;
    const role = servingRole(subject, service, { target, now: now.value });
    return gapVerdict(subject, service, { role, now: now.value });
  },
});

const gapVerdict = (subject: Subject, service: ServiceFacts, serving: Serving): Verdict<Message> => {
  const backup = restoredBackup(service, { kind: 'latest-backup' }, serving);
  if (!backup) return notApplicable;
  const end = recoveryPointOf(subject, service, { kind: 'latest-transaction' }, serving);
  if (end === undefined) return unknownGap;
  const written: EpochMs = logEndOf(subject, service, serving.now) ?? end;
  if (written <= backup.completedAt) return pass;
  const data = {
    backup: backup.name,
    source: serviceKey(service),
    gap: durationText(written - backup.completedAt),
    completed: toRfc3339(backup.completedAt),
    end: toRfc3339(end),
  };
  return end < written ? violated('gap-copied', { ...data, loss: durationText(written - end) }) : violated('gap', data);
};

const unknownGap: Verdict<Message> = violated('gap-unknown', {});
