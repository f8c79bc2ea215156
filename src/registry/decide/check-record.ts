import { listAccounts, findAccount, type Account } from '../accounts';
import { addressHolder } from '../static-addresses';
import { textIn, type PlainRecord } from '../records';
import type { ServiceState } from '../state';
import { firstObjection, refuse } from './decision';
import type { DecideContext, Objection } from './decision';

/** Objects to a thing as it would be kept. Never throws. */
export const checkRecord = (
  context: DecideContext,
  scope: string,
  record: PlainRecord,
  service: ServiceState | undefined,
): Objection => {
  const { kind, value } = record;
  switch (kind) {
    case 'static_ip':
      return firstObjection(
        () => checkCloud(context, textIn(value, 'cloud')),
        () => checkHolder(context, scope, record),
      );
    case 'account':
      return checkAccount(context, value['parent']);
    case 'billing_group':
      return checkAccount(context, value['account']);
    case 'upgrade_step':
      return firstObjection(
        () => checkAccount(context, value['organization']),
        () => checkStep(context, value, 'source'),
        () => checkStep(context, value, 'destination'),
      );
    case 'kafka_topic':
      return checkType(service, 'kafka');
    case 'opensearch_acl':
      return checkType(service, 'opensearch');
  }
};

/** Objects to the end of a thing. Never throws. */
export const checkDrop = (context: DecideContext, scope: string, { kind, id, value }: PlainRecord): Objection => {
  switch (kind) {
    case 'static_ip': {
      const holder = addressHolder(value, (service) => context.service({ project: scope, service }));
      if (holder !== undefined) return inUse(`Static address ${id} is of service ${holder}. Dissociate it first.`);
      return value['protected'] === true
        ? refuse('termination_protected', `Static address ${id} is protected. Turn termination_protection off first.`)
        : undefined;
    }
    case 'account': {
      const unit = readAccounts(context).find(({ parent }) => parent === id);
      if (unit !== undefined) return inUse(`Account ${id} has the unit ${unit.name}. Delete that first.`);
      const project = context.projects().find(({ organization }) => organization === id);
      return project && inUse(`Account ${id} has the project ${project.name}. Delete or move it first.`);
    }
    case 'billing_group': {
      const project = context.projects().find(({ billingGroup }) => billingGroup === id);
      return project && inUse(`Billing group ${id} pays for project ${project.name}. Give it another one first.`);
    }
    case 'upgrade_step':
    case 'kafka_topic':
    case 'opensearch_acl':
      return undefined;
  }
};

/** Every account of the registry. */
export const readAccounts = (context: DecideContext): readonly Account[] =>
  listAccounts(context.registry.organizations, context.records('', 'account'));

/** The account that is meant, or the refusal that there is none. */
export const accountMissing = (asked: string): NonNullable<Objection> =>
  refuse('organization_not_found', `Organization ${asked.slice(0, 80)} is not in this registry. Create it first.`);

const inUse = (message: string): Objection => refuse('record_in_use', message);

const checkCloud = (context: DecideContext, cloud: string): Objection =>
  context.catalogue.clouds.has(cloud)
    ? undefined
    : refuse('cloud_unknown', `Cloud '${cloud.slice(0, 80)}' does not exist. List the clouds, and choose one.`);

const checkAccount = (context: DecideContext, asked: unknown): Objection =>
  typeof asked !== 'string' || findAccount(readAccounts(context), asked) !== undefined
    ? undefined
    : accountMissing(asked);

const checkStep = (context: DecideContext, value: PlainRecord['value'], end: 'source' | 'destination'): Objection => {
  const id = { project: textIn(value, `${end}_project_name`), service: textIn(value, `${end}_service_name`) };
  return context.service(id)?.terminatedAt === null
    ? undefined
    : refuse('service_not_found', `Project ${id.project} has no service ${id.service}: check the ${end} of the step.`);
};

const checkType = (service: ServiceState | undefined, type: string): Objection =>
  service === undefined || service.type === type
    ? undefined
    : refuse(
        'type_unsuitable',
        `Service ${service.service} is of type ${service.type}, and only those of type ${type} have this.`,
      );

/** The same for every service that an address is given to, at its creation and later. */
const checkHolder = (context: DecideContext, project: string, { id, value }: PlainRecord): Objection => {
  const service = textIn(value, 'service');
  if (service === '') return undefined;
  const state = context.service({ project, service });
  if (state === undefined || state.terminatedAt !== null) {
    return refuse('service_not_found', `Project ${project} has no service ${service}. List its services.`);
  }
  return checkAddress(context, { project, service, cloud: state.cloud }, id);
};

/** Objects to an address that is not there, is elsewhere, or serves another service. */
export const checkAddress = (
  context: DecideContext,
  { project, service, cloud }: { readonly project: string; readonly service: string; readonly cloud: string },
  id: string,
): Objection => {
  const record = context.records(project, 'static_ip').find((one) => one.id === id);
  const unusable = (message: string): Objection => refuse('static_ip_unusable', message);
  if (record === undefined) {
    return unusable(
      `Project ${project} has no static address ${id.slice(0, 80)}. List its addresses, and check the id.`,
    );
  }
  const there = textIn(record.value, 'cloud');
  if (there !== cloud) return unusable(`Static address ${id} is in ${there}, and service ${service} in ${cloud}.`);
  const holder = addressHolder(record.value, (name) => context.service({ project, service: name }));
  return holder === undefined || holder === service
    ? undefined
    : unusable(`Static address ${id} is of service ${holder}. Dissociate it first, or choose another one.`);
};
