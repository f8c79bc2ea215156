import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list, maybeText, tags, techEmails, text } from './fields';
import { DELETE, GET, PATCH, POST, PUT, operation } from './operation';

const tagsPath = '/v1/project/{project}/tags';

const project = once(() =>
  atLeast({
    project_name: z.string(),
    organization_id: z.string(),
    tags,
    tech_emails: list(z.object({ email: z.string() })),
  }),
);

/** What a project is told when it is made, and later. */
const projectFields = () => ({
  cloud: maybeText,
  account_id: maybeText,
  billing_group_id: maybeText,
  tags: z.exactOptional(tags),
  tech_emails: z.exactOptional(techEmails),
});

/** What is said against them. */
const fieldRefusals = [
  'cloud_unknown',
  'name_invalid',
  'organization_mismatch',
  'organization_not_found',
  'project_already_exists',
  'project_name_invalid',
  'record_not_found',
] as const;

const oneProject = once(() => atLeast({ project: project() }));

/** Operations on projects and organizations. */
export const projectOperations = {
  ProjectList: operation({
    ...GET('/v1/project'),
    summary: 'Lists the projects.',
    answer: () => atLeast({ projects: list(project()) }),
  }),

  ProjectGet: operation({
    ...GET('/v1/project/{project}'),
    summary: 'Gives one project.',
    answer: oneProject,
  }),

  ProjectCreate: operation({
    ...POST('/v1/project'),
    needs: 'admin',
    summary: 'Makes a project, in the only organization unless one is named.',
    body: () =>
      z.strictObject({
        ...projectFields(),
        project: text,
        organization_id: maybeText,
        copy_from_project: maybeText,
        use_source_project_billing_group: z.exactOptional(z.nullable(z.boolean())),
        add_account_owners_admin_access: z.exactOptional(z.nullable(z.boolean())),
      }),
    answer: oneProject,
    refuses: fieldRefusals,
  }),

  ProjectUpdate: operation({
    ...PUT('/v1/project/{project}'),
    needs: 'admin',
    summary:
      'Changes the default cloud, the tags and the contact addresses of a project; it may be moved, and renamed while it is empty.',
    body: () => z.strictObject({ ...projectFields(), project_name: maybeText }),
    answer: oneProject,
    refuses: [...fieldRefusals, 'operation_not_simulated'],
  }),

  ProjectDelete: operation({
    ...DELETE('/v1/project/{project}'),
    needs: 'admin',
    summary: 'Deletes a project that has no live services.',
    refuses: ['project_not_empty'],
  }),

  ProjectTagsList: operation({
    ...GET(tagsPath),
    summary: 'Lists the tags of a project.',
    answer: () => atLeast({ tags }),
  }),

  ProjectTagsReplace: operation({
    ...PUT(tagsPath),
    summary: 'Replaces all tags of a project.',
    body: () => z.strictObject({ tags }),
    refuses: ['name_invalid'],
  }),

  ProjectTagsUpdate: operation({
    ...PATCH(tagsPath),
    summary: 'Adds and changes tags of a project; a value of null removes the tag.',
    body: () => z.strictObject({ tags: z.record(z.string(), z.nullable(z.string())) }),
    refuses: ['name_invalid'],
  }),

  ProjectKmsGetCA: operation({
    ...GET('/v1/project/{project}/kms/ca'),
    basis: 'schema',
    summary: 'Gives the certificate of the authority of a project; it signs nothing.',
    answer: () => atLeast({ certificate: z.string() }),
  }),

  OrganizationCreate: operation({
    ...POST('/v1/forkcast/organization'),
    needs: 'admin',
    summary: 'Makes an organization.',
    body: () => z.strictObject({ organization: text }),
    refuses: ['name_invalid', 'organization_already_exists'],
  }),
};
