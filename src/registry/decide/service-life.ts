import type { ProjectCommand } from '../commands';
import { endedWith } from '../removal';
import { identify } from '../state';
import { checkTags } from './check-tags';
import { accept, refuse } from './decision';
import { checkExpectation } from './expectation';
import { onLive } from './find-service';
import { protection } from './update-service';

type Command<Type extends ProjectCommand['type']> = Extract<ProjectCommand, { readonly type: Type }>;

/** Decides the end of a service. Its integrations end with it; its backups are kept for 30 days, its forks stay. */
export const decideTerminateService = onLive((context, state, { expect }: Command<'TerminateService'>) => {
  const ended = endedWith(state, (id) => context.integration(id));
  return (
    checkExpectation(context, state, expect) ??
    (state.terminationProtection ? protection(state.service) : undefined) ??
    accept([...ended, { type: 'ServiceTerminated', ...identify(state) }])
  );
});

/** Decides new tags in place of all there were. */
export const decideReplaceTags = onLive(
  (context, state, { expect, tags }: Command<'ReplaceTags'>) =>
    checkExpectation(context, state, expect) ??
    checkTags(tags) ??
    accept([{ type: 'TagsReplaced', ...identify(state), tags }]),
);

/** Decides whether copying to the second backup region goes on. */
export const decideBackupCopyPaused = onLive((_context, state, command: Command<'SetBackupCopyPaused'>) => {
  if (state.region.cloud === null) {
    return refuse(
      'secondary_not_available',
      `Service ${state.service} has no second backup region, so nothing is copied. Set additional_backup_regions first.`,
    );
  }
  const paused = state.copyPauses.at(-1)?.to === null;
  if (paused === command.paused) return accept([]);
  return accept([{ type: command.paused ? 'BackupCopyPaused' : 'BackupCopyResumed', ...identify(state) }]);
});
