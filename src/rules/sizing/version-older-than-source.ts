import { serviceTypes } from '../../domain';
import { sourceKeys } from '../asks';
import { documented } from '../cite';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';
import { versionsOfFork } from '../versions';

/** Rule 108: an older engine cannot read what a newer one wrote. */
export const versionOlderThanSource = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Fork asks for an older version than its source',
  why: 'A snapshot of OpenSearch can be restored into the version that wrote it, or into a newer one, never into an older one.',
  attribute: 'user_config',
  sources: [documented('OpenSearch documentation, snapshots: version compatibility')],
  asks: {
    about: ['fork'],
    any: sourceKeys,
    types: serviceTypes.filter(({ forkNotOlder }) => forkNotOlder).map(({ name }) => name),
  },
  predicts: ['fork_version_mismatch'],
  messages: {
    older: {
      detail: '{key} is {version}, and {source} runs {title} {sourceVersion}: an older engine cannot read its backups.',
      remedy: 'Leave {key} out, or set it to "{sourceVersion}" or a newer version.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const type = orStop(typeOf(subject));
    if (type.forkNotOlder !== true) return notApplicable;
    const data = versionsOfFork(subject, type);
    if (data === undefined) return pass;
    const { source } = subject;
    if (!isOlder(data.version, data.sourceVersion)) return pass;
    return source.kind === 'live' && (source.service.versionChangedAt ?? null) !== null
      ? undecided(`version of ${data.source} at the recovery point`)
      : violated('older', data, `user_config.${data.key}`);
  },
});

/** Compared number by number; "2" alone is any 2, and so is older than none of them. */
const isOlder = (asked: string, held: string): boolean => {
  const [left, right] = [asked, held].map((text) => text.split('.').map(Number));
  for (const [at, part] of (left ?? []).entries()) {
    const other = right?.[at];
    if (other === undefined || part !== other) return other !== undefined && part < other;
  }
  return false;
};
