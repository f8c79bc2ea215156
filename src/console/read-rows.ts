import type { LineageBody, OwnershipBody, PagedServiceBody, RegistryClient, ServiceBody } from '../api';
import { parseInstant, type EpochMs } from '../domain';
import type { Row } from './filter/row';

/** Pages of the list that are read at most: as many as 50,000 services take. */
const mostPages = 100;

/** Reads every service that the token reaches, page by page; what has come so far is told after each page. */
export const readRows = async (
  client: RegistryClient,
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
export const readRowsPlainly = async (client: RegistryClient): Promise<readonly Row[]> => {
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
        const newest = service.backups.at(-1)?.backup_time;
        return finish({
          ...shared(service, extension?.lineage ?? null, extension?.ownership),
          project,
          percent: extension?.progress_percent ?? null,
          phase: extension?.progress_phase ?? null,
          replicaOf: extension?.replica_of ?? null,
          region: { cloud: null, status: 'unknown', lagSeconds: null },
          windows: [],
          newestBackupAt: instant(newest ?? null),
          backupCount: service.backups.length,
        });
      });
    }),
  );
  return lists.flat();
};

const instant = (value: string | null): EpochMs | null => (value === null ? null : (parseInstant(value) ?? null));

const finish = (row: Omit<Row, 'words'>): Row => {
  const { project, name, type, plan, cloud, state, source, heldBy, region } = row;
  const from = source === null ? '' : `${source.project}/${source.service}`;
  return {
    ...row,
    words:
      `${project}/${name} ${type} ${plan} ${cloud} ${state} ${from} ${heldBy ?? ''} ${region.cloud ?? ''}`.toLowerCase(),
  };
};

/** What both kinds of list tell in the same words. */
const shared = (
  service: Pick<
    ServiceBody & PagedServiceBody,
    'service_name' | 'service_type' | 'plan' | 'cloud_name' | 'state' | 'create_time'
  >,
  lineage: LineageBody | null,
  ownership: OwnershipBody | undefined,
) => {
  const owner = ownership?.owner;
  return {
    name: service.service_name,
    type: service.service_type,
    plan: service.plan,
    cloud: service.cloud_name,
    state: service.state,
    createdAt: instant(service.create_time) ?? 0,
    source:
      lineage === null
        ? null
        : {
            project: lineage.source_project,
            service: lineage.source_service,
            at: instant(lineage.recovery_point) ?? 0,
          },
    heldBy: owner === undefined || owner === null ? null : `${owner.stack} ${owner.path}`,
  };
};

const readRow = (read: PagedServiceBody): Row => {
  const { forked_from: from, ownership, backup_region: region } = read;
  return finish({
    ...shared(read, from, ownership),
    project: read.project,
    percent: read.progress_percent,
    phase: read.progress_phase,
    replicaOf: read.replica_of,
    region: { cloud: region.cloud, status: region.status, lagSeconds: region.lag_seconds },
    windows: read.windows.map(({ role, earliest, latest }) => ({
      role,
      earliest: instant(earliest),
      latest: instant(latest),
    })),
    newestBackupAt: instant(read.newest_backup_at),
    backupCount: read.backup_count,
  });
};
