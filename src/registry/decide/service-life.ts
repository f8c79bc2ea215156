import type { ProjectCommand } from '../commands';
import { endedWith } from '../removal';
import { identify } from '../state';
import { checkTags } from './check-tags';
import { accept, refuse } from './decision';
import type { DecideContext, Decision } from './decision';
import { checkExpectation } from './expectation';
import { findLive } from './find-service';
import { protection } from './update-service';

type Command<Type extends ProjectCommand['type']> = Extract<ProjectCommand, { readonly type: Type }>;

/** Decides the end of a service. Its integrations end with it; its backups are kept for 30 days, its forks stay. */
export const decideTerminateService = (context: DecideContext, command: Command<'TerminateService'>): Decision => {
  const found = findLive(context, command);
  if (found.kind === 'refused') return found;
  const { state } = found;
  const unexpected = checkExpectation(context, state, command.expect);
  if (unexpected !== undefined) return unexpected;
  if (state.terminationProtection) return protection(state.service);
  return accept([
    ...endedWith(state, (id) => context.integration(id)),
    { type: 'ServiceTerminated', ...identify(state) },
  ]);
};

/** Decides new tags in place of all there were. */
export const decideReplaceTags = (context: DecideContext, command: Command<'ReplaceTags'>): Decision => {
  const found = findLive(context, command);
  if (found.kind === 'refused') return found;
  return (
    checkExpectation(context, found.state, command.expect) ??
    checkTags(command.tags) ??
    accept([{ type: 'TagsReplaced', ...identify(found.state), tags: command.tags }])
  );
};

/** Decides whether copying to the second backup region goes on. */
export const decideBackupCopyPaused = (context: DecideContext, command: Command<'SetBackupCopyPaused'>): Decision => {
  const found = findLive(context, command);
  if (found.kind === 'refused') return found;
  const { state } = found;
  if (state.region.cloud === null) {
    return refuse(
      'secondary_not_available',
      `Service ${state.service} has no second backup region, so nothing is copied. Set additional_backup_regions first.`,
    );
  }
  const paused = state.copyPauses.at(-1)?.to === null;
  if (paused === command.paused) return accept([]);
  return accept([{ type: command.paused ? 'BackupCopyPaused' : 'BackupCopyResumed', ...identify(state) }]);
};
