import { policyMs, secondMs, type Facts, type RecoveryPolicy, type RecoveryTerms } from '../../domain';
import { durationText } from '../duration-text';
import { isAllowedPlace } from './allowed';
import { restoreTime } from './restore-time';
import type { RestorePoint, Survival } from './survival';

/** What a policy makes of a loss. Without a policy any way back counts, whatever it misses. */
export interface SurvivalVerdict {
  readonly verdict: 'met' | 'breached' | 'unknown';
  /** Sentences: what breaches, what is missing, or what holds. */
  readonly why: string;
}

/** What a way back is judged by. */
interface Judging {
  readonly policy: Pick<RecoveryPolicy, 'rpo' | 'rto' | 'dataIn'> | undefined;
  readonly terms: RecoveryTerms | undefined;
  readonly facts: Facts;
}

/** Judges what is left after a loss by a policy: what breaches counts before what is not known, and unknown is never met. Never throws. */
export const judgeSurvival = (survival: Survival, judging: Judging): SurvivalVerdict => {
  switch (survival.kind) {
    case 'untouched':
      return { verdict: 'met', why: 'It is not touched.' };
    case 'lost':
      return { verdict: 'breached', why: `Nothing comes back: ${survival.why}.` };
    case 'unknown':
      return { verdict: 'unknown', why: `Not known: ${survival.missing}.` };
    case 'restorable': {
      const parts = [
        judgeLoss(survival.from, judging),
        judgePlace(survival.from, judging),
        judgeTime(survival.from, judging),
      ];
      const counted = (['breached', 'unknown', 'met'] as const).find((kind) =>
        parts.some(({ verdict }) => verdict === kind),
      );
      const verdict = counted ?? 'unknown';
      return {
        verdict,
        why: parts
          .filter((part) => part.verdict === verdict && part.why !== '')
          .map(({ why }) => why)
          .join(' '),
      };
    }
  }
};

const judgeLoss = ({ lossMs, unshippedMs }: RestorePoint, { policy }: Judging): SurvivalVerdict => {
  const lost = lossMs === 0 ? 'It misses nothing that was kept' : `It misses ${durationText(lossMs)}`;
  const besides =
    unshippedMs === undefined
      ? ', besides what of the log was not kept yet: nobody publishes how long that takes'
      : unshippedMs === 0
        ? ''
        : `, besides up to ${durationText(unshippedMs)} of the log that may not be kept yet`;
  if (policy?.rpo === undefined) return { verdict: 'met', why: `${lost}${besides}.` };
  const mostMs = policyMs(policy.rpo);
  const allowed = `; the policy allows ${mostMs === 0 ? 'nothing to be missed' : durationText(mostMs)}`;
  if (lossMs > mostMs) return { verdict: 'breached', why: `${lost}${allowed}.` };
  const isSure = unshippedMs !== undefined && lossMs + unshippedMs <= mostMs;
  return { verdict: isSure ? 'met' : 'unknown', why: `${lost}${besides}${allowed}.` };
};

const judgePlace = ({ location }: RestorePoint, { policy, facts }: Judging): SurvivalVerdict => {
  const allowed = policy?.dataIn === undefined ? true : isAllowedPlace(location, policy.dataIn, facts.catalogue);
  if (allowed === undefined) return { verdict: 'unknown', why: `Not known: where in the world ${location} lies.` };
  const places = policy?.dataIn?.join(', ') ?? '';
  return allowed
    ? { verdict: 'met', why: '' }
    : { verdict: 'breached', why: `It comes back in ${location}; the policy allows ${places}.` };
};

const judgeTime = (from: RestorePoint, { policy, terms, facts }: Judging): SurvivalVerdict => {
  if (policy?.rto === undefined) return { verdict: 'met', why: '' };
  const time = restoreTime(from, terms, facts);
  if (time === undefined)
    return {
      verdict: 'unknown',
      why:
        'Not known: how long it takes, because nobody measured a restore here (`restore` of the policy, or a recorded run of ' +
        `${from.type} ${from.plan} in ${from.into}).`,
    };
  const allowed = durationText(Math.max(policyMs(policy.rto), secondMs));
  return {
    verdict: time.ms > policyMs(policy.rto) ? 'breached' : 'met',
    why: `It takes ${time.formula}; the policy allows ${allowed}.`,
  };
};
