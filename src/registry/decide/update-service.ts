import { canonicalJson, type Plan, type ServiceOrigin, type ServiceType } from '../../domain';
import type { MaintenanceAsked, UpdateService } from '../commands';
import type { ServiceEvent } from '../events';
import { evolveService } from '../evolve-service';
import type { MaintenanceWindow } from '../records';
import { pickTerms } from '../plan-terms';
import { sizeMbAt } from '../schedule/size';
import { identify, isDown, isPowered } from '../state';
import type { ServiceState } from '../state';
import { accept, firstObjection, refuse } from './decision';
import type { DecideContext, Objection, Refused } from './decision';
import { checkClaim, claimEvents } from './change-owner';
import { followersOf } from './check-replica';
import { checkExpectation } from './expectation';
import { onLive } from './find-service';
import { checkPowerOn, powerEvents } from './power';
import { checkDisk, checkFreeLimit, checkPlacement, findPlan, planMissing } from './place-service';
import { decideSettings } from './update-settings';

/**
 * Decides a change of a live service; what equals the present is no change. Order of checks: service, expectation, claim, plan, disk,
 * cloud and where the plan is sold, nodes, data against the disk, settings, power. All of it is accepted, or nothing.
 */
export const decideUpdateService = onLive((context, state, command: UpdateService) => {
  const unexpected = checkExpectation(context, state, command.expect) ?? checkClaim(context, state, command.owner);
  if (unexpected !== undefined) return unexpected;
  const type = context.catalogue.serviceTypes.get(state.type);
  const plan = findPlan(context, state.type, command.plan ?? state.plan.name);
  if (type === undefined || plan === undefined) {
    return planMissing(context, state.type, command.plan ?? state.plan.name);
  }
  const diskMb = nextDisk(state, plan, command);
  const objection = firstObjection(
    () => checkDisk(plan, diskMb === state.diskMb && plan.name === state.plan.name ? undefined : diskMb),
    () => checkMove(context, state, plan, command.cloud ?? state.cloud),
    () => checkFree(context, state, plan),
    () => checkNodes(type, state, plan),
    () => checkData(context, type, state, { plan, diskMb }),
  );
  if (objection !== undefined) return objection;
  const settings = decideSettings(context, state, type, command.userConfig ?? {}, command.cloud ?? state.cloud);
  if (settings.kind === 'refused') return settings;
  const power = checkPower(state, command) ?? checkPowerOn(context, state, command);
  if (power !== undefined) return power;
  const changed = settings.events.reduce((next, event) => evolveService(next, event, context.now), state);
  return accept([
    ...protectionEvents(state, command),
    ...placementEvents(state, plan, diskMb, command.cloud ?? state.cloud),
    ...settings.events,
    ...settings.events.flatMap((event) => followerEvents(context, state, event)),
    ...powerEvents(context, type, changed, command),
    ...originEvents(state, command),
    ...claimEvents(state, command.owner),
    ...maintenanceEvents(state, command.maintenance),
    ...contactEvents(state, command.techEmails),
  ]);
});

/** An upgrade goes on to the replicas. @see documentation, products/postgresql/howto/upgrade (read 2026-11-27) */
const followerEvents = (context: DecideContext, state: ServiceState, event: ServiceEvent): readonly ServiceEvent[] =>
  event.type === 'ServiceVersionUpgraded'
    ? followersOf(context, state).map((follower) => ({ ...event, ...identify(follower) }))
    : [];

/** Additional disk is kept over a change of plan where the new plan allows it. */
const nextDisk = (state: ServiceState, plan: Plan, command: UpdateService): number => {
  if (command.diskSpaceMb !== undefined) return command.diskSpaceMb;
  if (plan.name === state.plan.name) return state.diskMb;
  const additional = state.diskMb - state.plan.diskMb;
  const kept = plan.diskMb + additional;
  return checkDisk(plan, kept) === undefined ? kept : plan.diskMb;
};

const checkMove = (context: DecideContext, state: ServiceState, plan: Plan, cloud: string): Objection => {
  if (cloud === state.cloud && plan.name === state.plan.name) return undefined;
  if (isDown(context.registry, state.cloud)) {
    return refuse(
      'cloud_down',
      `Cloud ${state.cloud}, where service ${state.service} runs, is down, so it cannot be moved. ` +
        'Fork it from its second backup region, or wait.',
      'place',
    );
  }
  return checkPlacement(context, plan, cloud);
};

const checkFree = (context: DecideContext, state: ServiceState, plan: Plan): Objection =>
  plan.name === state.plan.name
    ? undefined
    : checkFreeLimit(context, plan, context.project(state.project)?.organization ?? '');

const checkNodes = ({ refusesFewerNodes, title }: ServiceType, state: ServiceState, plan: Plan): Objection =>
  refusesFewerNodes && plan.nodes < state.plan.nodes
    ? refuse(
        'fewer_nodes',
        `Service ${state.service} has ${state.plan.nodes} nodes and plan ${plan.name} has ${plan.nodes}, fewer than ` +
          `${title} can be put on. Choose a plan of ${state.plan.nodes} nodes or more.`,
      )
    : undefined;

const checkData = (
  context: DecideContext,
  type: ServiceType,
  state: ServiceState,
  after: { readonly plan: Plan; readonly diskMb: number },
): Objection => {
  const sizeMb = sizeMbAt(state, context.now);
  return type.memoryBound || after.plan.diskMb === 0 || after.diskMb >= sizeMb
    ? undefined
    : refuse(
        'disk_below_data',
        `Service ${state.service} holds ${sizeMb} MB, more than the disk of ${after.diskMb} MB. ` +
          `Ask for at least ${sizeMb} MB, or another plan.`,
      );
};

/** Judged by the protection that holds after the change. */
const checkPower = (state: ServiceState, command: UpdateService): Objection => {
  const protectedAfter = command.terminationProtection ?? state.terminationProtection;
  return command.powered === false && isPowered(state) && protectedAfter ? protection(state.service) : undefined;
};

/** The refusal of what termination protection forbids. */
export const protection = (service: string): Refused =>
  refuse(
    'termination_protected',
    `Service ${service} is protected against termination and shutdown. Remove termination protection first.`,
  );

const protectionEvents = (state: ServiceState, { terminationProtection }: UpdateService): readonly ServiceEvent[] =>
  terminationProtection === undefined || terminationProtection === state.terminationProtection
    ? []
    : [{ type: 'TerminationProtectionChanged', ...identify(state), enabled: terminationProtection }];

const placementEvents = (state: ServiceState, plan: Plan, diskMb: number, cloud: string): readonly ServiceEvent[] => [
  ...(plan.name === state.plan.name
    ? []
    : [{ type: 'ServicePlanChanged' as const, ...identify(state), plan: pickTerms(plan), diskMb }]),
  ...(cloud === state.cloud ? [] : [{ type: 'ServiceCloudMigrated' as const, ...identify(state), cloud }]),
  ...(plan.name !== state.plan.name || diskMb === state.diskMb
    ? []
    : [{ type: 'ServiceDiskResized' as const, ...identify(state), diskMb }]),
];

const originEvents = (state: ServiceState, { origin }: UpdateService): readonly ServiceEvent[] =>
  origin === undefined || sameOrigin(origin, state.origin)
    ? []
    : [{ type: 'ServiceClaimed', ...identify(state), origin }];

/** The window that a service has until one is set. */
const usualMaintenance: MaintenanceWindow = { dow: 'never', time: '10:00:00' };

/** The event of a maintenance window that differs from the present one. */
export const maintenanceEvents = (
  state: Pick<ServiceState, 'project' | 'service' | 'incarnation' | 'maintenance'>,
  asked: MaintenanceAsked | undefined,
): readonly ServiceEvent[] => {
  const before = state.maintenance ?? usualMaintenance;
  const window = { dow: asked?.dow ?? before.dow, time: asked?.time ?? before.time };
  return window.dow === before.dow && window.time === before.time
    ? []
    : [{ type: 'MaintenanceChanged', ...identify(state), window }];
};

/** The event of contact addresses that differ from the present ones. */
export const contactEvents = (
  state: Pick<ServiceState, 'project' | 'service' | 'incarnation' | 'techEmails'>,
  asked: readonly string[] | undefined,
): readonly ServiceEvent[] =>
  asked === undefined || canonicalJson(asked) === canonicalJson(state.techEmails ?? [])
    ? []
    : [{ type: 'TechEmailsReplaced', ...identify(state), emails: asked }];

const sameOrigin = (a: ServiceOrigin, b: ServiceOrigin | null): boolean =>
  b !== null &&
  a.stack === b.stack &&
  a.path === b.path &&
  a.fingerprint === b.fingerprint &&
  a.latestTransaction === b.latestTransaction;
