import { given } from '../../domain';
import type { PagedServiceBody, RegistryReader } from '../../api';
import { reading } from '../data-sources/registry-data';
import type { Forkcast } from '../client';
import { type Listed, type ListResource, type ObjectValue, optional, string } from '../protocol';
import { noProject } from '../resources/project';
import { importedState } from '../resources/service-state';
import { toText } from '../values';

/** Most services on one page; with all that they are, the registry sends no more at once. */
const pageMax = 100;

/** Every live service of a project that a filter keeps, each with its source, its owner and what can be restored. */
export const listServices: ListResource<Forkcast> = {
  typeName: 'forkcast_service',
  schema: {
    description:
      'The live services of a project, for `terraform query` (1.14): each is named with its source where it is a fork, who holds it, ' +
      'and what can be restored.',
    attributes: {
      project: optional(string, "Project of the services. Default: the provider's `project`."),
      filter: optional(
        string,
        'Words that all occur, and `key:value,value` for type, plan, cloud, state, owner (id, stack or none) and forked (yes or ' +
          'no): `forked:yes owner:none`, the forks that nobody holds.',
      ),
    },
  },
  list: async (config, asked, call) => {
    const found: Listed[] = [];
    const { diagnostics } = await reading(config, call, async (registry) => {
      const project = toText(config['project']) ?? call.client.project;
      if (project === undefined) return { state: {}, diagnostics: [noProject] };
      for await (const one of pagesOf(registry, project, toText(config['filter']), asked)) found.push(one);
      return { state: {} };
    });
    return { found, ...(diagnostics === undefined ? {} : { diagnostics }) };
  },
};

async function* pagesOf(
  registry: RegistryReader,
  project: string,
  filter: string | undefined,
  { isWhole, limit }: Parameters<ListResource<Forkcast>['list']>[1],
): AsyncGenerator<Listed> {
  let cursor: string | undefined;
  let left = limit;
  do {
    const { services, next } = await registry.servicePage({
      project,
      sort: 'name',
      limit: String(Math.min(left, pageMax)),
      ...given({ filter, whole: isWhole ? ('true' as const) : undefined, cursor }),
    });
    for (const one of services) yield { object: objectOf(one), displayName: nameOf(one) };
    left -= services.length;
    cursor = next ?? undefined;
  } while (cursor !== undefined && left > 0);
}

/** What is known of a service: all that an import finds, or its name alone. */
const objectOf = ({ project, service_name, service }: PagedServiceBody): ObjectValue =>
  service === undefined
    ? { project, service_name }
    : { ...importedState({ project, service: service_name }, service).state, owner: null, service_uri: null };

const nameOf = (body: PagedServiceBody): string => {
  const { service_name, service_type, plan, cloud_name, forked_from: from, ownership, windows } = body;
  const holder = ownership?.owner;
  const [window] = windows.filter(({ earliest }) => earliest !== null);
  return [
    `${service_name}: ${service_type} ${plan} in ${cloud_name}`,
    ...(from === null
      ? []
      : [`fork of ${from.source_project}/${from.source_service} at ${from.recovery_point ?? 'a backup'}`]),
    holder ? `held by ${holder.stack} ${holder.path}` : 'held by nobody',
    ...(window === undefined ? [] : [`restorable ${window.earliest ?? ''} to ${window.latest ?? 'now'}`]),
  ].join(', ');
};
