import type { Forkcast } from '../client';
import {
  type Attribute,
  type Call,
  type Diagnostic,
  errorAt,
  type Identity,
  isNull,
  optionalComputed,
  type PlanAnswer,
  type ResourceChange,
  type StateAnswer,
  string,
} from '../protocol';
import { toText } from '../values';

/** Neither the block nor the provider names one. */
export const noProject: Diagnostic = errorAt({
  summary: 'No project is named',
  detail: 'Set project here or in the block of the provider, or set FORKCAST_PROJECT.',
  path: ['project'],
});

/** The project of something inside a service: in another one it is another object. */
export const projectAttribute = (whose: string): Attribute =>
  optionalComputed(string, `Project of ${whose}. Default: the provider's \`project\`.`, { replaces: true });

/** What is planned of something inside a service: in the provider's project, where no block names one and no record has one. */
export const planInProject = (
  { config, prior, draft }: ResourceChange,
  { client }: Call<Forkcast>,
): Required<Pick<PlanAnswer, 'planned' | 'diagnostics'>> => {
  const isOpen = isNull(config['project']) && isNull(prior?.['project'] ?? null);
  const planned = isOpen ? { ...draft, project: client.project ?? null } : draft;
  return { planned, diagnostics: isNull(planned['project']) ? [noProject] : [] };
};

/** The part of an identity that the provider may say. */
export const identityOfProject = {
  project: { description: "Project of the service. Default: the provider's `project`.", isOptional: true },
} as const satisfies Identity<Forkcast>['attributes'];

/** The id of an object in a project: its names, one in the other. */
export const idIn =
  (...names: readonly string[]): Identity<Forkcast>['toId'] =>
  (identity, { client }) => {
    const parts = [toText(identity['project']) ?? client.project, ...names.map((name) => toText(identity[name]))];
    return parts.includes(undefined) ? undefined : parts.join('/');
  };

/** An id of another form than what is imported has. */
export const noSuchForm = (noun: string, id: string, form: string): StateAnswer => {
  const detail = `${JSON.stringify(id)} names no ${noun}: its id is ${form}, each as it is called.`;
  return { state: null, diagnostics: [errorAt({ summary: 'Cannot import', detail })] };
};
