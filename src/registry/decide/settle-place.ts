import type { Plan, ServiceType } from '../../domain';
import type { CreateService } from '../commands';
import { checkUserConfig } from './check-user-config';
import { refuse } from './decision';
import type { DecideContext, Refused } from './decision';
import { readForkAsked } from './fork-request';
import { findForkSource } from './fork-source';
import { findPlan, planMissing } from './place-service';

/**
 * The plan of a new service, and its cloud where the request or the secondary location decides it. A fork from the secondary
 * location that does not say gets its source's plan, in the region of the copies; its settings are checked before that source is read.
 * @see documentation, Manage backup to another region: restore
 */
export const settlePlace = (
  context: DecideContext,
  command: CreateService,
  type: ServiceType,
): Refused | { readonly kind: 'settled'; readonly plan: Plan; readonly cloud: string | undefined } => {
  const isOpen = command.from === 'secondary' && (command.plan === undefined || command.cloud === undefined);
  const source = isOpen ? findSource(context, command, type) : undefined;
  if (source?.kind === 'refused') return source;
  if (command.plan === undefined && source === undefined) {
    return refuse('plan_missing', `Service ${command.service} has no plan. Name one of the type ${type.name}.`);
  }
  const found = source?.source;
  const name = command.plan ?? found?.plan.name ?? '';
  const plan = findPlan(context, type.name, name);
  return plan === undefined
    ? planMissing(context, type.name, name)
    : { kind: 'settled', plan, cloud: command.cloud ?? found?.region.cloud ?? undefined };
};

const findSource = (
  context: DecideContext,
  command: CreateService,
  type: ServiceType,
): ReturnType<typeof findForkSource> | undefined => {
  const fork = checkUserConfig(type, command.userConfig) ?? readForkAsked(command, type);
  if (fork.kind === 'refused') return fork;
  return fork.kind === 'none' ? undefined : findForkSource(context, command, fork.asked, type);
};
