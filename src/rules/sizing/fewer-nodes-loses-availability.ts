import { documented } from '../cite';
import { fewerNodes } from '../fewer-nodes';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 43: where fewer nodes are allowed, the fork is less available than its source. */
export const fewerNodesLosesAvailability = defineRule({
  severity: 'note',
  scope: 'creation',
  title: 'Fork has fewer standby nodes than its source',
  why: 'That is right for a rehearsal and wrong for a replacement: with one node the fork is down while the node is replaced.',
  attribute: 'plan',
  sources: [documented('documentation, high availability of the service types')],
  planOnly: 'The registry accepts a fork with fewer nodes of these types.',
  messages: {
    fewer: {
      detail: 'Plan {plan} has {nodes} of the {sourceNodes} nodes of {source}.',
      remedy: 'Keep it for a rehearsal; choose a plan of {sourceNodes} nodes where the fork is to replace its source.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const { refusesFewerNodes } = orStop(typeOf(subject));
    if (refusesFewerNodes) return notApplicable;
    const fewer = fewerNodes(subject);
    return fewer === undefined ? pass : violated('fewer', fewer);
  },
});
