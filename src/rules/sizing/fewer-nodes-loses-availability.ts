import { documented } from '../cite';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { sourceShape } from '../source-shape';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 43: where fewer nodes are allowed, the fork is less available than its source. */
export const fewerNodesLosesAvailability = defineRule({
  id: 'sizing/fewer-nodes-loses-availability',
  number: 43,
  severity: 'note',
  scope: 'creation',
  needs: ['configuration', 'catalogue', 'live-source'],
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
    const type = orStop(typeOf(subject));
    if (type.refusesFewerNodes) return notApplicable;
    const { nodes, name } = orStop(sourceShape(subject));
    const plan = orUndecided(subject.plan, `plan of ${subject.request.address}`);
    if (!nodes.known) return undecided(`plan of ${name}`);
    if (plan === undefined || nodes.value === undefined) return notApplicable;
    if (plan.nodes >= nodes.value) return pass;
    return violated('fewer', { plan: plan.name, nodes: plan.nodes, sourceNodes: nodes.value, source: name });
  },
});
