import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, emptyList, list, maybeText, text } from './fields';
import { GET, POST, operation } from './operation';

const project = once(() => atLeast({ project_name: z.string(), organization_id: z.string() }));

const oneProject = once(() => atLeast({ project: project() }));

/** Operations on projects and organizations. */
export const projectOperations = {
  ProjectList: operation({
    ...GET,
    path: '/v1/project',
    needs: 'read',
    summary: 'Lists the projects.',
    answer: () => atLeast({ projects: list(project()) }),
  }),

  ProjectGet: operation({
    ...GET,
    path: '/v1/project/{project}',
    needs: 'read',
    summary: 'Gives one project.',
    answer: oneProject,
  }),

  ProjectCreate: operation({
    ...POST,
    path: '/v1/project',
    needs: 'admin',
    summary: 'Makes a project, in the only organization unless one is named.',
    body: () =>
      z.strictObject({
        project: text,
        cloud: maybeText,
        account_id: maybeText,
        organization_id: maybeText,
        tech_emails: emptyList,
      }),
    answer: oneProject,
    refuses: ['cloud_unknown', 'organization_not_found', 'project_already_exists', 'project_name_invalid'],
  }),

  ProjectKmsGetCA: operation({
    ...GET,
    path: '/v1/project/{project}/kms/ca',
    needs: 'read',
    basis: 'schema',
    summary: 'Gives the certificate of the authority of a project; it signs nothing.',
    answer: () => atLeast({ certificate: z.string() }),
  }),

  OrganizationCreate: operation({
    ...POST,
    path: '/v1/forkcast/organization',
    needs: 'admin',
    summary: 'Makes an organization.',
    body: () => z.strictObject({ organization: text }),
    refuses: ['name_invalid', 'organization_already_exists'],
  }),
};
