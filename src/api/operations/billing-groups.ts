import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list, maybeText, text } from './fields';
import { DELETE, GET, POST, PUT, operation } from './operation';

/** What a project costs is not simulated, nor who pays for it: a group is kept as it was told. */
const billingGroup = once(() =>
  atLeast({ billing_group_id: z.string(), billing_group_name: z.string(), account_id: z.string() }),
);

export type BillingGroupBody = z.infer<ReturnType<typeof billingGroup>>;

const oneGroup = once(() => atLeast({ billing_group: billingGroup() }));
const emails = once(() => z.exactOptional(list(z.strictObject({ email: text }))));

const groupFields = once(() => ({
  account_id: maybeText,
  address_lines: z.exactOptional(list(text)),
  billing_address_id: maybeText,
  billing_contact_emails: emails(),
  billing_currency: z.exactOptional(text),
  billing_emails: emails(),
  billing_extra_text: maybeText,
  card_id: maybeText,
  city: maybeText,
  company: maybeText,
  country_code: maybeText,
  shipping_address_id: maybeText,
  state: maybeText,
  vat_id: maybeText,
  zip_code: maybeText,
}));

/** Operations on billing groups. */
export const billingGroupOperations = {
  BillingGroupList: operation({
    ...GET('/v1/billing-group'),
    summary: 'Lists the billing groups, as they were told.',
    answer: () => atLeast({ billing_groups: list(billingGroup()) }),
  }),

  BillingGroupCreate: operation({
    ...POST('/v1/billing-group'),
    needs: 'admin',
    summary: 'Makes a billing group; it is kept as it is told, and nothing is charged.',
    body: () => z.strictObject({ ...groupFields(), billing_group_name: text, copy_from_billing_group: maybeText }),
    answer: oneGroup,
    refuses: ['organization_not_found', 'record_not_found'],
  }),

  BillingGroupGet: operation({
    ...GET('/v1/billing-group/{group}'),
    summary: 'Gives one billing group.',
    answer: oneGroup,
  }),

  BillingGroupUpdate: operation({
    ...PUT('/v1/billing-group/{group}'),
    needs: 'admin',
    summary: 'Changes a billing group; what is left out stays.',
    body: () => z.strictObject({ ...groupFields(), billing_group_name: z.exactOptional(text) }),
    answer: oneGroup,
    refuses: ['organization_not_found'],
  }),

  BillingGroupDelete: operation({
    ...DELETE('/v1/billing-group/{group}'),
    needs: 'admin',
    summary: 'Deletes a billing group that pays for no project.',
    refuses: ['record_in_use'],
  }),

  BillingGroupProjectList: operation({
    ...GET('/v1/billing-group/{group}/projects'),
    basis: 'schema',
    summary: 'Lists the projects that a billing group pays for.',
    answer: () => atLeast({ projects: list(atLeast({ project_name: z.string() })) }),
  }),

  BillingGroupProjectsAssign: operation({
    ...POST('/v1/billing-group/{group}/projects-assign'),
    needs: 'admin',
    basis: 'schema',
    summary: 'Has a billing group pay for these projects.',
    body: () => z.strictObject({ projects_names: list(text) }),
    refuses: ['organization_mismatch', 'project_not_found'],
  }),
};
