import { instanceKey, projectStream, type IntegrationRecord, type ReplicaPromoted } from '../events';
import { sizeMbAt } from '../schedule/size';
import { identify, type ServiceState } from '../state';
import type { DecideContext } from './decision';

/**
 * What becomes of a replica whose integration ends: a service of its own, with what it showed at that moment. None when the service
 * at that end follows nobody, or is gone.
 * @see documentation, products/postgresql/howto/create-read-replica, promotion (read 2026-11-20)
 */
export const promotion = (
  context: DecideContext,
  { destination }: Pick<IntegrationRecord, 'destination'>,
): readonly ReplicaPromoted[] => {
  if (destination.kind !== 'service') return [];
  const replica = context.service(destination);
  if (replica === undefined || replica.terminatedAt !== null || replica.replicaOf === null) return [];
  const { root, position } = findRoot(context, replica);
  return [
    {
      type: 'ReplicaPromoted',
      ...identify(replica),
      from: { ...identify(root), position },
      sizeMb: sizeMbAt(root, context.now),
      databases: root.databases,
      users: root.users,
      pools: root.pools,
    },
  ];
};

/** The service whose data a replica shows, through replicas of replicas, as it is or as it ended. */
const findRoot = (context: DecideContext, replica: ServiceState): { root: ServiceState; position: number } => {
  let [root, position] = [replica, context.streamVersion(projectStream(replica.project))];
  while (root.replicaOf !== null) {
    position = context.streamVersion(projectStream(root.replicaOf.project));
    const next = context.stateAt({
      instance: instanceKey(root.replicaOf),
      untilAt: context.now,
      untilVersion: position,
    });
    if (next === undefined) break;
    root = next;
  }
  return { root, position };
};
