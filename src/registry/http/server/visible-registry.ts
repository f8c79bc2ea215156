import type { DatedRecord } from '../../records';
import type { JsonObject, ManifestEntry, Refusal } from '../../../domain';
import type { Descendant, HistoryEntry } from '../../lives';
import type { ServiceState } from '../../state';
import type { Command, CreateService, IntegrationSpec } from '../../commands';
import { parseEnd } from '../../reference';
import type { Outcome, Preview, Registry, ServiceDetail } from '../../registry';
import { mapParts } from './unfold';
import type { OwnAccount } from '../../own-facts';

/**
 * A registry as the holder of a token of some projects sees it: what is in another project does not exist, whether it does or not, so
 * that no answer tells its names. Paths into other projects are refused before.
 */
export const visibleRegistry = (registry: Registry, projects: readonly string[]): Registry => {
  const sees = (project: string | undefined): boolean => project === undefined || projects.includes(project);
  const execute = (command: Command): Outcome => {
    const refusal = refuseUnseen(command, sees);
    return refusal === undefined ? unnamed(registry.execute(command), sees) : { kind: 'refused', refusal };
  };
  const seesRecord = ({ kind, id, value }: DatedRecord): boolean =>
    kind === 'account'
      ? registry.projects().some(({ name, organization }) => sees(name) && organization === id)
      : kind === 'upgrade_step' && seesEnds(value, sees);
  const seen = (detail: ServiceDetail): ServiceDetail => ({ ...detail, manifest: seenManifest(detail.manifest, sees) });
  return {
    ...registry,
    execute,
    executeAll: (commands) => commands.map(execute),
    preview: (command) => {
      const refusal = refuseUnseen(command, sees);
      if (refusal !== undefined) return { kind: 'refused', refusal };
      const preview = unnamed(registry.preview(command), sees);
      return preview.kind === 'refused' ? preview : { ...preview, service: seen(preview.service) };
    },
    projects: () => registry.projects().filter(({ name }) => sees(name)),
    findService: (id) => {
      const detail = sees(id.project) ? registry.findService(id) : undefined;
      return detail && seen(detail);
    },
    services: (project) => (sees(project) ? registry.services(project)?.map(seen) : undefined),
    servicesAfter: (project, ...rest) => (sees(project) ? registry.servicesAfter(project, ...rest).map(seen) : []),
    servicePage: (query) => registry.servicePage({ ...query, projects: (query.projects ?? projects).filter(sees) }),
    lineage: (id) => {
      const chain = registry.lineage(id);
      const end = chain?.findIndex(({ sourceProject }) => !sees(sourceProject)) ?? -1;
      return end < 0 ? chain : chain?.slice(0, end);
    },
    instance: (id) => (sees(id.project) ? seenInstance(registry.instance(id), sees) : undefined),
    descendants: (id) => (sees(id.project) ? seenDescendants(registry.descendants(id), sees) : undefined),
    ended: (project, query) => {
      const { services, next } = registry.ended(project, query);
      return { services: services.flatMap((life) => seenInstance(life, sees) ?? []), next };
    },
    history: (id) => (sees(id.project) ? registry.history(id)?.map((entry) => seenEntry(entry, sees)) : undefined),
    lagOver: (id, query) => (sees(id.project) ? registry.lagOver(id, query) : undefined),
    changes: (since, limit) => {
      const changes = registry.changes(since, limit);
      return {
        ...changes,
        services: changes.services.filter(({ project }) => sees(project)),
        projects: changes.projects.filter(sees),
      };
    },
    factsInParts: () => mapParts(registry.factsInParts(), (part) => seenFacts(part, sees)),
    facts: (only) => seenFacts(registry.facts(only?.filter(({ project }) => sees(project))), sees),
    records: (scope, kind) =>
      sees(scope === '' ? undefined : scope)
        ? registry.records(scope, kind).filter((record) => scope !== '' || seesRecord(record))
        : [],
    status: () => ({ ...registry.status(), organizations: [] }),
  };
};

/** A service tells of itself what it tells by its own path. */
const seenFacts = (facts: OwnAccount, sees: Sees): OwnAccount => {
  const seen = <T>(all: ReadonlyMap<string, T>, projectOf: (one: T) => string): ReadonlyMap<string, T> =>
    new Map([...all].filter(([, one]) => sees(projectOf(one))));
  return {
    ...facts,
    projects: seen(facts.projects, ({ name }) => name),
    services: seen(facts.services, ({ project }) => project),
    terminated: seen(facts.terminated, ({ project }) => project),
    partial: true,
  };
};

/** Where it came from, and what it follows, is told of what is seen. */
const seenInstance = (life: ServiceState | undefined, sees: Sees): ServiceState | undefined =>
  life && {
    ...life,
    manifest: seenManifest(life.manifest, sees),
    fork: sees(life.fork?.sourceProject) ? life.fork : null,
    replicaOf: sees(life.replicaOf?.project) ? life.replicaOf : null,
  };

const seenEntry = (entry: HistoryEntry, sees: Sees): HistoryEntry =>
  entry.kind === 'created' && !sees(entry.lineage?.sourceProject) ? { ...entry, lineage: null } : entry;

/** What is not seen is left out with all that came of it, as a lineage ends there. */
const seenDescendants = (all: readonly Descendant[] | undefined, sees: Sees): readonly Descendant[] | undefined => {
  let hiddenFrom = Infinity;
  return all?.filter(({ project, depth }) => {
    if (depth <= hiddenFrom) hiddenFrom = sees(project) ? Infinity : depth;
    return depth < hiddenFrom;
  });
};

/** A step names services of two projects. */
const seesEnds = (value: JsonObject, sees: Sees): boolean =>
  [value['source_project_name'], value['destination_project_name']].every(
    (project) => typeof project === 'string' && sees(project),
  );

type Sees = (project: string | undefined) => boolean;

const refuseUnseen = (command: Command, sees: Sees): Refusal | undefined => {
  switch (command.type) {
    case 'CreateService':
      return (
        placeRefusal(command, sees) ??
        sourceRefusal(command, sees) ??
        integrationRefusal(command.integrations ?? [], sees)
      );
    case 'CreateIntegration':
      return integrationRefusal([command.integration], sees);
    default:
      return undefined;
  }
};

/** Only a preview asks for another project than that of its path. */
const placeRefusal = ({ project }: CreateService, sees: Sees): Refusal | undefined =>
  sees(project) ? undefined : { code: 'project_not_found', message: `Project ${project.slice(0, 80)} does not exist` };

/** The one refusal that names what is in another project of the organization. */
const unnamed = <Out extends Outcome | Preview>(out: Out, sees: Sees): Out => {
  if (out.kind !== 'refused' || out.refusal.code !== 'free_plan_limit') return out;
  const message = out.refusal.message.replace(/ already: ([^/ ]+)\/\S+\./u, (text, project: string) =>
    sees(project) ? text : ' already, in another project.',
  );
  return { ...out, refusal: { ...out.refusal, message } };
};

/** What a source was joined with is in its project, or not told. */
const seenManifest = (manifest: ServiceDetail['manifest'], sees: Sees): ServiceDetail['manifest'] => {
  const entry = ({ item, names }: ManifestEntry): ManifestEntry =>
    item === 'integrations' ? { item, names: names.map((name) => seenIntegration(name, sees)) } : { item, names };
  return manifest && { ...manifest, copied: manifest.copied.map(entry), notCopied: manifest.notCopied.map(entry) };
};

const seenIntegration = (name: string, sees: Sees): string => {
  const [type = '', peer = ''] = name.split(' ');
  const end = parseEnd(peer);
  return end.kind === 'service' && !sees(end.project) ? `${type} in another project` : name;
};

/** In the words of a source that does not exist. */
const sourceRefusal = ({ userConfig }: CreateService, sees: Sees): Refusal | undefined => {
  const project = userConfig.project_to_fork_from;
  if (typeof project !== 'string' || project === '' || sees(project)) return undefined;
  const message =
    `The service to fork from in project '${project.slice(0, 80)}' was not found. ` +
    'Check the name, and whether the token reaches that project.';
  return { code: 'fork_source_not_found', message };
};

const integrationRefusal = (specs: readonly IntegrationSpec[], sees: Sees): Refusal | undefined => {
  const hidden = specs
    .flatMap(({ sourceProject, destinationProject }) => [sourceProject, destinationProject])
    .find((project) => !sees(project));
  return hidden === undefined
    ? undefined
    : { code: 'project_not_found', message: `Project ${hidden.slice(0, 80)} does not exist` };
};
