import type { Forkcast } from '../client';
import {
  type Attribute,
  type Call,
  type Diagnostic,
  errorAt,
  isNull,
  optionalComputed,
  type PlanAnswer,
  type ResourceChange,
  string,
} from '../protocol';

/** Neither the block nor the provider names one. */
export const noProject: Diagnostic = errorAt({
  summary: 'No project is named',
  detail: 'Set project here or in the block of the provider, or set FORKCAST_PROJECT.',
  path: ['project'],
});

/** The project of something inside a service: in another one it is another object. */
export const projectAttribute = (whose: string): Attribute =>
  optionalComputed(string, {
    replaces: true,
    description: `Project of ${whose}. Default: the provider's \`project\`.`,
  });

/** What is planned of something inside a service: in the provider's project, where no block names one and no record has one. */
export const planInProject = (
  { config, prior, draft }: ResourceChange,
  { client }: Call<Forkcast>,
): Required<Pick<PlanAnswer, 'planned' | 'diagnostics'>> => {
  const isOpen = isNull(config['project']) && isNull(prior?.['project'] ?? null);
  const planned = isOpen ? { ...draft, project: client.project ?? null } : draft;
  return { planned, diagnostics: isNull(planned['project']) ? [noProject] : [] };
};
