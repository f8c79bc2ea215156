import { organizationCreate, projectCreate, projectGet, projectList } from '../../../api';
import type { JsonObject } from '../../../domain';
import type { Registry } from '../../registry';
import { answered, onAccepted, onProject, refused } from '../answer';
import { route } from '../route';

type Project = ReturnType<Registry['projects']>[number];

/** How the registry answers operations on projects and organizations. */
export const projectRoutes = [
  route(projectList, (registry) => {
    const projects = registry.projects();
    const names = projects.map((project) => project.name);
    return answered({
      projects: projects.map(projectBody),
      project_membership: Object.fromEntries(names.map((name) => [name, 'admin'])),
      project_memberships: Object.fromEntries(names.map((name) => [name, ['admin']])),
    });
  }),

  route(projectGet, (registry, { parameters: { project } }) =>
    onProject(registry, project, (found) => answered({ project: projectBody(found) })),
  ),

  route(projectCreate, (registry, { body }) => {
    const organizations = registry.status().organizations;
    const organization =
      body.organization_id ?? body.account_id ?? (organizations.length === 1 ? organizations[0] : undefined);
    if (organization === undefined) {
      return refused(
        'request_invalid',
        `Body, organization_id: it is missing, and the registry has ${organizations.length} organizations. Name one.`,
      );
    }
    const { project, cloud } = body;
    const outcome = registry.execute({
      type: 'CreateProject',
      project,
      organization,
      ...(cloud === null || cloud === undefined ? {} : { defaultCloud: cloud }),
    });
    return onAccepted(outcome, () =>
      onProject(registry, project, (found) => answered({ project: projectBody(found) })),
    );
  }),

  route(organizationCreate, (registry, { body }) =>
    onAccepted(registry.execute({ type: 'CreateOrganization', organization: body.organization }), () =>
      answered({ message: 'created' }),
    ),
  ),
];

/** A project with every text that the vendor's Go client demands; money and billing are not simulated and empty. */
const projectBody = (project: Project): JsonObject => ({
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
  estimated_balance: '0.00',
  payment_method: 'no_payment_expected',
  vat_id: '',
  tags: {},
  tech_emails: [],
  features: {},
});
