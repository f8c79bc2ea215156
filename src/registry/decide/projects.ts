import { canonicalJson, counted, given, projectNamePattern, type JsonValue } from '../../domain';
import type { RegistryCommand } from '../commands';
import { checkTags } from './check-tags';
import { accept, firstObjection, refuse } from './decision';
import type { DecideContext, Decision, Objection } from './decision';
import { projectMissing } from './find-service';

type Command<Type extends RegistryCommand['type']> = Extract<RegistryCommand, { readonly type: Type }>;

/** The cloud of a project that names none. */
const usualCloud = 'google-europe-west1';

/** Decides a new project. Order of checks: name, name taken, organization, cloud, tags. */
export const decideCreateProject = (context: DecideContext, command: Command<'CreateProject'>): Decision => {
  const { project, organization, defaultCloud = usualCloud } = command;
  const objection = firstObjection(
    () =>
      projectNamePattern.test(project)
        ? undefined
        : refuse(
            'project_name_invalid',
            'Project name must consist of 1-63 lower-case letters, digits and hyphens and begin with a letter,' +
              ` got ${JSON.stringify(project).slice(0, 80)}.`,
          ),
    () =>
      context.project(project) === undefined
        ? undefined
        : refuse('project_already_exists', `Project ${project} already exists. Choose another name.`),
    () =>
      context.registry.organizations.includes(organization)
        ? undefined
        : refuse('organization_not_found', `Organization ${organization} is not in this registry. Create it first.`),
    () => checkCloud(context, defaultCloud),
    () => checkTags(command.tags, 'project'),
  );
  if (objection !== undefined) return objection;
  const told = given({ tags: command.tags, techEmails: command.techEmails });
  return accept([{ type: 'ProjectCreated', project, organization, defaultCloud, ...told }], project);
};

/** Decides a change of a project; what equals the present is no change. */
export const decideUpdateProject = (
  context: DecideContext,
  { project, defaultCloud, tags, techEmails }: Command<'UpdateProject'>,
): Decision => {
  const state = context.project(project);
  if (state === undefined) return projectMissing(project);
  const objection = firstObjection(
    () => (defaultCloud === undefined ? undefined : checkCloud(context, defaultCloud)),
    () => checkTags(tags, 'project'),
  );
  if (objection !== undefined) return objection;
  const told = given({
    defaultCloud: defaultCloud === state.defaultCloud ? undefined : defaultCloud,
    tags: isSame(tags, state.tags ?? {}) ? undefined : tags,
    techEmails: isSame(techEmails, state.techEmails ?? []) ? undefined : techEmails,
  });
  return accept(Object.keys(told).length === 0 ? [] : [{ type: 'ProjectChanged', project, ...told }]);
};

const isSame = (asked: JsonValue | undefined, present: JsonValue): boolean =>
  canonicalJson(asked) === canonicalJson(present);

/** Decides the end of a project: never with a service that lives. */
export const decideDeleteProject = (context: DecideContext, { project }: Command<'DeleteProject'>): Decision => {
  if (context.project(project) === undefined) return projectMissing(project);
  const live = context.liveServices(project);
  return live.length === 0
    ? accept([{ type: 'ProjectDeleted', project }])
    : refuse(
        'project_not_empty',
        `Project ${project} has ${counted(live.length, 'live service')}: ${live.slice(0, 5).join(', ')}${live.length > 5 ? ', ...' : ''}.` +
          ' Terminate them first, or keep the project.',
      );
};

const checkCloud = (context: DecideContext, cloud: string): Objection =>
  context.catalogue.clouds.has(cloud)
    ? undefined
    : refuse('cloud_unknown', `Cloud '${cloud}' does not exist. List the clouds, and choose one.`);
