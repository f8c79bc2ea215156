import { documented } from '../cite';
import { writtenText } from '../../planner';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { sourceShape } from '../source-shape';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 52: a fork needs the version of its source, which may no longer be on sale. */
export const sourceVersionEnding = defineRule({
  id: 'sizing/source-version-ending',
  number: 52,
  severity: 'warning',
  scope: 'creation',
  needs: ['configuration', 'catalogue', 'live-source'],
  title: 'Version of the source is about to leave the catalogue',
  why:
    'A fork starts with the major version of its backup. Once new services of that version are no longer made, the service cannot ' +
    'be forked any more.',
  attribute: 'user_config.service_to_fork_from',
  sources: [documented('documentation, end of life of engine versions: last day of service creation')],
  planOnly:
    'The catalogue marks the version as deprecated; on which day services of it are refused is not published there.',
  messages: {
    deprecated: {
      detail: '{source} runs {title} {version}, which is deprecated: services of it may no longer be created.',
      remedy: 'Upgrade {source} in place; fork it afterwards, or soon.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const { versionKey: key, forkKeepsMajorVersion, versions, title, name } = orStop(typeOf(subject));
    if (key === undefined || !forkKeepsMajorVersion) return notApplicable;
    if (subject.source.kind === 'live' && subject.source.service.type !== name) return notApplicable;
    const source = orStop(sourceShape(subject));
    const setting = source.setting(key);
    if (!setting.known) return undecided(`user_config.${key} of ${source.name}`);
    const version = writtenText(setting.value);
    if (version === undefined)
      return subject.source.kind === 'declared' ? pass : undecided(`version of ${source.name}`);
    const isDeprecated = versions.some((entry) => entry.version === version && entry.deprecated);
    return isDeprecated ? violated('deprecated', { source: source.name, title, version }) : pass;
  },
});
