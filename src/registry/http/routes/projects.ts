import type { AnswerOf, BodyOf, projectOperations } from '../../../api';
import { given } from '../../../domain';
import type { Registry } from '../../registry';
import { answered, onAccepted, onProject, refused, type Reply } from '../answer';
import { describeMemberships } from '../holder-body';
import { projectCa } from '../project-ca';
import { mergedTags } from '../merged-tags';
import type { Routes } from '../route';

type Project = ReturnType<Registry['projects']>[number];

/** How the registry answers operations on projects and organizations. */
export const projectRoutes: Routes<typeof projectOperations> = {
  ProjectList: (registry, { holder }) => {
    const projects = registry.projects();
    return answered({ projects: projects.map(projectBody), ...describeMemberships(projects, holder) });
  },

  ProjectGet: (registry, { part }) =>
    onProject(registry, part('project'), (found) => answered({ project: projectBody(found) })),

  ProjectCreate: (registry, { body }) => {
    const organizations = registry.status().organizations;
    const organization =
      body.organization_id ?? body.account_id ?? (organizations.length === 1 ? organizations[0] : undefined);
    if (organization === undefined) {
      return refused(
        'request_invalid',
        `Body, organization_id: it is missing, and the registry has ${organizations.length} organizations. Name one.`,
      );
    }
    const { project } = body;
    const outcome = registry.execute({
      type: 'CreateProject',
      project,
      organization,
      ...askedOf(body),
    });
    return onAccepted(outcome, () =>
      onProject(registry, project, (found) => answered({ project: projectBody(found) })),
    );
  },

  ProjectUpdate: (registry, { part, body }) =>
    onProject(registry, part('project'), (found) => {
      const { project_name: name, account_id: account } = body;
      const moved = [
        ...(name && name !== found.name ? [`project_name ${name}`] : []),
        ...(account && account !== found.organization ? [`account_id ${account}`] : []),
      ];
      if (moved.length > 0) {
        return refused(
          'operation_not_simulated',
          `The registry neither renames nor moves a project, but ${moved.join(' and ')} was asked of ${found.name}. Leave it out.`,
        );
      }
      return onAccepted(registry.execute({ type: 'UpdateProject', project: found.name, ...askedOf(body) }), () =>
        onProject(registry, found.name, (changed) => answered({ project: projectBody(changed) })),
      );
    }),

  ProjectDelete: (registry, { part }) =>
    onAccepted(registry.execute({ type: 'DeleteProject', project: part('project') }), () =>
      answered({ message: 'deleted' }),
    ),

  ProjectTagsList: (registry, { part }) =>
    onProject(registry, part('project'), (found) => answered({ tags: found.tags ?? {} })),

  ProjectTagsReplace: (registry, { part, body }) => replaceTags(registry, part('project'), body.tags),

  ProjectTagsUpdate: (registry, { part, body }) =>
    onProject(registry, part('project'), (found) =>
      replaceTags(registry, found.name, mergedTags(found.tags ?? {}, body.tags)),
    ),

  ProjectKmsGetCA: (registry, { part }) =>
    onProject(registry, part('project'), () =>
      answered({ certificate: projectCa(registry.status().seed, part('project')) }),
    ),

  OrganizationCreate: (registry, { body }) =>
    onAccepted(registry.execute({ type: 'CreateOrganization', organization: body.organization }), () =>
      answered({ message: 'created' }),
    ),
};

const askedOf = ({ cloud, tags, tech_emails: emails }: BodyOf<typeof projectOperations.ProjectUpdate>) =>
  given({ defaultCloud: cloud, tags, techEmails: emails?.map(({ email }) => email) });

const replaceTags = (
  registry: Registry,
  project: string,
  tags: Readonly<Record<string, string>>,
): Reply<AnswerOf<typeof projectOperations.ProjectTagsReplace>> =>
  onAccepted(registry.execute({ type: 'UpdateProject', project, tags }), () => answered({ message: 'updated' }));

/** A project with every text that the vendor's Go client demands; money and billing are not simulated and empty. */
const projectBody = (project: Project) => ({
  project_name: project.name,
  organization_id: project.organization,
  account_id: project.organization,
  account_name: project.organization,
  default_cloud: project.defaultCloud,
  billing_group_id: '',
  billing_group_name: '',
  billing_address: '',
  billing_currency: 'USD',
  billing_emails: [],
  billing_extra_text: '',
  country: '',
  country_code: '',
  available_credits: '0.00',
  estimated_balance: '0.00',
  payment_method: 'no_payment_expected',
  vat_id: '',
  tags: project.tags ?? {},
  tech_emails: (project.techEmails ?? []).map((email) => ({ email })),
  features: {},
});
