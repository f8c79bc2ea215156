import type { ServiceFacts } from '../../domain';
import { askedBackupRegion } from '../backup-region';
import { orStop, stop } from '../stop';
import type { Subject } from '../subject';
import { undecided } from '../verdict';

/**
 * The live service of a declaration as it is once the plan was applied: with another second region, or none, and in another cloud;
 * undefined: there is none. The check ends where a value that decides is not known. Inside of a `check` only.
 */
export const afterPlan = (subject: Subject): ServiceFacts | undefined => {
  const { existing, standing, remade, request } = subject;
  if (standing === 'new' || remade) return undefined;
  if (existing === undefined || standing === 'unknown') return stop(undecided(`live service of ${request.address}`));
  const cloud = subject.cloud.known ? subject.cloud.value : stop(undecided(`cloud_name of ${request.address}`));
  return withRegion(cloud === existing.cloud ? existing : { ...existing, cloud }, subject);
};

const withRegion = (service: ServiceFacts, subject: Subject): ServiceFacts => {
  const asked = askedBackupRegion(subject);
  if (asked.kind === 'stopped' && asked.verdict.kind === 'not-applicable') return service;
  const cloud = orStop(asked);
  if (cloud === service.backupRegion.cloud) return service;
  return {
    ...service,
    backups: service.backups.map(({ copy: _copy, ...backup }) => backup),
    windows: service.windows?.filter(({ role }) => role === 'primary') ?? null,
    backupRegion: { cloud, status: cloud === null ? 'none' : 'pending', lagSeconds: null },
  };
};
