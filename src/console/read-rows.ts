import type { LineageBody, OwnershipBody, PagedServiceBody, ServiceBody } from '../api';
import { filterableOf, parseInstant, serviceKey, type EpochMs } from '../domain';
import type { PageClient } from './client';
import type { Row } from './list/row';

/** Pages of the list that are read at most: as many as 50,000 services take. */
const mostPages = 100;

/** Reads every service that the token reaches, page by page; what has come so far is told after each page. */
export const readRows = async (
  client: PageClient,
  told: (rows: readonly Row[], whole: boolean) => void,
): Promise<void> => {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const limit = count === 0 ? '100' : '500';
    const answer = await client.servicePage({ limit, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...answer.services.map(readRow));
    told([...rows], answer.next === null);
    if (answer.next === null) return;
    cursor = answer.next;
  }
};

/** The same from a registry that has no such list: one request a project, without windows. */
export const readRowsPlainly = async (client: PageClient): Promise<readonly Row[]> => {
  const projects = await client.listProjects();
  const lists = await Promise.all(
    projects.map(async ({ project_name: project }) => {
      const { services } = await client.ask('ServiceList', {
        at: { project },
        body: null,
        query: { include_secrets: 'false' },
      });
      return services.map((service): Row => {
        const { forkcast: extension } = service;
        return {
          ...shared(project, service, extension?.lineage ?? null, extension?.ownership),
          percent: extension?.progress_percent ?? null,
          phase: extension?.progress_phase ?? null,
          replicaOf: extension?.replica_of ?? null,
          windows: [],
          newestBackupAt: instant(service.backups.at(-1)?.backup_time ?? null),
          backupCount: service.backups.length,
        };
      });
    }),
  );
  return lists.flat();
};

const instant = (value: string | null): EpochMs | null => (value === null ? null : (parseInstant(value) ?? null));

/** What both kinds of list tell in the same words. Without `region`: it is not told. */
const shared = (
  project: string,
  service: Pick<
    ServiceBody & PagedServiceBody,
    'service_name' | 'service_type' | 'plan' | 'cloud_name' | 'state' | 'create_time'
  >,
  lineage: LineageBody | null,
  ownership: OwnershipBody | undefined,
  region?: string | null,
) => {
  const owner = ownership?.owner;
  const [name, type, cloud] = [service.service_name, service.service_type, service.cloud_name];
  const { plan, state } = service;
  const from = lineage === null ? null : { project: lineage.source_project, service: lineage.source_service };
  const filterable = filterableOf(
    {
      ...{ project, service: name, type, plan, cloud },
      ...(from === null ? {} : { source: serviceKey(from) }),
      ...(owner ? { owner } : {}),
    },
    { state, region },
  );
  return {
    ...{ project, name, type, plan, cloud, state, filterable },
    createdAt: instant(service.create_time) ?? 0,
    source: from === null || lineage === null ? null : { ...from, at: instant(lineage.recovery_point) ?? 0 },
    region: region ?? null,
  };
};

const readRow = (read: PagedServiceBody): Row => ({
  ...shared(read.project, read, read.forked_from, read.ownership, read.backup_region.cloud),
  percent: read.progress_percent,
  phase: read.progress_phase,
  replicaOf: read.replica_of,
  windows: read.windows.map(({ role, earliest, latest }) => ({
    role,
    earliest: instant(earliest),
    latest: instant(latest),
  })),
  newestBackupAt: instant(read.newest_backup_at),
  backupCount: read.backup_count,
});
