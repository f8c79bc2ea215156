import { given, type ServiceType } from '../../domain';
import type { UpdateService } from '../commands';
import { instanceKey, projectStream } from '../events';
import type { ServiceDataRestored, ServiceEvent } from '../events';
import { backupViewAt } from '../schedule/locations';
import { newServiceSizeMb, sizeMbAt } from '../schedule/size';
import { identify, isDown, isPowered } from '../state';
import type { ServiceState } from '../state';
import { refuse } from './decision';
import type { DecideContext, Objection } from './decision';

/** Power-on restores: while only the place of the backups is down there is nothing to restore from. */
export const checkPowerOn = (
  { registry }: DecideContext,
  state: ServiceState,
  { powered }: UpdateService,
): Objection =>
  powered === true && !isPowered(state) && isDown(registry, state.location) && !isDown(registry, state.cloud)
    ? refuse(
        'backup_location_down',
        `Cloud ${state.location}, which keeps the backups of ${state.service}, is down, and a service is restored from them` +
          ' when it is powered on. Wait until it is back.',
      )
    : undefined;

/**
 * What power does: a service that is switched on begins with what its newest backup holds, and only a type with a log has that replayed
 * onto it. `state` is the service as the other changes of the same request leave it.
 * @see documentation, platform/concepts/service-power-cycle: the latest backup is restored, without one all data is lost
 */
export const powerEvents = (
  context: DecideContext,
  type: ServiceType,
  state: ServiceState,
  { powered }: UpdateService,
): readonly ServiceEvent[] => {
  if (powered === undefined || powered === isPowered(state)) return [];
  const id = identify(state);
  if (!powered) return [{ type: 'ServicePoweredOff', ...id }];
  const restored = restoredData(context, type, state);
  return [
    { type: 'ServicePoweredOn', ...id },
    ...(restored === undefined ? [] : [{ type: 'ServiceDataRestored' as const, ...id, ...restored }]),
  ];
};

type Restored = Pick<
  ServiceDataRestored,
  'recoveryPoint' | 'backupName' | 'sizeMb' | 'databases' | 'users' | 'pools' | 'roles'
>;

/** What is left; undefined: all of it. */
const restoredData = (context: DecideContext, type: ServiceType, state: ServiceState): Restored | undefined => {
  if (state.replicaOf !== null) return undefined;
  const newest = backupViewAt(context.registry, state, type, context.now).backups.at(-1);
  if (newest === undefined) return emptied(type, state);
  const isWhole = type.recovery === 'point-in-time' || newest.completedAt >= (state.regimes.at(-1)?.at ?? 0);
  const then = context.stateAt({
    instance: instanceKey(state),
    untilAt: newest.completedAt,
    untilVersion: context.streamVersion(projectStream(state.project)),
  });
  if (isWhole || then === undefined) return undefined;
  return {
    recoveryPoint: newest.completedAt,
    backupName: newest.name,
    sizeMb: sizeMbAt(state, newest.completedAt),
    databases: then.databases,
    users: then.users,
    pools: then.pools,
    ...given({ roles: then.roles }),
  };
};

/**
 * A service that has no backup comes back empty, with its administrator. Types of which only the configuration is backed up keep
 * their users: our inference.
 */
const emptied = (type: ServiceType, state: ServiceState): Restored => ({
  recoveryPoint: null,
  backupName: null,
  sizeMb: Math.min(newServiceSizeMb, sizeMbAt(state, Number.MAX_SAFE_INTEGER)),
  databases: type.defaultDatabase === undefined ? [] : [type.defaultDatabase],
  users: type.recovery === 'none' ? state.users : state.users.filter(({ kind }) => kind === 'primary'),
  pools: [],
});
