import { settingOf } from '../asked';
import { sourceKeys } from '../asks';
import { inferred, serviceForkingPage } from '../cite';
import { projectsWith } from '../elsewhere';
import { defineRule } from '../rule';
import { referencedBy } from '../source-of';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 27: the key of the source's project was forgotten. */
export const sourceInOtherProject = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Source is in another project and that is not said',
  why:
    'Without project_to_fork_from the source is looked for in the project of the fork: it is not found, ' +
    'or is another service of the same name.',
  attribute: 'user_config.project_to_fork_from',
  sources: [serviceForkingPage, inferred('a service name is unique only inside its project')],
  // It is about the key that is not there.
  asks: { about: ['source-elsewhere'], any: sourceKeys },
  predicts: ['fork_source_not_found'],
  messages: {
    'not-said': {
      detail: 'Project "{project}" has no service "{service}", but {others} has one.',
      remedy: 'Set project_to_fork_from to "{other}".',
    },
    namesake: {
      detail:
        'The source {reference} is in project "{other}", but project "{project}" has a service "{service}" ' +
        'too, and that one will be forked.',
      remedy: 'Set project_to_fork_from to "{other}".',
      severity: 'warning',
    },
  },
  check: (subject) => {
    const { sourceName, source, facts, project } = subject;
    if (sourceName === undefined) return notApplicable;
    // The project of the fork itself is what is wrong then.
    if (project.known && project.value === undefined) return notApplicable;
    if (settingOf(subject, 'project_to_fork_from') !== undefined) return notApplicable;
    const referenced = judgeReference(subject);
    if (referenced !== undefined) return referenced;
    if (source.kind === 'unknown') return undecided(source.missing);
    if (source.kind !== 'absent') return pass;
    const { service } = source;
    const [other, ...more] = facts === undefined ? [] : projectsWith(facts, service, source.project);
    if (other === undefined) return notApplicable;
    const others = [other, ...more].map((name) => `project "${name}"`).join(' or ');
    return violated('not-said', { project: source.project, service, others, other });
  },
});

/** A reference tells where the source is, whatever the facts hold. */
const judgeReference = ({ request, sourceName, source, configuration }: Subject) => {
  const referenced = referencedBy(request, configuration);
  if (referenced === undefined || !sourceName?.service.known) return undefined;
  const { project } = request;
  if (!project.known || !referenced.project.known || project.value === referenced.project.value) return undefined;
  const data = { project: project.value, service: sourceName.service.value, other: referenced.project.value };
  if (source.kind === 'live' || source.kind === 'declared')
    return violated('namesake', { ...data, reference: referenced.address });
  return source.kind === 'absent'
    ? violated('not-said', { ...data, others: `${referenced.address} in project "${data.other}"` })
    : undefined;
};
