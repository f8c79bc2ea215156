import { serviceTypes } from '../../domain';
import { sourceKeys } from '../asks';
import { documented } from '../cite';
import { recoveryPointOf } from '../recovery-point';
import { recoveryTargetOf, typeOf } from '../recovery-target';
import { servingRole } from '../restore-role';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';
import { versionsOfFork } from '../versions';

/** Rule 51: a fork starts with the major version of its backup. */
export const versionDiffers = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Fork asks for another major version than its source',
  why: 'Full backups belong to a major version. The way to rehearse an upgrade is to fork first and to upgrade the fork in place.',
  attribute: 'user_config',
  sources: [
    documented('documentation, products/postgresql/concepts/pg-backups'),
    documented('documentation, products/mysql/concepts/mysql-backups'),
  ],
  asks: {
    about: ['fork'],
    any: sourceKeys,
    types: serviceTypes.filter((type) => type.forkKeepsMajorVersion).map(({ name }) => name),
  },
  predicts: ['fork_version_mismatch'],
  messages: {
    differs: {
      detail: '{key} is {version}, and {source} runs {title} {sourceVersion}.',
      remedy: 'Leave {key} out or set it to "{sourceVersion}"; upgrade the fork once it runs.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const type = orStop(typeOf(subject));
    if (!type.forkKeepsMajorVersion) return notApplicable;
    const data = versionsOfFork(subject, type);
    if (data === undefined) return pass;
    if (isBeforeChange(subject)) return undecided(`version of ${data.source} at the recovery point`);
    return data.version === data.sourceVersion ? pass : violated('differs', data, `user_config.${data.key}`);
  },
});

/** The recovery point lies before the last change of the version, so the source does not tell the version of the backup. */
const isBeforeChange = (subject: Subject): boolean => {
  if (subject.source.kind !== 'live' || !subject.now.known) return false;
  const { service } = subject.source;
  const changedAt = service.versionChangedAt ?? null;
  const target = recoveryTargetOf(subject);
  if (changedAt === null || target.kind === 'stopped') return false;
  const now = subject.now.value;
  const role = servingRole(subject, service, { target: target.value, now });
  const point = recoveryPointOf(subject, service, target.value, { role, now });
  return point !== undefined && point < changedAt;
};
