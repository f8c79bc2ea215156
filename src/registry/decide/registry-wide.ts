import { counted, dayMs, endOfTime, hourMs, projectNamePattern, toRfc3339 } from '../../domain';
import { fastestClock, furthestAdvanceMs } from '../clock';
import type { ClockMode, RegistryCommand } from '../commands';
import { mostBackups } from '../schedule/backups';
import { isDown } from '../state';
import { accept, refuse } from './decision';
import type { DecideContext, Decision, Objection } from './decision';

type Command<Type extends RegistryCommand['type']> = Extract<RegistryCommand, { readonly type: Type }>;

/** Decides a new organization; its name has the shape of a project's. */
export const decideCreateOrganization = (
  context: DecideContext,
  { organization }: Command<'CreateOrganization'>,
): Decision => {
  if (!projectNamePattern.test(organization)) {
    return refuse(
      'name_invalid',
      `The name of an organization has 1 to 63 lower-case letters, digits and hyphens, got ${JSON.stringify(organization).slice(0, 80)}.`,
    );
  }
  return context.registry.organizations.includes(organization)
    ? refuse('organization_already_exists', `Organization ${organization} already exists. Choose another name.`)
    : accept([{ type: 'OrganizationCreated', organization }]);
};

/** Decides how the clock runs from now on. */
export const decideSetClock = (context: DecideContext, { mode }: Command<'SetClock'>): Decision =>
  checkMode(mode) ?? accept([{ type: 'ClockSet', mode, virtualAt: context.now, wallAt: context.wallNow }]);

const checkMode = (mode: ClockMode): Objection =>
  mode.kind !== 'factor' || (Number.isFinite(mode.factor) && mode.factor > 0 && mode.factor <= fastestClock)
    ? undefined
    : refuse(
        'clock_setting_invalid',
        `The clock's factor must be above 0 and at most ${fastestClock}, got ${mode.factor}.`,
      );

/** Decides a jump of the clock, forward only. */
export const decideAdvanceClock = (context: DecideContext, { byMs }: Command<'AdvanceClock'>): Decision => {
  if (byMs < 0) {
    return refuse(
      'clock_backwards',
      `The clock never goes back, but ${timeText(byMs)} was asked. Advance it by a positive time.`,
    );
  }
  if (!Number.isInteger(byMs) || byMs > furthestAdvanceMs) {
    return refuse(
      'clock_setting_invalid',
      `The clock advances by whole milliseconds, at most ${furthestAdvanceMs / dayMs} days at once, got ${timeText(byMs)}.`,
    );
  }
  if (context.now + byMs > endOfTime) {
    return refuse(
      'clock_setting_invalid',
      `The clock is at ${toRfc3339(context.now)} and ends at ${toRfc3339(endOfTime)}: it cannot advance by ${timeText(byMs)} any more.`,
    );
  }
  return accept([{ type: 'ClockAdvanced', byMs, virtualAt: context.now + byMs, wallAt: context.wallNow }]);
};

const timeText = (ms: number): string => (ms % dayMs === 0 ? counted(ms / dayMs, 'day') : `${ms} ms`);

/** Decides the beginning or the end of an outage; what is so already is no change. */
export const decideCloudDown = (context: DecideContext, { cloud, down }: Command<'SetCloudDown'>): Decision => {
  if (!context.catalogue.clouds.has(cloud)) {
    return refuse('cloud_unknown', `Cloud '${cloud}' does not exist. List the clouds, and choose one.`);
  }
  if (isDown(context.registry, cloud) === down) return accept([]);
  return accept([{ type: down ? 'CloudWentDown' : 'CloudCameBack', cloud }]);
};

/** Decides plans and clouds of this world. Services keep the terms that they were bought on. */
export const decideAmendCatalogue = (context: DecideContext, command: Command<'AmendCatalogue'>): Decision => {
  const strange = command.plans.find((plan) => !context.catalogue.serviceTypes.has(plan.type));
  if (strange !== undefined) {
    return refuse('service_type_unknown', `Plan ${strange.name} is of type '${strange.type}', which does not exist.`);
  }
  const odd = command.plans.find(({ backup }) => !soundPolicy(backup));
  if (odd !== undefined) {
    return refuse(
      'request_invalid',
      `The backup policy of plan ${odd.name} is out of bounds: 1 to 8760 hours apart, at most ${mostBackups} kept.`,
    );
  }
  return accept([{ type: 'CatalogueAmended', plans: command.plans, clouds: command.clouds }]);
};

const soundPolicy = (backup: Command<'AmendCatalogue'>['plans'][number]['backup']): boolean => {
  const intervals = [
    backup.intervalHours * 60,
    backup.frequentIntervalMinutes ?? 60,
    backup.infrequentIntervalMinutes ?? 60,
  ];
  const longest = (365 * 24 * hourMs) / 60_000;
  return (
    intervals.every((minutes) => minutes >= 1 && minutes <= longest) &&
    backup.maxCount >= 0 &&
    backup.maxCount <= mostBackups
  );
};
