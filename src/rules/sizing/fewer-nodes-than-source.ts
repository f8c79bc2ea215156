import { sourceKeys } from '../asks';
import { documented, forkPage, serviceForkingPage } from '../cite';
import { fewerNodes } from '../fewer-nodes';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 42: ClickHouse and Cassandra cannot be forked to fewer nodes. */
export const fewerNodesThanSource = defineRule({
  severity: 'error',
  scope: 'creation',
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
    const { refusesFewerNodes, title } = orStop(typeOf(subject));
    if (!refusesFewerNodes) return notApplicable;
    const fewer = fewerNodes(subject);
    return fewer === undefined ? pass : violated('fewer', { ...fewer, title });
  },
});
