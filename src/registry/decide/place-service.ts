import { nearestCloud, nearestName, planKey } from '../../domain';
import type { Plan } from '../../domain';
import { isDown } from '../state';
import { firstObjection, refuse } from './decision';
import type { DecideContext, Objection, Refused } from './decision';

/** The plan of a type in the catalogue. */
export const findPlan = (context: DecideContext, type: string, plan: string): Plan | undefined =>
  context.catalogue.plans.get(planKey(type, plan));

/** The refusal for a plan that the type does not have. */
export const planMissing = ({ catalogue }: DecideContext, type: string, plan: string): Refused => {
  const names = [...catalogue.plans.values()].filter((other) => other.type === type).map(({ name }) => name);
  const meant = nearestName(plan, names);
  return refuse(
    'plan_unknown',
    `Invalid plan '${plan}' for service type '${type}'.${writeHint(meant)} List the plans of the type, and choose one.`,
  );
};

const writeHint = (meant: string | undefined): string => (meant === undefined ? '' : ` Did you mean ${meant}?`);

/** Objects to a cloud that does not exist, is down, or where the plan is not sold; in this order. */
export const checkPlacement = (context: DecideContext, plan: Plan, cloud: string): Objection =>
  firstObjection(
    () =>
      context.catalogue.clouds.has(cloud)
        ? undefined
        : refuse(
            'cloud_unknown',
            `Cloud '${cloud}' does not exist.${writeHint(nearestCloud(cloud, context.catalogue))} List the clouds, and choose one.`,
          ),
    () =>
      isDown(context.registry, cloud)
        ? refuse(
            'cloud_down',
            `Cloud ${cloud} is down and takes no new services. Choose another cloud, or wait.`,
            'place',
          )
        : undefined,
    () =>
      plan.clouds === 'all' || plan.clouds.includes(cloud)
        ? undefined
        : refuse(
            'plan_not_in_cloud',
            `Plan ${plan.name} is not sold in ${cloud}; it is sold in ${listSome(plan.clouds)}. Choose another plan or cloud.`,
          ),
  );

const listSome = (names: readonly string[]): string =>
  names.length === 0 ? 'no cloud' : names.slice(0, 5).join(', ') + (names.length > 5 ? ', ...' : '');

/** Objects to a disk that the plan does not allow: all in MB. */
export const checkDisk = (plan: Plan, asked: number | undefined): Objection => {
  if (asked === undefined || asked === plan.diskMb) return undefined;
  const { diskMb, diskCapMb, diskStepMb, name } = plan;
  if (diskCapMb === null || diskStepMb === null) {
    return refuse(
      'disk_not_configurable',
      `Plan ${name} has a fixed disk of ${diskMb} MB; ${asked} MB was asked. Leave the disk out, or choose a larger plan.`,
    );
  }
  if (asked < diskMb) {
    return refuse(
      'disk_below_plan',
      `${asked} MB is less than the ${diskMb} MB that plan ${name} includes. Ask for ${diskMb} MB or more.`,
    );
  }
  if (asked > diskCapMb) {
    return refuse(
      'disk_above_cap',
      `${asked} MB is more than the ${diskCapMb} MB that plan ${name} allows. Choose a larger plan.`,
    );
  }
  if ((asked - diskMb) % diskStepMb !== 0) {
    const below = diskMb + Math.floor((asked - diskMb) / diskStepMb) * diskStepMb;
    return refuse(
      'disk_step_invalid',
      `${asked} MB is not ${diskMb} MB plus a multiple of ${diskStepMb} MB. Ask for ${below} MB or ${below + diskStepMb} MB.`,
    );
  }
  return undefined;
};

/** Objects to a choice of cloud, VPC or static addresses on a free or developer plan. */
export const checkFreePlanChoices = (
  plan: Plan,
  asked: {
    readonly cloud: string | undefined;
    readonly vpc: string | null | undefined;
    readonly staticIps: readonly string[];
  },
): Objection => {
  if (plan.tier !== 'free' && plan.tier !== 'developer') return undefined;
  const chosen = [
    ...(asked.cloud === undefined ? [] : [`cloud ${asked.cloud}`]),
    ...(asked.vpc ? [`VPC ${asked.vpc}`] : []),
    ...(asked.staticIps.length === 0 ? [] : ['static addresses']),
  ];
  return chosen.length === 0
    ? undefined
    : refuse(
        'free_plan_cloud_choice',
        `Plan ${plan.name} takes no choice of cloud, VPC or static addresses, but ${chosen.join(' and ')} was asked. ` +
          'Leave it out, or choose a paid plan.',
      );
};

/** Objects to a second free service of a type in one organization. */
export const checkFreeLimit = (context: DecideContext, plan: Plan, organization: string): Objection => {
  if (plan.tier !== 'free') return undefined;
  const [existing] = context.freeServices(organization, plan.type);
  return existing === undefined
    ? undefined
    : refuse(
        'free_plan_limit',
        `Organization ${organization} has a free ${plan.type} service already: ${existing}. Terminate it, or choose a paid plan.`,
      );
};
