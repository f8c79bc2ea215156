import { counted, toRfc3339, type ServiceType } from '../../domain';
import type { CheckUpgrade } from '../commands';
import { backupViewAt } from '../schedule/locations';
import { drawUuid } from '../seeded';
import { identify, type ServiceState } from '../state';
import { followersOf } from './check-replica';
import { accept, refuse } from './decision';
import type { DecideContext } from './decision';
import { onLive } from './find-service';
import { checkUpgrade } from './update-settings';

/**
 * Decides a check whether a service can be upgraded in place. Its result says what an update to that version would be told, and is
 * known at once: our inference.
 */
export const decideCheckUpgrade = onLive((context, state, command: CheckUpgrade) => {
  const type = context.catalogue.serviceTypes.get(state.type);
  if (type?.versionKey === undefined) {
    return refuse(
      'operation_not_simulated',
      `Services of type ${state.type} have no version to upgrade, so upgrade_check is not simulated for them.`,
    );
  }
  const { project, service } = state;
  const current = state.userConfig[type.versionKey];
  const target = command.targetVersion;
  const from = typeof current === 'string' ? current : '';
  const fault = findFault(context, state, type, target);
  const result =
    fault ??
    `Service ${service} can be upgraded from version ${from} to ${target}.${effects(context, state, type, target)}`;
  const id = drawUuid(context.registry.seed, 'task', project, service, context.streamVersion(`project/${project}`));
  const task = {
    id,
    taskType: 'upgrade_check' as const,
    createdAt: context.now,
    targetVersion: target,
    success: fault === undefined,
    result,
  };
  return accept([{ type: 'TaskFinished', ...identify(state), task }], id);
});

/** What the upgrade takes away. @see documentation, pg-backups: full backups are version specific (read 2026-11-20) */
const endedText = (context: DecideContext, state: ServiceState, type: ServiceType): string => {
  const { backups } = backupViewAt(context.registry, state, type, context.now);
  const [oldest] = backups;
  if (oldest === undefined) return '';
  const points = `${counted(backups.length, 'backup')} and the instants since ${toRfc3339(oldest.completedAt)}`;
  return ` Nothing of before can be restored after it: its ${points} end with it, and a full backup of the new version follows.`;
};

const findFault = (
  context: DecideContext,
  state: ServiceState,
  type: ServiceType,
  target: string,
): string | undefined => {
  const order = type.versions.map(({ version }) => version);
  return order.includes(target)
    ? checkUpgrade(context, type, state, target)?.refusal.message
    : `There is no version ${target.slice(0, 40)}. The versions are ${order.join(', ')}.`;
};

const effects = (context: DecideContext, state: ServiceState, type: ServiceType, target: string): string => {
  if (type.versionKey === undefined || state.userConfig[type.versionKey] === target) return '';
  const followers = followersOf(context, state).map(({ service }) => service);
  return [
    type.forkKeepsMajorVersion ? endedText(context, state, type) : '',
    followers.length === 0 ? '' : ` Its replicas are upgraded with it: ${followers.join(', ')}.`,
  ].join('');
};
