import { serviceTypes, type JsonObject } from '../domain';
import type { ServiceBody, ServiceCreateBody } from './operations';

/** The fork restores all that was written, where its type can; else the newest backup. */
export const restoresTransactions = ({ service_type: type }: ServiceBody): boolean =>
  serviceTypes.some(({ name, recovery }) => name === type && recovery === 'point-in-time');

/** Settings that a fork does not take over and that mean the same under the new name. */
export const carriedSettings = ({ user_config: settings }: ServiceBody): JsonObject => {
  const regions = settings['additional_backup_regions'];
  return Array.isArray(regions) && regions.length > 0 ? { additional_backup_regions: regions } : {};
};

const copyMaintenance = ({ maintenance }: ServiceBody): Pick<ServiceCreateBody, 'maintenance'> =>
  maintenance === undefined || maintenance.dow === 'never'
    ? {}
    : { maintenance: { dow: maintenance.dow, time: maintenance.time } };

/**
 * The create of the fork that takes the place of a service under another name: as the source is, with all that was written where the type
 * can restore it.
 */
export const renameBody = (source: ServiceBody, to: string): ServiceCreateBody => ({
  service_name: to,
  service_type: source.service_type,
  plan: source.plan,
  cloud: source.cloud_name,
  ...(source.disk_space_mb > 0 ? { disk_space_mb: source.disk_space_mb } : {}),
  user_config: {
    ...carriedSettings(source),
    service_to_fork_from: source.service_name,
  },
  termination_protection: source.termination_protection,
  tags: source.tags,
  ...copyMaintenance(source),
  ...(restoresTransactions(source) ? { forkcast: { latest_transaction: true } } : {}),
});
