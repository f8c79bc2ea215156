import { toRfc3339, type ServiceId } from '../../domain';
import { describeLineage, keptAfterTermination } from '../describe-service';
import type { InstanceId } from '../events';
import type { Descendant, LifeId } from '../lives';
import type { Registry } from '../registry';
import type { ServiceState } from '../state';
import { onProject, refused, type Reply } from './answer';
import { lineageBody } from './service-body';
import { writeInstant } from './write-instant';

/** Answers about one life of a name, live or ended, or 404. */
export const onLife = <Body>(
  registry: Registry,
  id: LifeId,
  answer: (life: ServiceState) => Reply<Body>,
): Reply<Body> => {
  const found = registry.instance(id);
  if (found !== undefined) return answer(found);
  const which = id.incarnation === undefined ? '' : `, incarnation ${id.incarnation},`;
  return onProject<Body>(registry, id.project, () =>
    refused('service_not_found', `Service ${id.service}${which} does not exist, and never did`),
  );
};

/** The life of a name that a path and a query name. */
export const lifeIn = (
  { project, service }: ServiceId,
  { incarnation }: { readonly incarnation?: string | undefined },
): LifeId => ({
  project,
  service,
  incarnation: incarnation === undefined ? undefined : Number(incarnation),
});

const instanceBody = ({ project, service, incarnation }: InstanceId) => ({
  project,
  service_name: service,
  incarnation,
});

const lifeBody = (life: ServiceState) => ({
  ...instanceBody(life),
  service_type: life.type,
  plan: life.plan.name,
  cloud_name: life.cloud,
  created_at: toRfc3339(life.createdAt),
  ended_at: writeInstant(life.terminatedAt),
  lineage: life.fork === null ? null : lineageBody(describeLineage(life.fork)),
});

export const descendantBody = (life: ServiceState, { parent, depth }: Descendant) => ({
  ...lifeBody(life),
  depth,
  parent: instanceBody(parent),
});

/** Of one that has ended. */
export const endedBody = (life: ServiceState) => {
  const maker = life.ownership?.owner?.label ?? life.origin;
  return {
    ...lifeBody(life),
    how: life.removed === true ? ('removed' as const) : ('terminated' as const),
    backups_kept_until: toRfc3339((life.terminatedAt ?? 0) + keptAfterTermination),
    replica_of: life.replicaOf === null ? null : instanceBody(life.replicaOf),
    made_by: maker === null ? null : { stack: maker.stack, path: maker.path },
  };
};
