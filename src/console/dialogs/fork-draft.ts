import { parseRecoveryTime, toRfc3339, type EpochMs, type JsonObject } from '../../domain';
import { findBaseBackup } from '../../time';
import type { ServiceData } from '../service-data';
import { findBoundFault } from '../time/picker';

/** What the fork dialog asks for, as the address has it. */
export interface ForkDraft {
  readonly source: 'primary' | 'secondary';
  readonly version: 'latest' | 'time' | 'backup';
  readonly at: EpochMs;
  /** Only backups can be restored: the latest is the newest of them. */
  readonly backupsOnly: boolean;
  readonly backup: string;
  readonly name: string;
  readonly project: string;
  /** Empty: as the source. */
  readonly cloud: string;
  readonly plan: string;
  readonly disk: string;
}

/** Reads a draft from the query; what it does not say is as in the source. */
export const readDraft = (
  query: Readonly<Record<string, string>>,
  { project, service, story }: ServiceData,
): ForkDraft => {
  const [lane] = story.lanes;
  const asked = parseRecoveryTime(query['at'] ?? '')?.at ?? story.now;
  const source = query['source'] === 'secondary' ? 'secondary' : 'primary';
  const backupsOnly = lane?.backupsOnly === true;
  const version =
    query['version'] === 'time' && !backupsOnly
      ? 'time'
      : query['version'] === 'backup' || (backupsOnly && query['version'] === 'time')
        ? 'backup'
        : 'latest';
  const base = lane === undefined ? undefined : findBaseBackup(lane, asked);
  return {
    source,
    version,
    at: asked,
    backupsOnly,
    backup: query['backup'] ?? base?.name ?? '',
    name: query['name'] ?? `${service.service_name.slice(0, 55)}-fork`,
    project: query['project'] ?? project,
    cloud: query['cloud'] ?? '',
    plan: query['plan'] ?? '',
    disk: query['disk'] ?? '',
  };
};

/** The draft as a preview, a request in code and rules ask for it. */
export const askFork = ({
  source,
  version,
  at,
  backupsOnly,
  backup,
  name,
  project,
  cloud,
  plan,
  disk,
}: ForkDraft): JsonObject => ({
  project,
  service_name: name,
  from: source,
  ...(version === 'time' ? { recovery_target_time: toRfc3339(at) } : {}),
  ...(version === 'backup' ? { recovery_basebackup_name: backup } : {}),
  ...(version === 'latest' && !backupsOnly ? { latest_transaction: true } : {}),
  ...(source === 'secondary' || cloud === '' ? {} : { cloud }),
  ...(source === 'secondary' || plan === '' ? {} : { plan }),
  ...askDisk(disk),
});

/** The disk that is asked for; nothing: that of the plan, or what cannot be read. */
export const askDisk = (disk: string): { readonly disk_space_mb?: number } =>
  disk === '' || findDiskFault(disk) !== undefined ? {} : { disk_space_mb: Number(disk) * 1024 };

/** Why a disk cannot be read; undefined: it can, or none is asked for. */
export const findDiskFault = (disk: string): string | undefined =>
  disk === '' || /^\d{1,7}$/.test(disk) ? undefined : 'A disk is a whole number of GB, such as 90.';

/** Which field a refusal of the registry belongs to. */
export const fieldOfRefusal = (code: string): 'name' | 'project' | 'plan' | 'cloud' | 'disk' | 'time' | 'none' => {
  if (/^service_(name|already)/.test(code)) return 'name';
  if (code.startsWith('project_')) return 'project';
  if (/^(plan_|fewer_nodes|free_)/.test(code)) return 'plan';
  if (code.startsWith('cloud_')) return 'cloud';
  if (code.startsWith('disk_')) return 'disk';
  return /^recovery_(target|time)/.test(code) ? 'time' : 'none';
};

/** Why the instant of a draft cannot be restored, with the bound; undefined: it can, or another version is asked for. */
export const findTimeFault = (
  { source, version, at }: ForkDraft,
  { story, service }: ServiceData,
): string | undefined => {
  const lane = story.lanes.find(({ role }) => role === source);
  if (version !== 'time' || lane === undefined) return undefined;
  if (lane.window === null) return `Nothing can be restored from ${lane.location} yet.`;
  const bounds = { earliest: lane.window.from, latest: lane.window.to };
  return findBoundFault(at, bounds, { service: service.service_name, location: lane.location });
};
