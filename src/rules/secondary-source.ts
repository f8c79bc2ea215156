import type { ServiceFacts } from '../domain';
import { nowOf } from './asked';
import { liveSourceOf } from './live-source';
import { readableBackups } from './recovery-window';
import { requiredRole } from './restore-role';
import { orStop, stop } from './stop';
import type { Subject } from './subject';
import { notApplicable } from './verdict';

/** A source that can be restored from its secondary location only, and why: that is asked for, or the primary one is down. */
interface SecondarySource {
  readonly service: ServiceFacts;
  readonly region: string;
  readonly message: 'asserted' | 'primary-down';
}

/** The source of a fork from the secondary location; any other ends the check. Inside of a `check` only. */
export const secondarySource = (subject: Subject): SecondarySource => {
  const service = orStop(liveSourceOf(subject));
  const { cloud: region } = service.backupRegion;
  if (requiredRole(subject, service) === 'primary' || region === null) return stop(notApplicable);
  const now = nowOf(subject);
  if (subject.request.from === 'secondary') return { service, region, message: 'asserted' };
  if (readableBackups(service, 'secondary', now).length === 0) return stop(notApplicable);
  return { service, region, message: 'primary-down' };
};
