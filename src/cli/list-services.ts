import { RequestRefusedError, type PagedServiceBody, type RegistryClient, type ServiceBody } from '../api';

/** A service in a list; `service`: all of it, when that was asked for. */
export type ListedService = Pick<
  PagedServiceBody,
  | 'service_name'
  | 'service_type'
  | 'state'
  | 'progress_percent'
  | 'progress_phase'
  | 'plan'
  | 'cloud_name'
  | 'create_time'
  | 'replica_of'
> & {
  /** The registry's clock; undefined: it does not tell. */
  readonly now: string | undefined;
  /** What it was forked from; undefined: it is no fork. */
  readonly source: string | undefined;
  readonly ownership: PagedServiceBody['ownership'] | undefined;
  readonly service?: ServiceBody | undefined;
};

/**
 * The services of a project by name, a page at a time. The vendor has no pages: its list is one.
 */
export async function* servicePages(
  client: RegistryClient,
  project: string,
  { type, whole }: { readonly type: string | undefined; readonly whole: boolean },
): AsyncIterable<readonly ListedService[]> {
  const isWanted = ({ service_type: name }: ListedService): boolean => type === undefined || name === type;
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

const fromPage = ({ forked_from: fork, ...service }: PagedServiceBody, now: string): ListedService => ({
  ...service,
  now,
  source: fork === null ? undefined : `${fork.source_project}/${fork.source_service}`,
  ownership: service.ownership,
});

const listed = (service: ServiceBody): ListedService => {
  const { forkcast, user_config: settings } = service;
  const asked = settings['service_to_fork_from'];
  const lineage = forkcast?.lineage;
  const named = typeof asked === 'string' && asked !== '' ? asked : undefined;
  return {
    service_name: service.service_name,
    service_type: service.service_type,
    state: service.state,
    plan: service.plan,
    cloud_name: service.cloud_name,
    create_time: service.create_time,
    progress_percent: forkcast?.progress_percent ?? null,
    progress_phase: forkcast?.progress_phase ?? null,
    replica_of: forkcast?.replica_of ?? null,
    now: forkcast?.now,
    source: lineage ? `${lineage.source_project}/${lineage.source_service}` : named,
    ownership: forkcast?.ownership,
    service,
  };
};
