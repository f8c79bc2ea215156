import type { JsonObject } from '../domain';
import type { SentTo, ServiceBody } from './operations';

/** Settings that a fork does not take over and that mean the same under the new name. */
export const carriedSettings = ({ user_config: settings }: ServiceBody): JsonObject => {
  const regions = settings['additional_backup_regions'];
  return Array.isArray(regions) && regions.length > 0 ? { additional_backup_regions: regions } : {};
};

const copyMaintenance = ({ maintenance }: ServiceBody): Pick<SentTo<'ServiceCreate'>, 'maintenance'> =>
  maintenance === undefined || maintenance.dow === 'never'
    ? {}
    : { maintenance: { dow: maintenance.dow, time: maintenance.time } };

/** The create of the fork that takes the place of a service under another name: as the source is; `latest`: with all that was written. */
export const renameBody = (
  source: ServiceBody,
  { to, latest }: { readonly to: string; readonly latest: boolean },
): SentTo<'ServiceCreate'> => ({
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
  ...(latest ? { forkcast: { latest_transaction: true } } : {}),
});
