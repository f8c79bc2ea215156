import {
  megabyte,
  toRfc3339,
  type Catalogue,
  type EpochMs,
  type RecoveryWindow,
  type ServiceFacts,
} from '../../domain';
import type { ServiceDetail } from '../registry';
import { writeInstant } from './write-instant';
import type { OwnBackup } from '../own-facts';

/** The name of the object storage's region: the cloud's without its provider, where it begins with that. */
const findRegion = (catalogue: Catalogue, cloud: string): string => {
  const provider = `${catalogue.clouds.get(cloud)?.provider ?? ''}-`;
  return cloud.startsWith(provider) ? cloud.slice(provider.length) : cloud;
};

/** A backup as the API lists it; a copy that is not usable yet is not listed, and one is paused while nothing is copied. */
export const backupBody = (
  { copy, ...backup }: OwnBackup,
  { backupRegion }: Pick<ServiceFacts, 'backupRegion'>,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: EpochMs },
) => ({
  backup_name: backup.name,
  backup_time: toRfc3339(backup.completedAt),
  data_size: Math.round(backup.dataSizeMb * megabyte),
  storage_location: backup.location,
  additional_regions:
    copy === undefined || copy.replicatedAt > now
      ? []
      : [
          {
            cloud: copy.cloud,
            region: findRegion(catalogue, copy.cloud),
            paused: copy.paused,
            ...(copy.paused ? { pause_reason: backupRegion.pauseReason ?? '' } : {}),
          },
        ],
});

/**
 * The answer of ServiceBackupsGet. `pitr` only for types with point-in-time recovery; its end is null for "now".
 * @see API reference, ServiceBackupsGet (read 2026-11-20)
 */
export const backupsBody = (
  { facts }: Pick<ServiceDetail, 'facts'>,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: EpochMs },
) => {
  const type = catalogue.serviceTypes.get(facts.type);
  const hour = facts.userConfig.backup_hour;
  const minute = facts.userConfig.backup_minute;
  return {
    backups: facts.backups.map((backup) => backupBody(backup, facts, { catalogue, now })),
    ...(facts.backupInProgress ? { backup_progress: 'in progress' } : {}),
    ...(typeof hour === 'number' && typeof minute === 'number'
      ? { scheduled_backup_time: { backup_hour: hour, backup_minute: minute } }
      : {}),
    ...(type?.recovery === 'point-in-time' ? { pitr: pitrBody(facts.windows ?? [], catalogue) } : {}),
  };
};

/** Another region is there from its first restorable instant on: its start and end are always set. */
const pitrBody = (windows: readonly RecoveryWindow[], catalogue: Catalogue) => ({
  primary_region: rangeBody(windows.find((window) => window.role === 'primary')),
  additional_regions: windows
    .filter(({ role, earliest, latest }) => role === 'secondary' && earliest !== null && latest !== null)
    .map((window) => ({
      cloud: window.location,
      region: findRegion(catalogue, window.location),
      ...rangeBody(window),
    })),
});

const rangeBody = (window: RecoveryWindow | undefined) => ({
  pitr_range_start: writeInstant(window?.earliest ?? null),
  pitr_range_end: writeInstant(window?.latest ?? null),
});

/** What can be restored from one location. */
export const windowBody = ({ location, role, earliest, latest }: RecoveryWindow) => ({
  location,
  role,
  earliest: writeInstant(earliest),
  latest: writeInstant(latest),
});
