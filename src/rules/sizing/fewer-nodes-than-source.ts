import { sourceKeys } from '../asks';
import { documented, forkPage, serviceForkingPage } from '../cite';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { sourceShape } from '../source-shape';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 42: ClickHouse and Cassandra cannot be forked to fewer nodes. */
export const fewerNodesThanSource = defineRule({
  id: 'sizing/fewer-nodes-than-source',
  number: 42,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'catalogue', 'live-source'],
  title: 'Fork has fewer nodes than its source',
  why: 'The data of ClickHouse and Cassandra is spread over the nodes: a backup of several cannot be put on fewer.',
  attribute: 'plan',
  sources: [forkPage, serviceForkingPage, documented('documentation, products/clickhouse/concepts/disaster-recovery')],
  asks: { any: sourceKeys },
  predicts: ['fork_fewer_nodes'],
  messages: {
    fewer: {
      detail: 'Plan {plan} has {nodes} of the {sourceNodes} nodes of {source}, and {title} needs at least as many.',
      remedy: 'Choose a plan of {sourceNodes} nodes or more; change the plan once the fork runs.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const type = orStop(typeOf(subject));
    if (!type.refusesFewerNodes) return notApplicable;
    const { nodes, name } = orStop(sourceShape(subject));
    const plan = orUndecided(subject.plan, `plan of ${subject.request.address}`);
    if (!nodes.known) return undecided(`plan of ${name}`);
    if (plan === undefined || nodes.value === undefined) return notApplicable;
    if (plan.nodes >= nodes.value) return pass;
    const data = { plan: plan.name, nodes: plan.nodes, sourceNodes: nodes.value, source: name };
    return violated('fewer', { ...data, title: type.title });
  },
});
