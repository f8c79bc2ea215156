import * as z from 'zod/mini';
import type { RegistryClient } from '../api';
import { once, parseInstant, type EpochMs } from '../domain';
import type { Row } from './filter/row';
import { read, withQuery } from './registry';

const text = z.string();
const maybeText = z.nullable(text);

const row = once(() =>
  z.object({
    project: text,
    service_name: text,
    service_type: text,
    plan: text,
    cloud_name: text,
    state: text,
    progress_percent: z.nullable(z.number()),
    progress_phase: maybeText,
    create_time: text,
    forked_from: z.nullable(z.object({ source_project: text, source_service: text, recovery_point: text })),
    replica_of: maybeText,
    ownership: z.optional(z.object({ owner: z.nullable(z.object({ stack: text, path: text })) })),
    windows: z.array(z.object({ role: text, earliest: maybeText, latest: maybeText })),
    newest_backup_at: maybeText,
    backup_count: z.number(),
    backup_region: z.object({ cloud: maybeText, status: text, lag_seconds: z.nullable(z.number()) }),
  }),
);

const page = once(() => z.object({ now: text, services: z.array(row()), next: maybeText }));

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
    const path = withQuery('/v1/forkcast/service', { limit: count === 0 ? '100' : '500', cursor });
    const answer = await read(page(), path, client.call('GET', path));
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
        const owner = extension?.ownership?.owner;
        const lineage = extension?.lineage ?? null;
        const newest = service.backups.at(-1)?.backup_time;
        return finish({
          project,
          name: service.service_name,
          type: service.service_type,
          plan: service.plan,
          cloud: service.cloud_name,
          state: service.state,
          percent: extension?.progress_percent ?? null,
          phase: extension?.progress_phase ?? null,
          createdAt: instant(service.create_time) ?? 0,
          source:
            lineage === null
              ? null
              : {
                  project: lineage.source_project,
                  service: lineage.source_service,
                  at: instant(lineage.recovery_point) ?? 0,
                },
          replicaOf: extension?.replica_of ?? null,
          heldBy: owner === undefined || owner === null ? null : `${owner.stack} ${owner.path}`,
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

const readRow = (read: z.infer<ReturnType<typeof row>>): Row => {
  const { forked_from: from, ownership, backup_region: region } = read;
  const owner = ownership?.owner;
  return finish({
    project: read.project,
    name: read.service_name,
    type: read.service_type,
    plan: read.plan,
    cloud: read.cloud_name,
    state: read.state,
    percent: read.progress_percent,
    phase: read.progress_phase,
    createdAt: instant(read.create_time) ?? 0,
    source:
      from === null
        ? null
        : { project: from.source_project, service: from.source_service, at: instant(from.recovery_point) ?? 0 },
    replicaOf: read.replica_of,
    heldBy: owner === undefined || owner === null ? null : `${owner.stack} ${owner.path}`,
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
