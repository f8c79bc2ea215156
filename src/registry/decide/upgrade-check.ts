import { counted, toRfc3339, type ServiceType } from '../../domain';
import type { CheckUpgrade } from '../commands';
import { backupViewAt } from '../schedule/locations';
import { drawUuid } from '../seeded';
import { identify, type ServiceState } from '../state';
import { accept, refuse } from './decision';
import type { DecideContext, Decision } from './decision';
import { findLive } from './find-service';

/**
 * Decides a check whether a service can be upgraded in place. Its result says what an update to that version would be told, and is
 * known at once: our inference.
 */
export const decideCheckUpgrade = (context: DecideContext, command: CheckUpgrade): Decision => {
  const found = findLive(context, command);
  if (found.kind === 'refused') return found;
  const { state } = found;
  const type = context.catalogue.serviceTypes.get(state.type);
  if (type?.versionKey === undefined) {
    return refuse(
      'operation_not_simulated',
      `Services of type ${state.type} have no version to upgrade, so upgrade_check is not simulated for them.`,
    );
  }
  const { project, service } = state;
  const current = state.userConfig[type.versionKey];
  const order = type.versions.map(({ version }) => version);
  const target = command.targetVersion;
  const from = typeof current === 'string' ? current : '';
  const [success, verdict] = judge(service, from, target, order);
  const ended = success && target !== from && type.forkKeepsMajorVersion ? endedText(context, state, type) : '';
  const result = `${verdict}${ended}`;
  const id = drawUuid(context.registry.seed, 'task', project, service, context.streamVersion(`project/${project}`));
  const task = {
    id,
    taskType: 'upgrade_check' as const,
    createdAt: context.now,
    targetVersion: target,
    success,
    result,
  };
  return accept([{ type: 'TaskFinished', ...identify(state), task }], id);
};

/** What the upgrade takes away. @see documentation, pg-backups: full backups are version specific (read 2026-11-20) */
const endedText = (context: DecideContext, state: ServiceState, type: ServiceType): string => {
  const { backups } = backupViewAt(context.registry, state, type, context.now);
  const [oldest] = backups;
  if (oldest === undefined) return '';
  const points = `${counted(backups.length, 'backup')} and the instants since ${toRfc3339(oldest.completedAt)}`;
  return ` Nothing of before can be restored after it: its ${points} end with it, and a full backup of the new version follows.`;
};

const judge = (service: string, current: string, target: string, order: readonly string[]): [boolean, string] => {
  if (!order.includes(target)) {
    return [false, `There is no version ${target.slice(0, 40)}. The versions are ${order.join(', ')}.`];
  }
  return order.indexOf(target) < order.indexOf(current)
    ? [false, `Service ${service} runs version ${current} and cannot go back to ${target}.`]
    : [true, `Service ${service} can be upgraded from version ${current} to ${target}.`];
};
