import type { ServiceType } from '../domain';
import { oncePer } from './once-per';
import { settingTakenOut } from './taken-out';
import { hasKey, typeOf, writtenSetting } from './recovery-target';
import { read, stopped, type Reading } from './reading';
import { staysLive } from './stays-live';
import type { Subject } from './subject';
import { notApplicable } from './verdict';

/** The setting of the second backup region. */
export const backupRegionKey = 'additional_backup_regions';

/** The type, when it knows second backup regions; not applicable otherwise, because another rule says so. */
const backupRegionType = (subject: Subject): Reading<ServiceType> => {
  const type = typeOf(subject);
  if (type.kind === 'stopped') return type;
  return type.value.backupRegion !== 'unsupported' && hasKey(type.value, backupRegionKey)
    ? type
    : stopped(notApplicable);
};

/**
 * The one region that is asked for; null: the list is empty, null or taken out, which removes it from a live service. Not applicable
 * when it is not written, or is no list of at most one text (another rule says so).
 */
export const askedBackupRegion = oncePer((subject: Subject): Reading<string | null> => {
  const type = backupRegionType(subject);
  if (type.kind === 'stopped') return type;
  const asked = subject.request.userConfig[backupRegionKey];
  if (asked?.known === true && asked.value === null && subject.standing === 'live') return read(null);
  if ((listOf(settingTakenOut(subject, backupRegionKey)) ?? []).length > 0) return read(null);
  const written = writtenSetting(subject, backupRegionKey);
  if (written.kind === 'stopped') return written;
  const regions = listOf(written.value);
  if (regions === undefined || regions.length > 1) return stopped(notApplicable);
  const [region] = regions;
  if (region === undefined) return read(null);
  return typeof region === 'string' ? read(region) : stopped(notApplicable);
});

/** The items of a list; undefined for any other value. */
export const listOf = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);

/** A region that is newly asked for: not applicable when none is, or when the live service has it already. */
export const newBackupRegion = (subject: Subject): Reading<string> => {
  const asked = askedBackupRegion(subject);
  if (asked.kind === 'stopped') return asked;
  if (asked.value === null) return stopped(notApplicable);
  const isUnchanged = staysLive(subject) && subject.existing?.backupRegion.cloud === asked.value;
  return isUnchanged ? stopped(notApplicable) : read(asked.value);
};
