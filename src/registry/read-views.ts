import { BugError, serviceKey } from '../domain';
import type { EpochMs, ServiceId } from '../domain';
import type { IntegrationRecord } from './events';
import type { DatedRecord, EndpointRecord, PlainKind, PlainRecord } from './records';
import type { ProjectState, RegistryState, ServiceState } from './state';
import { decodeOwn } from './store/codec';
import type { StoreReader } from './store/event-store';

/** Keys of the views: small documents, kept in step with the log in the same transaction. */
export const viewKeys = {
  registry: 'registry',
  project: (name: string) => `project/${name}`,
  projects: 'project/',
  /** The newest service of this name, live or terminated. */
  service: (id: ServiceId) => `service/${serviceKey(id)}`,
  servicesOf: (project: string) => `service/${project}/`,
  services: 'service/',
  /** A mark for each live service, so that they can be counted without reading them. */
  live: (id: ServiceId) => `live/${serviceKey(id)}`,
  lives: 'live/',
  livesOf: (project: string) => `live/${project}/`,
  integration: (id: string) => `integration/${id}`,
  integrations: 'integration/',
  endpoint: ({ project, id }: { readonly project: string; readonly id: string }) => `endpoint/${project}/${id}`,
  endpointsOf: (project: string) => `endpoint/${project}/`,
  /** `scope`: a project, or nothing for what belongs to none. */
  record: (scope: string, { kind, id }: Pick<PlainRecord, 'kind' | 'id'>) => `plain/${scope}/${kind}/${id}`,
  recordsOf: (scope: string, kind: PlainKind) => `plain/${scope}/${kind}/`,
  recordsIn: (scope: string) => `plain/${scope}/`,
  /** When each service that is powered off is removed. The mark of no service tells that there are marks: a file of 0.1.0 has none. */
  removal: (id: ServiceId) => `off/${serviceKey(id)}`,
  removals: 'off/',
  /** What a page is chosen by, for each live service. */
  indexed: (id: ServiceId) => `index/${serviceKey(id)}`,
  index: 'index/',
  indexOf: (project: string) => `index/${project}/`,
  /** The same services by creation. The mark of no service tells that there is an index: a file of 0.1.0 has none. */
  created: ({ createdAt, project, service }: ServiceId & { readonly createdAt: EpochMs }) =>
    `made/${project}/${String(createdAt).padStart(15, '0')}/${service}`,
  createdIn: (project: string) => `made/${project}/`,
  createds: 'made/',
  /** Every fork that ever was made of a service, oldest first; kept as long as there is an index. */
  fork: ({ source, instance, at }: { readonly source: string; readonly instance: string; readonly at: EpochMs }) =>
    `fork/${source}/${String(at).padStart(15, '0')}/${instance}`,
  forksOf: (source: string) => `fork/${source}/`,
  forks: 'fork/',
  /** Names of an organization's live services on free plans. */
  free: (organization: string, type: string) => `free/${organization}/${type}`,
} as const;

/** A view of a kind; undefined: there is none. */
export const findView = <T>(reader: StoreReader, key: string): T | undefined => found<T>(reader.view(key));

const found = <T>(body: string | undefined): T | undefined => (body === undefined ? undefined : decodeOwn<T>(body));

/** The registry's own state; undefined: the store was never initialized. */
export const findRegistry = (reader: StoreReader): RegistryState | undefined => {
  const body = reader.view(viewKeys.registry);
  if (body === undefined) return undefined;
  if (newest?.body !== body) newest = { body, state: decodeOwn(body) };
  return newest.state;
};

/** Every command and every answer begins with the same state, which seldom changes: to decode it again is 1.5 % of a create. */
let newest: { readonly body: string; readonly state: RegistryState } | undefined;

/** The registry's own state. @throws BugError when the store was never initialized. */
export const readRegistry = (reader: StoreReader): RegistryState => {
  const state = findRegistry(reader);
  if (state === undefined) throw new BugError('The store holds no initialized registry.');
  return state;
};

/** One project. */
export const readProject = (reader: StoreReader, name: string): ProjectState | undefined =>
  found(reader.view(viewKeys.project(name)));

/** All projects, by name. */
export const readProjects = (reader: StoreReader): readonly ProjectState[] =>
  reader.views(viewKeys.projects).map(({ body }) => decodeOwn<ProjectState>(body));

/** The newest service of this name, live or terminated. */
export const readService = (reader: StoreReader, id: ServiceId): ServiceState | undefined =>
  found(reader.view(viewKeys.service(id)));

/** The newest service of each name under a prefix of keys, live or terminated. */
export const readServices = (reader: StoreReader, prefix: string): readonly ServiceState[] =>
  reader.views(prefix).map(({ body }) => decodeOwn<ServiceState>(body));

/** A live integration. */
export const readIntegration = (reader: StoreReader, id: string): IntegrationRecord | undefined =>
  found(reader.view(viewKeys.integration(id)));

/** Every live integration of the registry. */
export const readIntegrations = (reader: StoreReader): readonly IntegrationRecord[] =>
  reader.views(viewKeys.integrations).map(({ body }) => decodeOwn<IntegrationRecord>(body));

/** The integration endpoints of a project, by name. */
export const readEndpoints = (reader: StoreReader, project: string): readonly EndpointRecord[] =>
  reader
    .views(viewKeys.endpointsOf(project))
    .map(({ body }) => decodeOwn<EndpointRecord>(body))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** What the registry keeps plainly in a scope, of one kind or of all, by id. */
export const readRecords = (reader: StoreReader, scope: string, kind?: PlainKind): readonly DatedRecord[] =>
  reader
    .views(kind === undefined ? viewKeys.recordsIn(scope) : viewKeys.recordsOf(scope, kind))
    .map(({ body }) => decodeOwn<DatedRecord>(body));

/** Keys (`project/service`) of an organization's live services of a type on free plans. */
export const readFreeServices = (reader: StoreReader, organization: string, type: string): readonly string[] =>
  found(reader.view(viewKeys.free(organization, type))) ?? [];

/** Names of the live services of a project. */
export const readLiveNames = (reader: StoreReader, project: string): readonly string[] =>
  reader.views(viewKeys.livesOf(project)).map(({ key }) => key.slice(viewKeys.livesOf(project).length));
