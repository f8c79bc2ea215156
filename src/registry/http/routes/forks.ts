import type { forkOperations } from '../../../api';
import { given, type Judge } from '../../../domain';
import { answered, onPosted, onService, refused } from '../answer';
import { codeFromCommand, takeoverOf } from '../fork-request';
import { previewBody, previewCommand, recoveryChoices } from '../fork-preview';
import { judgeForks, judgePreview } from '../judged-forks';
import type { Routes } from '../route';

/** How the registry answers operations that look at forks; without a judge it says that it judges none. */
export const forkRoutes = (judge?: Judge): Routes<typeof forkOperations> => ({
  ForkPreview: (registry, { at, body }) =>
    onPosted(registry, at, (source) => {
      const asked = given(body);
      const command = previewCommand(source, asked);
      const preview = registry.preview(command);
      const choices = recoveryChoices(registry, source, asked);
      return answered({
        ...previewBody(source, preview, choices, registry),
        ...(judge === undefined
          ? { findings: null, undecided: null, valid_until: null }
          : judgePreview(registry, judge, source, command, body.reader)),
      });
    }),

  ForkRequestText: (registry, { at, body }) =>
    onPosted(registry, at, (source) => answered(codeFromCommand(previewCommand(source, given(body)), source.facts))),

  TakeoverText: (registry, { at }) => onService(registry, at, (service) => answered(takeoverOf(service.facts))),

  ForkJudge: (registry, { at, body }) =>
    onPosted(registry, at, (source) =>
      judge === undefined
        ? refused(
            'not_judged_here',
            'Forks are not judged here: this registry was given no rules. "forkcast registry serve" gives it all of them.',
          )
        : judgeForks(registry, judge, source, body),
    ),
});
