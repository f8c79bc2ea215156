import * as z from 'zod/mini';
import { emptyList, maybeText, text } from './fields';
import { operation } from './operation';

export const projectList = operation({
  id: 'ProjectList',
  method: 'GET',
  path: '/v1/project',
  needs: 'read',
  summary: 'Lists the projects.',
});

export const projectGet = operation({
  id: 'ProjectGet',
  method: 'GET',
  path: '/v1/project/{project}',
  needs: 'read',
  summary: 'Gives one project.',
});

export const projectCreate = operation({
  id: 'ProjectCreate',
  method: 'POST',
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
});

export const projectCaGet = operation({
  id: 'ProjectKmsGetCA',
  method: 'GET',
  path: '/v1/project/{project}/kms/ca',
  needs: 'read',
  basis: 'schema',
  summary: 'Gives the certificate of the authority of a project; it signs nothing.',
});

export const organizationCreate = operation({
  id: 'OrganizationCreate',
  method: 'POST',
  path: '/v1/forkcast/organization',
  needs: 'admin',
  summary: 'Makes an organization.',
  body: () => z.strictObject({ organization: text }),
});

/** Operations on projects and organizations. */
export const projectOperations = [projectList, projectGet, projectCreate, projectCaGet, organizationCreate] as const;
