import { canonicalJson, counted, given, projectNamePattern, type JsonValue } from '../../domain';
import type { RegistryCommand } from '../commands';
import { findAccount } from '../accounts';
import { accountMissing, readAccounts } from './check-record';
import { checkTags } from './check-tags';
import { checkMove, checkRename, emptied, renamed } from './move-project';
import { accept, firstObjection, refuse } from './decision';
import type { DecideContext, Decision, Objection } from './decision';
import { projectMissing } from './find-service';

type Command<Type extends RegistryCommand['type']> = Extract<RegistryCommand, { readonly type: Type }>;

/** The cloud of a project that names none. */
const usualCloud = 'google-europe-west1';

/** Decides a new project. Order of checks: name, name taken, organization, cloud, tags. */
export const decideCreateProject = (context: DecideContext, command: Command<'CreateProject'>): Decision => {
  const { project, defaultCloud = usualCloud } = command;
  const organization = findAccount(readAccounts(context), command.organization)?.id;
  const objection = firstObjection(
    () => checkName(context, project),
    () => (organization === undefined ? accountMissing(command.organization) : undefined),
    () => checkCloud(context, defaultCloud),
    () => checkTags(command.tags, 'project'),
    () => checkBilling(context, organization, command.billingGroup),
  );
  if (objection !== undefined || organization === undefined) return objection ?? accountMissing(command.organization);
  const { tags, techEmails, billingGroup, basePort } = command;
  const told = given({ tags, techEmails, billingGroup, basePort });
  return accept([{ type: 'ProjectCreated', project, organization, defaultCloud, ...told }], project);
};

const checkName = (context: DecideContext, project: string): Objection => {
  if (!projectNamePattern.test(project)) {
    return refuse(
      'project_name_invalid',
      'Project name must consist of 1-63 lower-case letters, digits and hyphens and begin with a letter,' +
        ` got ${JSON.stringify(project).slice(0, 80)}.`,
    );
  }
  return context.project(project) === undefined
    ? undefined
    : refuse('project_already_exists', `Project ${project} already exists. Choose another name.`);
};

/** Clients look for the words of the second refusal. */
const checkBilling = (
  context: DecideContext,
  organization: string | undefined,
  group: string | undefined,
): Objection => {
  if (group === undefined || group === '') return undefined;
  const accounts = readAccounts(context);
  if (accounts.some(({ primaryBillingGroup }) => primaryBillingGroup === group)) return undefined;
  const kept = context.records('', 'billing_group').find(({ id }) => id === group);
  if (kept === undefined) return refuse('record_not_found', `There is no billing group ${group.slice(0, 80)}.`);
  const rootOf = (asked: JsonValue | undefined): string | undefined =>
    typeof asked === 'string' ? findAccount(accounts, asked)?.root : undefined;
  return rootOf(kept.value['account']) === rootOf(organization)
    ? undefined
    : refuse(
        'organization_mismatch',
        `Resources must belong to the same organization, but billing group ${group} is of another one than the project.`,
      );
};

/** Decides a change of a project; what equals the present is no change. */
export const decideUpdateProject = (context: DecideContext, command: Command<'UpdateProject'>): Decision => {
  const { project, name, defaultCloud, tags, techEmails, billingGroup, basePort } = command;
  const state = context.project(project);
  if (state === undefined) return projectMissing(project);
  const asked = command.organization ?? state.organization;
  const organization = findAccount(readAccounts(context), asked)?.id;
  if (organization === undefined) return accountMissing(asked);
  const isRenamed = name !== undefined && name !== project;
  const objection = firstObjection(
    () => (defaultCloud === undefined ? undefined : checkCloud(context, defaultCloud)),
    () => checkTags(tags, 'project'),
    () => (isRenamed ? (checkName(context, name) ?? checkRename(context, state, name)) : undefined),
    () => (organization === state.organization ? undefined : checkMove(context, state, asked)),
    () => checkBilling(context, organization, billingGroup ?? state.billingGroup),
  );
  if (objection !== undefined) return objection;
  const told = given({
    organization: organization === state.organization ? undefined : organization,
    basePort: basePort === state.basePort ? undefined : basePort,
    billingGroup: billingGroup === (state.billingGroup ?? '') ? undefined : billingGroup,
    defaultCloud: defaultCloud === state.defaultCloud ? undefined : defaultCloud,
    tags: isSame(tags, state.tags ?? {}) ? undefined : tags,
    techEmails: isSame(techEmails, state.techEmails ?? []) ? undefined : techEmails,
  });
  if (isRenamed) return accept(renamed({ ...state, ...told }, name));
  return accept(Object.keys(told).length === 0 ? [] : [{ type: 'ProjectChanged', project, ...told }]);
};

const isSame = (asked: JsonValue | undefined, present: JsonValue): boolean =>
  canonicalJson(asked) === canonicalJson(present);

/** Decides the end of a project: never with a service that lives. */
export const decideDeleteProject = (context: DecideContext, { project }: Command<'DeleteProject'>): Decision => {
  if (context.project(project) === undefined) return projectMissing(project);
  const live = context.liveServices(project);
  return live.length === 0
    ? accept([...emptied(context, project), { type: 'ProjectDeleted', project }])
    : refuse(
        'project_not_empty',
        `Project ${project} has ${counted(live.length, 'live service')}: ${live.slice(0, 5).join(', ')}${live.length > 5 ? ', ...' : ''}.` +
          ' Terminate them first, or keep the project.',
      );
};

const checkCloud = (context: DecideContext, cloud: string): Objection =>
  context.catalogue.clouds.has(cloud)
    ? undefined
    : refuse('cloud_unknown', `Cloud '${cloud}' does not exist. List the clouds, and choose one.`);
