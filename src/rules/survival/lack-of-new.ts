import type { LossKind } from '../../domain';
import { askedBackupRegion } from '../backup-region';
import { stop, stoppable } from '../stop';
import type { Subject } from '../subject';
import { keptAfterPlan } from './kept-window';

/**
 * Why a service that is made now would not come back from a loss, whatever its first backups hold, since it is known where they will
 * lie; undefined: they decide. Inside of a `check` only.
 */
export const lackOfNew = (subject: Subject, kind: LossKind): 'not-kept' | 'one-provider' | 'not-copied' | undefined => {
  const kept = stoppable(() => keptAfterPlan(subject));
  if ('ms' in kept && kept.ms === 0) return 'not-kept';
  if (kind === 'provider') return 'one-provider';
  if (kind === 'service') return undefined;
  const asked = askedBackupRegion(subject);
  if (asked.kind === 'stopped' && asked.verdict.kind === 'undecided') return stop(asked.verdict);
  return asked.kind === 'read' && asked.value !== null ? undefined : 'not-copied';
};
