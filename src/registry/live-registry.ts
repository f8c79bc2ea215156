import { once, type Catalogue, type Clock, type EpochMs, type JsonObject, type ServiceId } from '../domain';
import { amendedCatalogue } from './amended-catalogue';
import { registryClock, type RegistryClock } from './clock';
import { contentsAt, heldAt, locateSource } from './contents';
import { executeIn } from './execute';
import { lagReportAt, serviceDetailAt, sizeReportAt } from './describe-service';
import { instanceKey } from './events';
import { factsAt } from './facts';
import { lineageChain } from './lineage';
import { lookAsMaker } from './maker-look';
import type { SignsOfLife } from './ownership';
import { previewAt } from './preview';
import { readProjectLog, readServiceLog } from './read-log';
import {
  readEndpoints,
  readIntegration,
  readProject,
  readProjects,
  readRegistry,
  readService,
  readServices,
  viewKeys,
} from './read-views';
import { parseEnd } from './reference';
import type { Contents, Registry, RegistryStatus, ServiceDetail } from './registry';
import { settledAt, type Settled } from './removal';
import { backupViewAt } from './schedule/locations';
import { isDown } from './state';
import type { ServiceState } from './state';
import type { EventStore, StoreReader, StoreWriter } from './store/event-store';

/** What a live registry stands on. */
interface Foundation {
  readonly store: EventStore;
  readonly wallClock: Clock;
  readonly origin: string;
  readonly catalogue: Catalogue;
}

/** The same, with the registry's clock on the one on the wall. */
interface Ground extends Foundation {
  readonly clock: RegistryClock;
}

/** One consistent view of the registry: everything that a read needs. */
interface Moment extends SignsOfLife, Settled {
  readonly catalogue: Catalogue;
  readonly now: EpochMs;
}

/** Digests of forks that this process keeps; the oldest leave first. */
const mostDigests = 10_000;

/** The registry on an initialized store. */
export const registryOn = (given: Foundation): Registry => {
  const foundation: Ground = { ...given, clock: registryClock(given.wallClock) };
  const { store, origin } = foundation;
  const look = lookerOn(foundation);
  const digests = new Map<string, string>();
  const detail = (moment: Moment, state: ServiceState): ServiceDetail => {
    const type = moment.catalogue.serviceTypes.get(state.type);
    return serviceDetailAt(moment, state, type, moment.now, {
      forkDigest: findForkDigest(moment, state, digests),
      integrationSettings: readSettings(moment.reader, state),
      peerTypes: readPeerTypes(moment.reader, state),
      held: heldAt(moment.reader, state, moment.now),
    });
  };
  const ofService = <T>(id: ServiceId, read: (moment: Moment, state: ServiceState) => T): T | undefined =>
    look((moment) => {
      const state = readService(moment.reader, id);
      return state === undefined || state.terminatedAt !== null ? undefined : read(moment, state);
    });
  const backupsOf = ({ registry, catalogue, now }: Moment, state: ServiceState) =>
    backupViewAt(registry, state, catalogue.serviceTypes.get(state.type), now);
  const write = <T>(work: (writer: StoreWriter) => T): T => foundation.clock.writing(() => store.write(work));
  return {
    execute: (command) => write((writer) => executeIn(writer, foundation, command)),
    executeAll: (commands) => write((writer) => commands.map((command) => executeIn(writer, foundation, command))),
    lookAsMaker: (look) => write((writer) => lookAsMaker(writer, foundation, look)),
    together: (work) => write(() => work()),
    probe: () => write((writer) => writer.putNote('probe', String(given.wallClock.now()))),
    preview: (command) => look((moment) => previewAt(moment.reader, foundation, command)),
    moment: makeMoments(foundation),
    tokens: () => look(({ registry }) => registry.tokens ?? []),
    clock: () => look(({ registry, now }) => ({ now, mode: registry.clock.mode })),
    status: () => look(describeStatus),
    catalogue: () => look((moment) => moment.catalogue),
    projects: () => look(({ reader }) => readProjects(reader)),
    findService: (id) => ofService(id, (moment, state) => untilNextRemoval(moment, detail(moment, state))),
    services: (project) =>
      look((moment) =>
        readProject(moment.reader, project) === undefined
          ? undefined
          : readServices(moment.reader, viewKeys.servicesOf(project))
              .filter(({ terminatedAt }) => terminatedAt === null)
              .map((state) => detail(moment, state)),
      ),
    contents: (id, at) => ofService(id, (moment, state) => readContents(moment, state, at ?? moment.now)),
    lineage: (id) => ofService(id, ({ reader }, state) => lineageChain(reader, state)),
    backups: (id) => ofService(id, (moment, state) => backupsOf(moment, state).backups),
    backupRegion: (id) => ofService(id, (moment, state) => backupsOf(moment, state).region),
    lagReport: (id, period) =>
      ofService(id, ({ registry, catalogue, now }, state) =>
        lagReportAt(registry, state, catalogue.serviceTypes.get(state.type), { period, now }),
      ),
    sizeReport: (id, period) => ofService(id, ({ now }, state) => sizeReportAt(state, period, now)),
    endpoints: (project) => look(({ reader }) => readEndpoints(reader, project)),
    projectLog: (project, page) => look(({ reader }) => readProjectLog(reader, project, page)),
    serviceLog: (id, page) => ofService(id, ({ reader }, state) => readServiceLog(reader, state, page)),
    facts: (only) => look((moment) => factsAt(moment.reader, { ...moment, origin, only })),
    close: () => store.close(),
  };
};

const lookerOn =
  ({ store, clock, catalogue }: Ground) =>
  <T>(work: (moment: Moment) => T): T =>
    store.read((stored) => {
      const registry = readRegistry(stored);
      const wallNow = clock.wallNow();
      const now = clock.now(registry.clock, wallNow, stored.newestAt());
      const settled = settledAt(stored, now);
      return work({
        get reader() {
          return settled().reader;
        },
        get nextRemovalAt() {
          return settled().nextRemovalAt;
        },
        registry,
        catalogue: amendedCatalogue(catalogue, registry),
        now,
        wallNow,
        signOf: (instance) => stored.sign(instance),
      });
    });

const readPeerTypes = (
  reader: StoreReader,
  { project, integrations }: ServiceState,
): Readonly<Record<string, string>> => {
  const endpoints = once(() => readEndpoints(reader, project));
  return Object.fromEntries(
    integrations.flatMap(({ id, peer }) => {
      const end = parseEnd(peer);
      const type =
        end.kind === 'service'
          ? readService(reader, end)?.type
          : endpoints().find(({ name }) => name === end.name)?.endpointType;
      return type === undefined ? [] : [[id, type] as const];
    }),
  );
};

/** Another service may be its peer: what is told of it ends there too. */
const untilNextRemoval = ({ nextRemovalAt }: Moment, detail: ServiceDetail): ServiceDetail => ({
  ...detail,
  steadyUntil: Math.min(detail.steadyUntil, nextRemovalAt),
});

const readSettings = (reader: StoreReader, { integrations }: ServiceState): Readonly<Record<string, JsonObject>> =>
  Object.fromEntries(integrations.map(({ id }) => [id, readIntegration(reader, id)?.userConfig ?? {}]));

/** What a server needs at every request: read again only after a change, which any process may have made. */
const makeMoments = ({ store, clock }: Ground): Registry['moment'] => {
  const read = () =>
    store.read((reader) => {
      const registry = readRegistry(reader);
      return { version: reader.eventCount(), registry, newestAt: reader.newestAt() };
    });
  let known: ReturnType<typeof read> | undefined;
  return () => {
    if (known?.version !== store.eventCount()) known = read();
    const { version, registry, newestAt } = known;
    return { version, now: clock.now(registry.clock, clock.wallNow(), newestAt), tokens: registry.tokens ?? [] };
  };
};

const readContents = (moment: Moment, state: ServiceState, at: EpochMs): Contents | undefined =>
  contentsAt(
    moment.reader,
    { instance: instanceKey(state), untilAt: at, untilVersion: Number.MAX_SAFE_INTEGER },
    { seed: moment.registry.seed, type: moment.catalogue.serviceTypes.get(state.type) },
  );

const findForkDigest = (moment: Moment, state: ServiceState, digests: Map<string, string>): string | null => {
  if (state.fork === null) return null;
  const key = instanceKey(state);
  const known = digests.get(key);
  if (known !== undefined) return known;
  const contents = contentsAt(moment.reader, locateSource(state.fork), {
    seed: moment.registry.seed,
    type: moment.catalogue.serviceTypes.get(state.type),
  });
  const oldest = digests.size >= mostDigests ? digests.keys().next().value : undefined;
  if (oldest !== undefined) digests.delete(oldest);
  if (contents !== undefined) digests.set(key, contents.dataDigest);
  return contents?.dataDigest ?? null;
};

const describeStatus = ({ reader, registry, now }: Moment): RegistryStatus => ({
  now,
  clock: registry.clock.mode,
  profile: registry.profile,
  ...(registry.recoveryDefault === undefined ? {} : { recoveryDefault: registry.recoveryDefault }),
  seed: registry.seed,
  organizations: registry.organizations,
  projects: reader.countViews(viewKeys.projects),
  services: reader.countViews(viewKeys.lives),
  events: reader.eventCount(),
  outages: Object.keys(registry.outages)
    .filter((cloud) => isDown(registry, cloud))
    .sort(),
});
