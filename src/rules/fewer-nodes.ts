import { sourceShape } from './source-shape';
import { orStop, orUndecided, stop } from './stop';
import type { Subject } from './subject';
import { notApplicable, type MessageData } from './verdict';

/** What tells of a fork with fewer nodes than its source; undefined: it has as many. Inside of a `check` only. */
export const fewerNodes = (subject: Subject): MessageData | undefined => {
  const { name: source, nodes: nodesOfSource } = orStop(sourceShape(subject));
  const plan = orUndecided(subject.plan, `plan of ${subject.request.address}`);
  const sourceNodes = orUndecided(nodesOfSource, `plan of ${source}`);
  if (plan === undefined || sourceNodes === undefined) return stop(notApplicable);
  const { name, nodes } = plan;
  return nodes < sourceNodes ? { plan: name, nodes, sourceNodes, source } : undefined;
};
