import type { BackupRegionsBody, BackupsBody, ServiceBody } from '../api';
import { parseInstant, toRfc3339, type EpochMs } from '../domain';
import type { PageClient } from './client';
import type { Gap, Lane, Story } from '../time';
import { isUnserved, readDescendants, readHistory, readLag, type HistoryEntry } from './registry';

/** All that the pages of one service show of it. */
export interface ServiceData {
  readonly project: string;
  readonly service: ServiceBody;
  readonly backups: BackupsBody;
  readonly regions: BackupRegionsBody;
  readonly history: readonly HistoryEntry[];
  readonly descendants: Awaited<ReturnType<typeof readDescendants>>;
  readonly story: Story;
}

/** What is left out where a registry does not tell it. */
const orElse = async <T>(asked: Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await asked;
  } catch (error) {
    if (isUnserved(error)) return otherwise;
    throw error;
  }
};

/** Asks for all of it at once. */
export const readService = async (client: PageClient, project: string, name: string): Promise<ServiceData> => {
  const [{ service }, backups, regions, history, descendants] = await Promise.all([
    client.ask('ServiceGet', { at: { project, service: name }, body: null, query: { include_secrets: 'false' } }),
    client.listBackups(project, name),
    client.backupRegions(project, name),
    orElse(readHistory(client, project, name), []),
    orElse(readDescendants(client, project, name), []),
  ]);
  const now = instant(regions.now);
  const createdAt = instant(service.create_time);
  const query = { from: toRfc3339(Math.max(createdAt, now - 30 * 86_400_000)), until: regions.now };
  const [lag, held] = await Promise.all([
    regions.cloud !== null ? readLagOf(client, { project, service: name }, query) : [],
    readHeld(client, { project, service: name }, regions),
  ]);
  const whole = { project, service, backups, regions, history, descendants };
  return { ...whole, story: tellStory(whole, { now, createdAt, lag, held }) };
};

interface Named {
  readonly project: string;
  readonly service: string;
}

/** The lag of the second location; from a registry that tells it of no interval, that of the last month. */
const readLagOf = async (
  client: PageClient,
  of: Named,
  query: { readonly from: string; readonly until: string },
): Promise<Story['lag']> => {
  const lag = await orElse(readLag(client, of, query), undefined);
  if (lag !== undefined) {
    return lag.regions.flatMap(({ points }) =>
      points.map(({ at, lag_seconds }) => ({ at: instant(at), seconds: lag_seconds })),
    );
  }
  const { replication_lag: report } = await client.lagReport(of.project, of.service, 'month');
  return report.data.rows.map(([at, seconds]) => ({ at: instant(at), seconds }));
};

/** Until when the oldest instant can still be restored, as the rules know it. */
const readHeld = async (
  client: PageClient,
  { project, service }: Named,
  regions: BackupRegionsBody,
): Promise<Story['held']> => {
  const [first] = regions.windows.flatMap(({ earliest }) => earliest ?? []);
  if (first === undefined) return null;
  const asked = client.ask('ForkPreview', {
    at: { project, service },
    body: { recovery_target_time: first },
    query: null,
  });
  const until = (await orElse(asked, undefined))?.valid_until ?? null;
  return until === null ? null : { from: instant(first), until: instant(until) };
};

const instant = (text: string): EpochMs => parseInstant(text) ?? 0;
const maybe = (text: string | null | undefined): EpochMs | null =>
  text === null || text === undefined ? null : instant(text);

const tellStory = (
  { service, backups, regions, history, descendants }: Omit<ServiceData, 'story'>,
  { now, createdAt, lag, held }: Pick<Story, 'now' | 'createdAt' | 'lag' | 'held'>,
): Story => {
  const windows = regions.windows.length > 0 ? regions.windows : spanBackups(backups, regions, service.cloud_name);
  const locations = windows.map(({ location }) => location);
  const lanes = windows.map(({ role, location, earliest, latest }): Lane => {
    const own = backups.backups.filter((backup) =>
      role === 'primary' ? true : backup.additional_regions?.some(({ cloud }) => cloud === location),
    );
    const from = maybe(earliest);
    return {
      role,
      location,
      window: from === null ? null : { from, to: maybe(latest) ?? now },
      backupsOnly: backups.pitr === undefined,
      backups: own.map(({ backup_name, backup_time, data_size }) => ({
        name: backup_name,
        at: instant(backup_time),
        sizeBytes: data_size,
      })),
      gaps: findGaps(history, { role, location, now, locations }),
      lagSeconds: role === 'secondary' ? regions.lag_seconds : null,
    };
  });
  const own = descendants.filter(({ depth }) => depth === 1);
  return {
    service: service.service_name,
    now,
    createdAt,
    lanes,
    lag,
    held,
    forks: own.map(({ project, service_name, incarnation, cloud_name, lineage, created_at, ended_at }) => ({
      project,
      name: service_name,
      incarnation,
      cloud: cloud_name,
      at: instant(lineage?.recovery_point ?? created_at),
      role: lineage?.role ?? 'primary',
      endedAt: maybe(ended_at),
    })),
    events: history.flatMap((entry) => {
      const words = describeEvent(entry);
      return words === undefined ? [] : [{ at: instant(entry.at), words }];
    }),
  };
};

/** Of a type that keeps no log the registry tells no window: its backups can be restored, from the oldest to the newest. */
const spanBackups = ({ backups }: BackupsBody, { cloud: second }: BackupRegionsBody, cloud: string) => {
  const span = (role: 'primary' | 'secondary', location: string, held: BackupsBody['backups']) => ({
    ...{ role, location, earliest: held[0]?.backup_time ?? null, latest: held.at(-1)?.backup_time ?? null },
  });
  const copies = backups.filter((backup) => backup.additional_regions?.some((copy) => copy.cloud === second));
  return [
    span('primary', backups[0]?.storage_location ?? cloud, backups),
    ...(second === null ? [] : [span('secondary', second, copies)]),
  ];
};

interface Placed {
  readonly role: string;
  readonly location: string;
  readonly locations: readonly string[];
}

const findGaps = (
  history: readonly HistoryEntry[],
  { now, ...lane }: Placed & { readonly now: EpochMs },
): readonly Gap[] =>
  history.flatMap((entry): readonly Gap[] => {
    const reason = gapReason(entry, lane);
    return reason === undefined ? [] : [{ from: instant(entry.at), to: maybe(entry.until) ?? now, reason }];
  });

/** A cloud that keeps no backups, but runs the service, is told of in the first lane. */
const gapReason = (
  { kind, cloud_name: cloud }: HistoryEntry,
  { role, location, locations }: Placed,
): string | undefined => {
  if (kind === 'outage') {
    if (cloud === location) return 'region down';
    return role === 'primary' && cloud !== undefined && !locations.includes(cloud) ? `${cloud} down` : undefined;
  }
  if (kind === 'power-off') return 'powered off';
  return kind === 'copy-pause' && role === 'secondary' ? 'copying paused' : undefined;
};

/** What happened at an instant, in few words; undefined: it is shown as a stretch, or nowhere on the axis. */
const describeEvent = ({ kind, before, after }: HistoryEntry): string | undefined => {
  switch (kind) {
    case 'plan':
      return `plan ${before ?? ''} → ${after ?? ''}`;
    case 'cloud':
      return `moved from ${before ?? ''} to ${after ?? ''}`;
    case 'version':
      return `version ${before ?? ''} → ${after ?? ''}`;
    case 'disk':
      return `disk ${Math.round(Number(before) / 1024)} → ${Math.round(Number(after) / 1024)} GB`;
    case 'backup-region':
      return after === null ? `no second region any more` : `second region ${after ?? ''}`;
    case 'restored':
      return 'began anew from its backup';
    default:
      return undefined;
  }
};
