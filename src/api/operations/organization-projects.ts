import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list, maybeText, tags, techEmails, text } from './fields';
import { DELETE, GET, PATCH, POST, operation } from './operation';

const collection = '/v1/organization/{organization}/projects';
const one = '/v1/organization/{organization}/project/{name}';

/** A project as its organization shows it; `parent_id`: the organization or the unit that it is in. */
const fieldsOfAll = () => ({
  project_id: z.string(),
  parent_id: z.string(),
  billing_group_id: z.string(),
  tags,
  tech_emails: list(z.object({ email: z.string() })),
});

const listed = once(() => atLeast(fieldsOfAll()));
const project = once(() => atLeast({ ...fieldsOfAll(), organization_id: z.string() }));

const fields = () => ({
  base_port: z.exactOptional(z.int().check(z.minimum(10_000), z.maximum(30_000))),
  billing_group_id: maybeText,
  parent_id: maybeText,
  tech_emails: z.exactOptional(techEmails),
});

const refuses = ['name_invalid', 'organization_mismatch', 'organization_not_found', 'record_not_found'] as const;

/** The same projects, by their organization; what they are told is theirs under either path. */
export const organizationProjectOperations = {
  OrganizationProjectsList: operation({
    ...GET(collection),
    summary: 'Lists the projects of an organization and its units.',
    answer: () => atLeast({ projects: list(listed()), total_project_count: z.number() }),
  }),

  OrganizationProjectsCreate: operation({
    ...POST(collection),
    needs: 'admin',
    summary: 'Makes a project in an organization, or in a unit of it.',
    body: () => z.strictObject({ ...fields(), project_id: text, tags: z.exactOptional(tags) }),
    answer: project,
    refuses: [...refuses, 'project_already_exists', 'project_name_invalid'],
  }),

  OrganizationProjectsGet: operation({
    ...GET(one),
    summary: 'Gives one project of an organization.',
    answer: project,
    refuses: ['project_forbidden', 'project_not_found'],
  }),

  OrganizationProjectsUpdate: operation({
    ...PATCH(one),
    needs: 'admin',
    summary: 'Changes a project of an organization; it may be moved, and renamed while it is empty.',
    body: () =>
      z.strictObject({
        ...fields(),
        organization_id: maybeText,
        project_id: maybeText,
        project_name: maybeText,
        tags: z.exactOptional(tags),
      }),
    answer: project,
    refuses: [
      ...refuses,
      'operation_not_simulated',
      'project_already_exists',
      'project_name_invalid',
      'project_not_found',
    ],
  }),

  OrganizationProjectsDelete: operation({
    ...DELETE(one),
    needs: 'admin',
    summary: 'Deletes a project that has no live services.',
    refuses: ['project_not_empty', 'project_not_found'],
  }),
};
