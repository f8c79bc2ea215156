import { serviceTypes } from '../../domain';
import { writtenText } from '../../planner';
import { sourceKeys } from '../asks';
import { documented } from '../cite';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { sourceShape } from '../source-shape';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 108: an older engine cannot read what a newer one wrote. */
export const versionOlderThanSource = defineRule({
  id: 'sizing/version-older-than-source',
  number: 108,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'catalogue', 'live-source'],
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
    const { versionKey: key, forkNotOlder, title, name, defaultVersion } = orStop(typeOf(subject));
    if (key === undefined || forkNotOlder !== true) return notApplicable;
    const version = subject.setting(key);
    if (!version.known) return undecided(`user_config.${key} of ${subject.request.address}`);
    const asked = writtenText(version.value);
    if (asked === undefined) return pass;
    const { source: found } = subject;
    if (found.kind === 'live' && found.service.type !== name) return notApplicable;
    const source = orStop(sourceShape(subject));
    const held = source.setting(key);
    if (!held.known) return undecided(`user_config.${key} of ${source.name}`);
    const sourceVersion = writtenText(held.value) ?? (found.kind === 'declared' ? defaultVersion : undefined);
    if (sourceVersion === undefined) return undecided(`version of ${source.name}`);
    if (found.kind === 'live' && (found.service.versionChangedAt ?? null) !== null && isOlder(asked, sourceVersion))
      return undecided(`version of ${source.name} at the recovery point`);
    if (!isOlder(asked, sourceVersion)) return pass;
    return violated('older', { key, version: asked, source: source.name, title, sourceVersion }, `user_config.${key}`);
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
