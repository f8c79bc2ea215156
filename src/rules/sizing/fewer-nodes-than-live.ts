import { planKey, serviceKey } from '../../domain';
import { documented, inferred } from '../cite';
import { changedService } from '../live-change';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 94, beyond the reference: ClickHouse and Cassandra keep their nodes. */
export const fewerNodesThanLive = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  only: 'change',
  title: 'Plan has fewer nodes than the live service',
  why: 'The data of ClickHouse and Cassandra is spread over the nodes, and cannot be put together on fewer.',
  attribute: 'plan',
  sources: [
    documented('documentation, products/clickhouse/concepts/disaster-recovery'),
    inferred('what holds for a fork of such a type holds for a change of its plan'),
  ],
  predicts: ['fewer_nodes'],
  messages: {
    fewer: {
      detail: '{service} has {liveNodes} nodes; plan {plan} has {nodes}, and {title} needs at least as many.',
      remedy: 'Choose a plan of {liveNodes} nodes or more. To come to fewer, make a new service and copy the data.',
    },
  },
  check: (subject) => {
    const live = orStop(changedService(subject));
    const type = orStop(typeOf(subject));
    if (!type.refusesFewerNodes) return notApplicable;
    const plan = orUndecided(subject.plan, `plan of ${subject.request.address}`);
    const { type: liveType, plan: current, nodes: present } = live;
    const liveNodes = subject.catalogue.plans.get(planKey(liveType, current))?.nodes ?? present;
    if (plan === undefined || plan.name === current) return pass;
    if (liveNodes === undefined) return undecided(`number of nodes of ${serviceKey(live)}`);
    if (plan.nodes >= liveNodes) return pass;
    const data = { service: serviceKey(live), plan: plan.name, nodes: plan.nodes, liveNodes };
    return violated('fewer', { ...data, title: type.title });
  },
});
