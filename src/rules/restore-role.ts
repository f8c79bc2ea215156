import type { EpochMs, Facts, RecoveryTarget, ServiceFacts } from '../domain';
import { latestOf, primaryLocationOf, recoveryWindow, type Role } from './recovery-window';
import { restoredBackup } from './restored-backup';
import type { Subject } from './subject';
import { isDown } from './down';

/** Whether the region of the primary location is down, so that nothing can be read from it. */
export const isPrimaryDown = (service: ServiceFacts, facts: Facts): boolean =>
  isDown(primaryLocationOf(service), facts);

/**
 * The location that must be able to serve the fork: the asserted one, else the primary, else, when that is down, the secondary.
 * @see documentation, backup to another region (read 2026-11-20); that a matching fork may use either is inference
 */
export const requiredRole = ({ request, facts }: Subject, service: ServiceFacts): Role => {
  if (request.from !== 'any') return request.from;
  return facts !== undefined && isPrimaryDown(service, facts) ? 'secondary' : 'primary';
};

/** Cloud and plan are those that a restore from the secondary location demands; undefined while one is unknown. */
const fitsSecondary = ({ cloud, planName }: Subject, service: ServiceFacts): boolean | undefined => {
  if (cloud.known && cloud.value !== service.backupRegion.cloud) return false;
  if (planName.known && planName.value !== service.plan) return false;
  return cloud.known && planName.known ? true : undefined;
};

/**
 * The location that the backup will really be read from: with nothing asserted, the secondary one when cloud and plan fit and it has
 * the point. Without a recovery key it must have a copy of the newest backup.
 */
export const servingRole = (
  subject: Subject,
  service: ServiceFacts,
  { target, now }: { readonly target: RecoveryTarget; readonly now: EpochMs },
): Role => {
  const required = requiredRole(subject, service);
  if (subject.request.from !== 'any' || required === 'secondary') return required;
  if (fitsSecondary(subject, service) !== true) return 'primary';
  const copied = restoredBackup(service, target, { role: 'secondary', now });
  const original = restoredBackup(service, target, { role: 'primary', now });
  if (copied === undefined) return 'primary';
  if (target.kind === 'backup') return 'secondary';
  if (target.kind === 'latest-backup') return copied === original ? 'secondary' : 'primary';
  const point = target.kind === 'time' ? target.time.at : latestOf(service, 'primary', now);
  const window = recoveryWindow(service, 'secondary', now);
  if (point === undefined || !window.known || window.value === undefined) return 'primary';
  return window.value.earliest <= point && point <= window.value.latest ? 'secondary' : 'primary';
};
