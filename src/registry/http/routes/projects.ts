import type { projectOperations } from '../../../api';
import type { Registry } from '../../registry';
import { answered, onAccepted, onProject, refused } from '../answer';
import { describeMemberships } from '../holder-body';
import { projectCa } from '../project-ca';
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
  },

  ProjectKmsGetCA: (registry, { part }) =>
    onProject(registry, part('project'), () =>
      answered({ certificate: projectCa(registry.status().seed, part('project')) }),
    ),

  OrganizationCreate: (registry, { body }) =>
    onAccepted(registry.execute({ type: 'CreateOrganization', organization: body.organization }), () =>
      answered({ message: 'created' }),
    ),
};

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
  estimated_balance: '0.00',
  payment_method: 'no_payment_expected',
  vat_id: '',
  tags: {},
  tech_emails: [],
  features: {},
});
