import { toRfc3339, type ServiceId } from '../../domain';
import { describeTerminated } from '../describe-service';
import { standingAt } from '../schedule/lifecycle';
import { isDown, isPowered } from '../state';
import type { ServiceState } from '../state';
import { refuse } from './decision';
import type { DecideContext, Decision, Objection, Refused } from './decision';

/** The live service of this name, or why there is none. */
export const findLive = (
  context: DecideContext,
  id: ServiceId,
): Refused | { readonly kind: 'found'; readonly state: ServiceState } => {
  if (context.project(id.project) === undefined) return projectMissing(id.project);
  const state = context.service(id);
  if (state === undefined || state.terminatedAt !== null) {
    return refuse(
      'service_not_found',
      `${missingText(id)} ${endText(state) ?? 'List its services, and check the name.'}`,
    );
  }
  return { kind: 'found', state };
};

/** A decision about a live service: where there is none, that is the answer. */
export const onLive =
  <Asked extends ServiceId>(
    decide: (context: DecideContext, state: ServiceState, command: Asked) => Decision,
  ): ((context: DecideContext, command: Asked) => Decision) =>
  (context, command) => {
    const found = findLive(context, command);
    return found.kind === 'refused' ? found : decide(context, found.state, command);
  };

/** That there is no such service. Without "Service ... does not exist", which the vendor's Go client answers with retries. */
export const missingText = ({ project, service }: ServiceId): string => `Project ${project} has no service ${service}.`;

/** How the last service of a name has ended, if nobody asked for it: what is off for too long is deleted. */
const endText = (state: ServiceState | undefined): string | undefined => {
  if (state?.removed !== true || state.terminatedAt === null) return undefined;
  const { terminatedAt, backupsKeptUntil } = describeTerminated(state, state.terminatedAt);
  return (
    `It was deleted at ${toRfc3339(terminatedAt)}, after 180 days powered off; its backups are kept until` +
    ` ${toRfc3339(backupsKeptUntil)}, and only the support team can restore them.`
  );
};

/** The refusal for a project that is not there. */
export const projectMissing = (project: string): Refused =>
  refuse('project_not_found', `Project ${project} is not in this registry. List the projects, and check the name.`);

/** Objects unless the service answers: powered on, its cloud up, and RUNNING or REBALANCING. */
export const needsRunning = (context: DecideContext, state: ServiceState): Objection => {
  const name = `Service ${state.service}`;
  if (!isPowered(state))
    return refuse('service_powered_off', `${name} is powered off. Power it on first.`, 'not-running');
  if (isDown(context.registry, state.cloud)) {
    return refuse(
      'cloud_down',
      `${name} is stopped, because cloud ${state.cloud} is down. Wait until it is back.`,
      'not-running',
    );
  }
  const standing = standingAt(context.registry, state, context.now);
  if (standing.state === 'RUNNING' || standing.state === 'REBALANCING') return undefined;
  const when = standing.runningAt === null ? 'later' : `at ${new Date(standing.runningAt).toISOString()}`;
  return refuse('service_not_ready', `${name} is ${standing.state}; it will be RUNNING ${when}. Wait until then.`);
};
