import type { AnswerOf, BodyOf, projectOperations } from '../../../api';
import { given } from '../../../domain';
import type { Registry } from '../../registry';
import type { ProjectState } from '../../state';
import { answered, carryOut, onExecuted, onProject, refused, type Reply } from '../answer';
import { describeMemberships } from '../holder-body';
import { projectCa } from '../certificates';
import { projectBodies } from '../project-body';
import { mergedTags } from '../merged-tags';
import type { Routes } from '../route';

/** How the registry answers operations on projects and organizations. */
export const projectRoutes: Routes<typeof projectOperations> = {
  ProjectList: (registry, { holder }) => {
    const projects = registry.projects();
    return answered({ projects: projectBodies(registry), ...describeMemberships(projects, holder) });
  },

  ProjectGet: (registry, { at }) => oneProject(registry, at.project),

  ProjectCreate: (registry, { body }) => {
    const { copy_from_project: copied } = body;
    return typeof copied === 'string'
      ? onProject(registry, copied, ({ name: _, basePort: __, ...source }) => createProject(registry, body, source))
      : createProject(registry, body);
  },

  ProjectUpdate: (registry, { at, body }) => {
    const { project_name: name, account_id: organization } = body;
    const project = at.project;
    const moved = given({ name: name ?? undefined, organization: organization ?? undefined });
    return onExecuted(registry, { type: 'UpdateProject', project, ...moved, ...askedOf(body) }, () =>
      oneProject(registry, name ?? project),
    );
  },

  ProjectDelete: (registry, { at }) => carryOut(registry, { type: 'DeleteProject', project: at.project }, 'deleted'),

  ProjectTagsList: (registry, { at }) =>
    onProject(registry, at.project, (found) => answered({ tags: found.tags ?? {} })),

  ProjectTagsReplace: (registry, { at, body }) =>
    carryOut(registry, { type: 'UpdateProject', project: at.project, tags: body.tags }, 'updated'),

  ProjectTagsUpdate: (registry, { at, body }) =>
    onProject(registry, at.project, (found) =>
      carryOut(
        registry,
        { type: 'UpdateProject', project: found.name, tags: mergedTags(found.tags ?? {}, body.tags) },
        'updated',
      ),
    ),

  ProjectKmsGetCA: (registry, { at }) =>
    onProject(registry, at.project, () => answered({ certificate: projectCa(registry.status().seed, at.project) })),

  OrganizationCreate: (registry, { body }) =>
    carryOut(registry, { type: 'CreateOrganization', organization: body.organization }, 'created'),
};

/** A project of its own, which has of the one that it was made from what it is told no other way. */
const createProject = (
  registry: Registry,
  body: BodyOf<typeof projectOperations.ProjectCreate>,
  source: Partial<Omit<ProjectState, 'name' | 'basePort'>> = {},
): Reply<AnswerOf<typeof projectOperations.ProjectGet>> => {
  const { organizations } = registry.status();
  const only = organizations.length === 1 ? organizations[0] : undefined;
  const organization = body.organization_id ?? body.account_id ?? source.organization ?? only;
  if (organization === undefined) {
    return refused(
      'request_invalid',
      `Body, organization_id: it is missing, and the registry has ${organizations.length} organizations. Name one.`,
    );
  }
  const { project } = body;
  const command = { ...source, project, organization, ...askedOf(body) };
  return onExecuted(registry, { type: 'CreateProject', ...command }, () => oneProject(registry, project));
};

type Asked = Omit<BodyOf<typeof projectOperations.ProjectUpdate>, 'project_name' | 'account_id'>;

const askedOf = ({ cloud, tags, tech_emails: emails, billing_group_id: billingGroup }: Asked) =>
  given({
    defaultCloud: cloud ?? undefined,
    tags,
    techEmails: emails?.map(({ email }) => email),
    billingGroup: billingGroup ?? undefined,
  });

const oneProject = (registry: Registry, name: string): Reply<AnswerOf<typeof projectOperations.ProjectGet>> =>
  onProject(registry, name, () => {
    const [project] = projectBodies(registry, (one) => one.name === name);
    return project === undefined
      ? refused('project_not_found', `Project ${name} does not exist`)
      : answered({ project });
  });
