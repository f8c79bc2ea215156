import { inferred } from '../cite';
import { defineRule } from '../rule';
import { existsBefore, isOrderedAfter } from '../source-order';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 82: a name in quotes makes no dependency. */
export const notOrdered = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Nothing makes Terraform create the source first',
  why: 'The name of the source in quotes is a plain text: Terraform sees no dependency, and may start the fork before its source.',
  attribute: 'user_config.service_to_fork_from',
  sources: [inferred('Terraform orders resources by references and depends_on only')],
  planOnly: 'It depends on the order of the run, which the control plane cannot know.',
  messages: {
    literal: {
      detail:
        'The source "{name}" is declared as {source} in the same configuration, but only its name is written here.',
      remedy: 'Refer to the name of the resource, or add depends_on with the source.',
      remedyIn: {
        cdktf: 'Refer to the construct, source.fork(...) or its service name attribute, or add a dependency on it.',
      },
    },
  },
  check: ({ request, source, isFork }) => {
    if (!isFork) return notApplicable;
    if (source.kind === 'unknown' && source.request === undefined) {
      return request.source.kind === 'declared' ? pass : undecided(source.missing);
    }
    if (source.kind !== 'declared' && source.kind !== 'unknown') return source.kind === 'live' ? pass : notApplicable;
    const sibling = source.request;
    if (sibling === undefined || existsBefore(sibling) || request.waitsForSource || isOrderedAfter(request, sibling))
      return pass;
    if (source.kind === 'unknown') return undecided(source.missing);
    const name = sibling.serviceName.known ? sibling.serviceName.value : sibling.address;
    return violated('literal', { name, source: sibling.address });
  },
});
