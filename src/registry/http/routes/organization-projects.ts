import type { AnswerOf, BodyOf, Contract, organizationProjectOperations } from '../../../api';
import { given } from '../../../domain';
import type { Registry } from '../../registry';
import { onAccount } from '../account-bodies';
import { answered, carryOut, onExecuted, onProject, refused, type Reply } from '../answer';
import { organizationProjectBody } from '../project-body';
import type { Routes } from '../route';

type OneProject = AnswerOf<Contract['OrganizationProjectsGet']>;
type Asked = BodyOf<Contract['OrganizationProjectsUpdate']>;

/** How the registry answers operations on the projects of an organization. */
export const organizationProjectRoutes: Routes<typeof organizationProjectOperations> = {
  OrganizationProjectsList: (registry, { at }) =>
    onAccount(registry, at.organization, ({ organizationId }) => {
      const projects = registry
        .projects()
        .map((project) => organizationProjectBody(registry, project))
        .filter(({ organization_id: id }) => id === organizationId);
      return answered({
        projects: projects.map(({ organization_id: _, features: __, ...project }) => project),
        total_project_count: projects.length,
      });
    }),

  OrganizationProjectsCreate: (registry, { at, body }) =>
    onAccount(registry, at.organization, ({ id: root, organizationId }) =>
      inParent(registry, organizationId, body.parent_id ?? root, (organization) =>
        onExecuted(registry, { type: 'CreateProject', project: body.project_id, organization, ...toldOf(body) }, () =>
          oneProject(registry, organizationId, body.project_id),
        ),
      ),
    ),

  OrganizationProjectsGet: (registry, { at }) =>
    onAccount(registry, at.organization, ({ organizationId }) => oneProject(registry, organizationId, at.name)),

  OrganizationProjectsUpdate: (registry, { at, body }) =>
    onAccount(registry, at.organization, ({ organizationId }) => {
      const name = body.project_name ?? body.project_id ?? at.name;
      const change = (organization?: string): Reply<OneProject> =>
        onExecuted(
          registry,
          {
            type: 'UpdateProject',
            project: at.name,
            name,
            ...given({ organization }),
            ...toldOf(body),
          },
          () => onProject(registry, name, (found) => answered(organizationProjectBody(registry, found))),
        );
      const asked = body.parent_id ?? body.organization_id;
      return asked ? inParent(registry, body.organization_id ?? organizationId, asked, change) : change();
    }),

  OrganizationProjectsDelete: (registry, { at }) =>
    onAccount(registry, at.organization, () =>
      carryOut(registry, { type: 'DeleteProject', project: at.name }, 'deleted'),
    ),
};

const toldOf = ({ tags, tech_emails: emails, base_port: basePort, billing_group_id: billingGroup }: Omit<Asked, 'x'>) =>
  given({ tags, techEmails: emails?.map(({ email }) => email), basePort, billingGroup: billingGroup ?? undefined });

/** Answers about the parent of a project, which is of the same organization. Clients look for the words of the refusal. */
const inParent = <Body>(
  registry: Registry,
  organization: string,
  asked: string,
  answer: (account: string) => Reply<Body>,
): Reply<Body> =>
  onAccount(registry, organization, ({ organizationId }) =>
    onAccount(registry, asked, (parent) =>
      parent.organizationId === organizationId
        ? answer(parent.id)
        : refused(
            'organization_mismatch',
            `Resources must belong to the same organization, but ${asked} is not of ${organizationId}. Choose a parent in it.`,
          ),
    ),
  );

const oneProject = (registry: Registry, organizationId: string, name: string): Reply<OneProject> =>
  onProject(registry, name, (found) => {
    const body = organizationProjectBody(registry, found);
    return body.organization_id === organizationId
      ? answered(body)
      : refused('project_not_found', `Organization ${organizationId} has no project ${name}`);
  });
