import { serviceKey } from '../../domain';
import { planOf } from '../asked';
import { documented, inferred } from '../cite';
import { liveSourceOf } from '../live-source';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';
import { nameDataSize } from '../data-size';

/** Rule 54: the data of an in-memory service fits the memory of its fork. */
export const memoryBelowData = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Memory of the fork is smaller than the data of its source',
  why: 'The service keeps its data in memory. What does not fit is evicted or ends the restore, and nothing refuses it before.',
  attribute: 'plan',
  sources: [
    documented('documentation, products/valkey: memory usage'),
    inferred('the size of the data is compared with the memory of one node, which holds all of it'),
  ],
  planOnly: 'The registry makes such a fork: it runs out of memory later.',
  messages: {
    small: {
      detail: '{source} holds {data} MB of data; a node of {plan} has {memory} MB of memory.',
      remedy: 'Choose a plan with more memory.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const type = orStop(typeOf(subject));
    if (!type.memoryBound) return notApplicable;
    const source = orStop(liveSourceOf(subject));
    const { name: plan, memoryMbPerNode: memory } = planOf(subject);
    const { dataSizeMb: data } = source;
    if (data === undefined) return undecided(nameDataSize(source));
    return data <= memory ? pass : violated('small', { source: serviceKey(source), data, plan, memory });
  },
});
