import { findAccount, type Account } from '../accounts';
import type { Registry } from '../registry';
import { accountsIn } from './account-bodies';
import { billingGroupsIn, payerOf, type BillingGroup } from './billing-groups';

type Project = ReturnType<Registry['projects']>[number];

/** The projects that are asked for, as the API shows them. */
export const projectBodies = (registry: Registry, isAsked: (project: Project) => boolean = () => true) => {
  const accounts = accountsIn(registry);
  const groups = billingGroupsIn(registry, accounts);
  return registry
    .projects()
    .filter(isAsked)
    .map((project) => {
      const account = findAccount(accounts, project.organization);
      return projectBody(
        project,
        account,
        groups.find(({ id }) => id === payerOf(project, account)),
      );
    });
};

/** A project with every text that the vendor's Go client demands; money and billing are not simulated and empty. */
const projectBody = (project: Project, account: Account | undefined, group: BillingGroup | undefined) => ({
  project_name: project.name,
  organization_id: account?.organizationId ?? project.organization,
  account_id: project.organization,
  account_name: account?.name ?? project.organization,
  default_cloud: project.defaultCloud,
  billing_group_id: group?.id ?? '',
  billing_group_name: group?.name ?? '',
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
  forkcast: { organization: account?.root ?? project.organization },
});

/** The same as its organization shows it. */
export const organizationProjectBody = (registry: Registry, project: Project) => {
  const account = findAccount(accountsIn(registry), project.organization);
  return {
    project_id: project.name,
    account_id: project.organization,
    organization_id: account?.organizationId ?? project.organization,
    parent_id: account === undefined || account.parent === null ? (account?.organizationId ?? '') : account.id,
    billing_group_id: payerOf(project, account),
    base_port: project.basePort ?? usualBasePort,
    end_of_life_extension: {},
    features: {},
    tags: project.tags ?? {},
    tech_emails: (project.techEmails ?? []).map((email) => ({ email })),
  };
};

/** Of a project that was told none; no service listens on it. */
const usualBasePort = 15_000;
