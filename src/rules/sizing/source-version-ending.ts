import { documented } from '../cite';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';
import { versionOfSource } from '../versions';

/** Rule 52: a fork needs the version of its source, which may no longer be on sale. */
export const sourceVersionEnding = defineRule({
  severity: 'warning',
  scope: 'creation',
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
    const type = orStop(typeOf(subject));
    const { versionKey: key, versions, title } = type;
    if (key === undefined || !type.forkKeepsMajorVersion) return notApplicable;
    const { name: source, version } = versionOfSource(subject, type, key);
    if (version === undefined) return subject.source.kind === 'declared' ? pass : undecided(`version of ${source}`);
    const isDeprecated = versions.some((entry) => entry.version === version && entry.deprecated);
    return isDeprecated ? violated('deprecated', { source, title, version }) : pass;
  },
});
