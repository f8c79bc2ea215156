import { dayMs, toRfc3339 } from '../../domain';
import type { EpochMs, JsonObject, ServiceType } from '../../domain';
import { refuse } from './decision';
import type { DecideContext, Objection } from './decision';

/** The second backup region that settings ask for; null: none; undefined: the key is not given. */
export const askedBackupRegion = (userConfig: JsonObject): string | null | undefined => {
  const asked = userConfig.additional_backup_regions;
  if (asked === undefined) return undefined;
  const first: unknown = Array.isArray(asked) ? asked[0] : undefined;
  return typeof first === 'string' ? first : null;
};

/**
 * Objects to a second backup region: type, then region known, not the service's own, same provider, and changed once in 24 hours. A
 * change is from one region to another: to set the first one, or to take it away, is none (decision 0019).
 */
export const checkBackupRegion = (
  context: DecideContext,
  type: ServiceType,
  asked: string | null | undefined,
  service: {
    readonly cloud: string;
    readonly region: { readonly cloud: string | null; readonly replacedAt?: EpochMs };
  },
): Objection => {
  if (asked === undefined || asked === service.region.cloud) return undefined;
  if (asked !== null) {
    const objection = checkTarget(context, type, asked, service.cloud);
    if (objection !== undefined) return objection;
  }
  const { cloud, replacedAt } = service.region;
  if (asked === null || cloud === null || replacedAt === undefined || context.now >= replacedAt + dayMs)
    return undefined;
  return refuse(
    'backup_region_changed_recently',
    `The second backup region was changed to ${cloud} at ${toRfc3339(replacedAt)}, and can be changed once in 24 hours. ` +
      `Try again at ${toRfc3339(replacedAt + dayMs)} or later.`,
  );
};

const checkTarget = (context: DecideContext, type: ServiceType, asked: string, serviceCloud: string): Objection => {
  if (type.backupRegion === 'unsupported') {
    return refuse(
      'backup_region_unsupported',
      `Services of type ${type.name} have no backup to another region. Remove ${asked}.`,
    );
  }
  const target = context.catalogue.clouds.get(asked);
  if (target === undefined) {
    return refuse('backup_region_unknown', `Cloud '${asked}' does not exist. List the clouds, and choose one.`);
  }
  if (asked === serviceCloud) {
    return refuse(
      'backup_region_same',
      `${asked} is the region of the service itself. Choose another region of its provider.`,
    );
  }
  const provider = context.catalogue.clouds.get(serviceCloud)?.provider;
  return target.provider === provider
    ? undefined
    : refuse(
        'backup_region_other_provider',
        `${asked} belongs to provider ${target.provider}, the service runs on ${provider ?? 'another'}. ` +
          'Choose another region of the same provider.',
      );
};
