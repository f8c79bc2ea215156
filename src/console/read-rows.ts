import type { PagedServiceBody, ServiceBody } from '../api';
import { filterableOf, given, parseInstant, serviceKey } from '../domain';
import type { PageClient } from './client';
import type { Row } from './list/row';

/** Pages of the list that are read at most: as many as 50,000 services take. */
const mostPages = 100;

/**
 * Reads every service that the token reaches, page by page; what has come so far is told after each page. The pages after the first are
 * asked for when it is `drawn`: work on them would hold up that picture.
 */
export const readRows = async (
  client: PageClient,
  told: (rows: readonly Row[], whole: boolean) => void,
  drawn: () => Promise<void>,
): Promise<void> => {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const limit = count === 0 ? '100' : '500';
    const answer = await client.servicePage({ limit, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...answer.services.map((service) => readRow(service, service.backup_region.cloud)));
    told([...rows], answer.next === null);
    if (answer.next === null) return;
    cursor = answer.next;
    if (count === 0) await drawn();
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
      return services.map((service) => readRow(pageService(project, service)));
    }),
  );
  return lists.flat();
};

/** A service as a page would show it; what only pages tell is as where there is none. */
const pageService = (project: string, service: ServiceBody): PagedServiceBody => {
  const { service_name, service_type, plan, cloud_name, state, create_time, termination_protection } = service;
  const { backups, forkcast: extension } = service;
  return {
    ...{ project, service_name, service_type, plan, cloud_name, state, create_time, termination_protection },
    progress_percent: extension?.progress_percent ?? null,
    progress_phase: extension?.progress_phase ?? null,
    incarnation: extension?.incarnation ?? 1,
    forked_from: extension?.lineage ?? null,
    replica_of: extension?.replica_of ?? null,
    ...given({ ownership: extension?.ownership }),
    windows: [],
    newest_backup_at: backups.at(-1)?.backup_time ?? null,
    backup_count: backups.length,
    backup_region: { cloud: null, status: 'none', pause_reason: null, lag_seconds: null },
  };
};

/** Without `region`, which is null where there is none: it is not told. */
const readRow = (service: PagedServiceBody, region?: string | null): Row => {
  const { project, service_name, service_type, plan, cloud_name, state, forked_from, ownership } = service;
  const source =
    forked_from === null
      ? undefined
      : serviceKey({ project: forked_from.source_project, service: forked_from.source_service });
  const filterable = filterableOf(
    { project, service: service_name },
    { type: service_type, plan, cloud: cloud_name, ...given({ source, owner: ownership?.owner ?? undefined }) },
    { state, region },
  );
  const newest = service.newest_backup_at;
  return {
    service,
    createdAt: parseInstant(service.create_time) ?? 0,
    newestBackupAt: newest === null ? null : (parseInstant(newest) ?? null),
    filterable,
  };
};
