import { findAccount } from '../accounts';
import { readAccounts } from './check-record';
import { serviceKey } from '../../domain';
import type { Plan, ServiceType } from '../../domain';
import type { CreateService } from '../commands';
import type { ServiceState } from '../state';
import { firstObjection, refuse } from './decision';
import type { DecideContext, Objection, Refused } from './decision';
import type { ForkAsked } from './fork-request';

/** The live service of the type to fork, or why there is none. Order of checks: itself, its project, organization, existence, type. */
export const findForkSource = (
  context: DecideContext,
  command: CreateService,
  asked: ForkAsked,
  type: ServiceType,
): Refused | { readonly kind: 'found'; readonly source: ServiceState } => {
  const name = `${asked.project}/${asked.service}`;
  if (asked.project === command.project && asked.service === command.service) {
    return refuse('fork_source_self', `Service ${name} cannot be forked from itself. Give the fork another name.`);
  }
  const objection = checkProject(context, command, asked);
  if (objection !== undefined) return objection;
  const source = context.service(asked);
  if (source === undefined) return sourceMissing(name);
  if (source.terminatedAt !== null) {
    return refuse(
      'fork_source_terminated',
      `Service ${name} was ${source.removed === true ? 'deleted after 180 days powered off' : 'terminated'};` +
        ' only the support team can restore its backups. Fork a live service.',
    );
  }
  return source.type === type.name || type.alsoForkedFrom?.includes(source.type) === true
    ? { kind: 'found', source }
    : refuse(
        'fork_type_mismatch',
        `Service ${name} is of type ${source.type}, the fork of type ${type.name}. Ask for type ${findHeir(context, source)}.`,
        'fork',
      );
};

/** Without the words "Service ... does not exist": the vendor's Go client retries those for a minute. */
const sourceMissing = (name: string): Refused =>
  refuse(
    'fork_source_not_found',
    `Service to fork from '${name}' not found. Check the name, and set project_to_fork_from when it is in another project.`,
  );

const checkProject = (context: DecideContext, command: CreateService, asked: ForkAsked): Objection => {
  const own = context.project(command.project);
  const other = context.project(asked.project);
  if (other === undefined) return sourceMissing(`${asked.project}/${asked.service}`);
  return isSameOrganization(context, own?.organization, other.organization)
    ? undefined
    : refuse(
        'fork_other_organization',
        `Project ${asked.project} belongs to organization ${other.organization},` +
          ` project ${command.project} to ${own?.organization ?? 'none'}. Forks stay inside one organization.`,
      );
};

/** Objects to forking this service on that plan. Order of checks: replica, tiers, persistence, nodes. */
export const checkForkSource = (source: ServiceState, type: ServiceType, plan: Plan): Objection => {
  const name = serviceKey(source);
  return firstObjection(
    () =>
      source.replicaOf === null
        ? undefined
        : refuse(
            'fork_source_read_replica',
            `Service ${name} is a replica of ${source.replicaOf.project}/${source.replicaOf.service} and has no backups. ` +
              'Fork that service instead.',
          ),
    () => checkTiers(source, name, type, plan),
    () =>
      source.regimes.at(-1)?.persistent === false
        ? refuse(
            'fork_persistence_off',
            `Service ${name} runs with ${type.persistenceKey ?? 'persistence'} off, so it has no backups. ` +
              'Turn it on, and wait for a backup.',
          )
        : undefined,
    () =>
      type.refusesFewerNodes && plan.nodes < source.plan.nodes
        ? refuse(
            'fork_fewer_nodes',
            `Cannot fork to a plan with fewer nodes: ${plan.name} has ${plan.nodes}, the source ${source.plan.nodes}. ` +
              `Choose a plan with at least ${source.plan.nodes} nodes.`,
          )
        : undefined,
  );
};

/** The type to ask for: one that is gone is restored into the one that replaced it. */
const findHeir = ({ catalogue }: DecideContext, { type }: ServiceState): string => {
  const isGone = catalogue.serviceTypes.get(type)?.legacy === true;
  const heir = [...catalogue.serviceTypes.values()].find(({ alsoForkedFrom }) => alsoForkedFrom?.includes(type));
  return isGone ? (heir?.name ?? type) : type;
};

const checkTiers = (source: ServiceState, name: string, type: ServiceType, plan: Plan): Objection => {
  if (type.tiersNotForkable.includes(source.plan.tier)) {
    return refuse(
      'fork_from_tier',
      `Service ${name} is on plan ${source.plan.name}:` +
        ` ${source.plan.tier} services of type ${type.name} cannot be forked. Upgrade its plan first.`,
    );
  }
  return type.tiersNotForkTarget.includes(plan.tier)
    ? refuse(
        'fork_to_tier',
        `A fork of type ${type.name} cannot be made on ${plan.tier} plan ${plan.name}. Choose a paid plan.`,
      )
    : undefined;
};

/** Units of one organization are one where forks are asked for. */
const isSameOrganization = (context: DecideContext, own: string | undefined, other: string): boolean => {
  if (own === other) return true;
  const accounts = readAccounts(context);
  const rootOf = (asked: string): string | undefined => findAccount(accounts, asked)?.root;
  return own !== undefined && rootOf(own) !== undefined && rootOf(own) === rootOf(other);
};
