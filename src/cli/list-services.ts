import {
  RequestRefusedError,
  type LineageBody,
  type PagedServiceBody,
  type RegistryClient,
  type ServiceBody,
} from '../api';
import { serviceKey } from '../domain';

/** A service in a list, as a page of ours shows it or the one list of the vendor. */
export interface ListedService {
  readonly row: PagedServiceBody | ServiceBody;
  /** All of it, when that was asked for. */
  readonly service: ServiceBody | undefined;
  readonly progress: Pick<PagedServiceBody, 'progress_percent' | 'progress_phase'> | undefined;
  /** The registry's clock; undefined: it does not tell. */
  readonly now: string | undefined;
  /** What it was forked from; undefined: it is no fork. */
  readonly source: string | undefined;
  readonly replicaOf: string | null | undefined;
  /** The second backup region; null: none; undefined: the registry does not tell. */
  readonly region: string | null | undefined;
  readonly ownership: PagedServiceBody['ownership'] | undefined;
}

/**
 * The services of a project by name, a page at a time. The vendor has no pages: its list is one.
 */
export async function* servicePages(
  client: RegistryClient,
  project: string,
  { type, whole }: { readonly type: string | undefined; readonly whole: boolean },
): AsyncIterable<readonly ListedService[]> {
  const isWanted = ({ row }: ListedService): boolean => type === undefined || row.service_type === type;
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { project, ...(whole ? { whole: 'true' as const } : {}), ...(cursor ? { cursor } : {}) };
    const page = await askPage(client, query);
    if (page === undefined) {
      yield (await client.listServices(project)).map(listed).filter(isWanted);
      return;
    }
    yield page.services.map((service) => fromPage(service, page.now)).filter(isWanted);
    cursor = page.next;
  }
}

/** Undefined: the registry has no pages. */
const askPage = async (client: RegistryClient, query: Parameters<typeof client.servicePage>[0]) => {
  try {
    return await client.servicePage(query);
  } catch (error) {
    if (error instanceof RequestRefusedError && error.status === 404 && error.refusalCode !== 'project_not_found')
      return undefined;
    throw error;
  }
};

const fromPage = (row: PagedServiceBody, now: string): ListedService => ({
  row,
  service: row.service,
  progress: row,
  now,
  source: row.forked_from === null ? undefined : sourceKey(row.forked_from),
  replicaOf: row.replica_of,
  region: row.backup_region.cloud,
  ownership: row.ownership,
});

const listed = (row: ServiceBody): ListedService => {
  const { forkcast, user_config: settings } = row;
  const asked = settings['service_to_fork_from'];
  const named = typeof asked === 'string' && asked !== '' ? asked : undefined;
  return {
    row,
    service: row,
    progress: forkcast,
    now: forkcast?.now,
    source: forkcast?.lineage ? sourceKey(forkcast.lineage) : named,
    replicaOf: forkcast?.replica_of,
    region: undefined,
    ownership: forkcast?.ownership,
  };
};

const sourceKey = ({ source_project: project, source_service: service }: LineageBody): string =>
  serviceKey({ project, service });
