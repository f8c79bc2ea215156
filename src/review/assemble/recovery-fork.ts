import { planKey, toRfc3339, type Facts, type RecoveryCell, type ServiceFacts } from '../../domain';
import type { RestorePoint } from '../../rules';

const longestName = 64;
const suffix = '-recovered';

/**
 * The fork that brings a service back from a location. What is asked for in words of ours alone, a location by name and the newest
 * transaction, is left out where the facts are of a real account, which has no such words: there it is the instant.
 */
export const recoveryFork = (
  service: ServiceFacts,
  from: RestorePoint,
  { catalogue, now, unpublished }: Pick<Facts, 'catalogue' | 'now' | 'unpublished'>,
): NonNullable<RecoveryCell['from']>['fork'] => {
  const { type, plan, project, diskSpaceMb, userConfig } = service;
  const own = catalogue.plans.get(planKey(type, plan));
  const { versionKey = '', recovery } = catalogue.serviceTypes.get(type) ?? {};
  const version = userConfig[versionKey];
  const isOurs = unpublished === undefined;
  const isNewest = isOurs && from.replays && from.at === now;
  return {
    project,
    service_name: `${service.service.slice(0, longestName - suffix.length)}${suffix}`,
    service_type: type,
    plan,
    cloud_name: from.into,
    ...(own !== undefined && diskSpaceMb !== undefined && diskSpaceMb > own.diskMb
      ? { disk_space_mb: diskSpaceMb }
      : {}),
    ...(isOurs ? { from: from.role } : {}),
    ...(isNewest ? { latest_transaction: true as const } : {}),
    user_config: {
      service_to_fork_from: service.service,
      ...(from.replays && !isNewest ? { recovery_target_time: toRfc3339(from.at) } : {}),
      ...(recovery === 'named-backup' ? { recovery_basebackup_name: from.backupName } : {}),
      ...(typeof version === 'string' ? { [versionKey]: version } : {}),
    },
  };
};
