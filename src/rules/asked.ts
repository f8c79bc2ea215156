import { serviceKey, toRfc3339, type EpochMs, type JsonValue, type Plan, type RecoveryTime } from '../domain';
import { recoveryTargetOf } from './recovery-target';
import { orStop, orUndecided, stop } from './stop';
import type { Subject } from './subject';
import { notApplicable } from './verdict';

/*
 * What most checks read of a subject. Each gives the value, and ends the check undecided while it is not known. Inside of a `check` only.
 */

/** The instant to judge at. */
export const nowOf = ({ now }: Subject): EpochMs => orUndecided(now, 'current time');

/** The cloud that the service will run in. */
export const cloudOf = ({ cloud, request }: Subject): string => orUndecided(cloud, `cloud_name of ${request.address}`);

/** The plan that the service will have; what is not in the catalogue ends the check too, because another rule says so. */
export const planOf = ({ plan, request }: Subject): Plan =>
  orUndecided(plan, `plan of ${request.address}`) ?? stop(notApplicable);

/** The value of a `user_config` key; undefined where it is not written. */
export const settingOf = (
  { setting, request }: Pick<Subject, 'setting' | 'request'>,
  key: string,
): JsonValue | undefined => orUndecided(setting(key), `user_config.${key} of ${request.address}`);

/** The instant that a fork is to be restored to; a fork that names none ends the check. */
export const recoveryTimeOf = (subject: Subject): RecoveryTime => {
  const target = orStop(recoveryTargetOf(subject));
  return target.kind === 'time' ? target.time : stop(notApplicable);
};

/** Goes on where a fork is asked for; the check ends where the key that is to say so may yet be empty. */
export const surelyFork = ({ sourceName, request: { source, address } }: Subject): void => {
  if (source.kind !== 'declared' && sourceName !== undefined)
    orUndecided(sourceName.service, `user_config.service_to_fork_from of ${address}`);
};

/** The disk that is asked for; the check ends where none is. */
export const askedDiskOf = ({ request: { address, diskSpaceMb } }: Subject): number =>
  orUndecided(diskSpaceMb, `disk_space_mb of ${address}`) ?? stop(notApplicable);

/** The service's own name, `project/service`. */
export const ownNameOf = ({ request: { project, serviceName, address } }: Subject): string =>
  serviceKey({
    project: orUndecided(project, `project of ${address}`),
    service: orUndecided(serviceName, `service_name of ${address}`),
  });

/** A recovery time as it is written, with the instant that it means where that is spelled otherwise. Never throws. */
export const asWritten = ({ text, at }: RecoveryTime): string => {
  const instant = toRfc3339(at);
  return text === instant ? text : `${text} (${instant})`;
};
