import { once, type EpochMs, type ServiceId } from '../domain';
import { changesSince } from './changes';
import { registryClock } from './clock';
import { contentsSteps, heldAt, rowsAt } from './contents';
import { executeIn } from './execute';
import { lagReportAt, serviceDetailAt, sizeReportAt } from './describe-service';
import { instanceKey } from './events';
import { factsAt } from './facts';
import { keptServices } from './kept-services';
import { locateSource } from './ledger';
import { lifeReads } from './life-reads';
import { lookAsMaker } from './maker-look';
import { previewAt } from './preview';
import { readProjectLog, readServiceLog } from './read-log';
import {
  readEndpoints,
  readIntegration,
  readProject,
  readProjects,
  readRecords,
  readRegistry,
  readService,
  readServices,
  viewKeys,
} from './read-views';
import { parseEnd } from './reference';
import type { EndpointDetail, Registry, RegistryStatus, ServiceDetail } from './registry';
import { heldFacts, lookerOn, type RegistryContext, type RegistryPorts, type RegistryView } from './registry-view';
import { openSettings } from './secrets';
import { readServicesAfter } from './service-index';
import { servicePageAt } from './service-page';
import { checkedAfter, endOf } from './steps';
import { isDown } from './state';
import type { ServiceState } from './state';
import { wholeLog, type DataPoint, type StoreReader, type StoreWriter } from './store/event-store';

/** Digests of forks that this process keeps, since one of 10,000 events takes 50 ms; the oldest leave first. */
const mostDigests = 10_000;

/** The registry on an initialized store. */
export const registryOn = (given: RegistryPorts): Registry => {
  const context: RegistryContext = { ...given, clock: registryClock(given.wallClock) };
  const { store, origin } = context;
  const look = lookerOn(context);
  const detail = describerOf(new Map());
  const ofService = <T>(id: ServiceId, read: (view: RegistryView, state: ServiceState) => T): T | undefined =>
    look((view) => {
      const state = readService(view.reader, id);
      return state === undefined || state.terminatedAt !== null ? undefined : read(view, state);
    });
  const { head, forgetTurn } = makeHead(context);
  const write = <T>(work: (writer: StoreWriter) => T): T => {
    forgetTurn();
    return context.clock.writing(() => store.write(work));
  };
  return {
    execute: (command) => write((writer) => executeIn(writer, context, command)),
    executeAll: (commands) => write((writer) => commands.map((command) => executeIn(writer, context, command))),
    lookAsMaker: (look) => write((writer) => lookAsMaker(writer, context, look)),
    together: (work) => write(() => work()),
    probe: () => write((writer) => writer.putNote('probe', String(given.wallClock.now()))),
    preview: (command) => look((view) => previewAt(view.reader, context, command)),
    head,
    tokens: () => look(({ registry }) => registry.tokens ?? []),
    clock: () => look(({ registry, now }) => ({ now, mode: registry.clock.mode })),
    status: () => look(describeStatus),
    catalogue: () => look((view) => view.catalogue),
    projects: () => look(({ reader }) => readProjects(reader)),
    findService: (id) => ofService(id, (view, state) => untilNextRemoval(view, detail(view, state))),
    ...listReads(look, detail),
    ...contentsReads(look, ofService),
    ...lifeReads(look),
    changes: (since, limit) => store.read((reader) => changesSince(reader, since, limit)),
    lagReport: (id, period) =>
      ofService(id, ({ registry, catalogue, now }, state) =>
        lagReportAt(registry, state, catalogue.serviceTypes.get(state.type), { period, now }),
      ),
    sizeReport: (id, period) => ofService(id, ({ now }, state) => sizeReportAt(state, period, now)),
    integration: (id) => look(({ reader }) => readIntegration(reader, id)),
    endpoints: (project) => look((view) => openEndpoints(view, project)),
    records: (scope, kind) => look(({ reader }) => readRecords(reader, scope, kind)),
    projectLog: (project, page) => look(({ reader }) => readProjectLog(reader, project, page)),
    serviceLog: (id, page) => ofService(id, ({ reader }, state) => readServiceLog(reader, state, page)),
    facts: (only) => look((view) => factsAt(view.reader, { ...view, origin, only })),
    factsInParts: () => heldFacts(context),
    close: () => store.close(),
  };
};

/** Describes a service with all that only the log and the views know, keeping digests of forks. */
const describerOf =
  (digests: Map<string, string>) =>
  (view: RegistryView, state: ServiceState): ServiceDetail =>
    serviceDetailAt(view, state, {
      forkDigest: findForkDigest(view, state, digests),
      integrationSettings: readSettings(view, state),
      peerTypes: readPeerTypes(view.reader, state),
      held: heldAt(view.reader, state, view.now),
      vault: view.vault,
      passwords: view.passwords,
    });

const readPeerTypes = (
  reader: StoreReader,
  { project, integrations }: ServiceState,
): Readonly<Record<string, string>> => {
  if (integrations.length === 0) return {};
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
const untilNextRemoval = ({ nextRemovalAt }: RegistryView, detail: ServiceDetail): ServiceDetail => ({
  ...detail,
  steadyUntil: () => Math.min(detail.steadyUntil(), nextRemovalAt),
});

const openEndpoints = ({ reader, vault }: RegistryView, project: string): readonly EndpointDetail[] =>
  readEndpoints(reader, project).map(({ userConfig, ...endpoint }) => ({
    ...endpoint,
    settings: openSettings(vault, { kind: 'endpoint', type: endpoint.endpointType }, userConfig),
  }));

const readSettings = ({ reader, vault }: RegistryView, { integrations }: ServiceState) =>
  Object.fromEntries(
    integrations.map(({ id, type }) => [
      id,
      openSettings(vault, { kind: 'integration', type }, readIntegration(reader, id)?.userConfig ?? {}),
    ]),
  );

/**
 * What a server needs at every request: read again only after a change, which any process may have made. To read it takes as long as all
 * else of a kept answer.
 */
const makeHead = ({ store, clock }: RegistryContext): Pick<Registry, 'head'> & { readonly forgetTurn: () => void } => {
  const read = () =>
    store.read((reader) => {
      const registry = readRegistry(reader);
      return { version: reader.eventCount(), registry, newestAt: reader.newestAt() };
    });
  let known: ReturnType<typeof read> | undefined;
  let knownTurn: object | undefined;
  const refresh = (turn: object | undefined) => {
    if (known !== undefined && turn !== undefined && turn === knownTurn) return known;
    if (known?.version !== store.eventCount()) known = read();
    knownTurn = turn;
    return known;
  };
  return {
    head: (turn) => {
      const { version, registry, newestAt } = refresh(turn);
      return { version, now: clock.now(registry.clock, clock.wallNow(), newestAt), tokens: registry.tokens ?? [] };
    },
    /** Before something is written here: who asks after it is told of that, in the same turn too. */
    forgetTurn: () => (knownTurn = undefined),
  };
};

const listReads = (
  look: ReturnType<typeof lookerOn>,
  detail: ReturnType<typeof describerOf>,
  kept = keptServices(),
): Pick<Registry, 'services' | 'servicesAfter' | 'servicePage'> => ({
  services: (project) =>
    look((view) =>
      readProject(view.reader, project) === undefined
        ? undefined
        : readServices(view.reader, viewKeys.servicesOf(project))
            .filter(({ terminatedAt }) => terminatedAt === null)
            .map((state) => detail(view, state)),
    ),
  servicesAfter: (project, after, limit) =>
    look((view) => readServicesAfter(view.reader, project, after, limit).map((state) => detail(view, state))),
  servicePage: (query) => look((view) => servicePageAt(view, kept, query)),
});

type OfService = <T>(id: ServiceId, read: (view: RegistryView, state: ServiceState) => T) => T | undefined;

const contentsReads = (
  look: ReturnType<typeof lookerOn>,
  ofService: OfService,
): Pick<Registry, 'contents' | 'contentsSteps' | 'rows'> => ({
  contents: (id, at) => ofService(id, (view, state) => endOf(beginContents(view, state, at))),
  contentsSteps: (id, at) => {
    const steps = ofService(id, (view, state) => beginContents(view, state, at));
    return steps && checkedAfter(steps, () => void look(({ now }) => now));
  },
  rows: (id, at, page) =>
    ofService(id, (view, state) => {
      const found = rowsAt(view.reader, pointOf(view, state, at), page);
      return found && { at: at ?? view.now, ...found };
    }),
});

const pointOf = ({ now }: RegistryView, state: ServiceState, at: EpochMs | undefined): DataPoint => ({
  ...wholeLog(instanceKey(state)),
  untilAt: at ?? now,
});

const beginContents = (view: RegistryView, state: ServiceState, at: EpochMs | undefined) =>
  contentsSteps(view.reader, pointOf(view, state, at), {
    passwords: view.passwords,
    type: view.catalogue.serviceTypes.get(state.type),
  });

const findForkDigest = (view: RegistryView, state: ServiceState, digests: Map<string, string>): string | null => {
  if (state.fork === null) return null;
  const key = instanceKey(state);
  const known = digests.get(key);
  if (known !== undefined) return known;
  const contents = endOf(
    contentsSteps(view.reader, locateSource(state.fork), {
      passwords: view.passwords,
      type: view.catalogue.serviceTypes.get(state.type),
    }),
  );
  const oldest = digests.size >= mostDigests ? digests.keys().next().value : undefined;
  if (oldest !== undefined) digests.delete(oldest);
  if (contents !== undefined) digests.set(key, contents.dataDigest);
  return contents?.dataDigest ?? null;
};

const describeStatus = ({ reader, registry, now, vault }: RegistryView): RegistryStatus => ({
  now,
  clock: registry.clock.mode,
  profile: registry.profile,
  ...(registry.recoveryDefault === undefined ? {} : { recoveryDefault: registry.recoveryDefault }),
  seed: registry.seed,
  ...sealedBy(registry, vault),
  organizations: registry.organizations,
  projects: reader.countViews(viewKeys.projects),
  services: reader.countViews(viewKeys.lives),
  events: reader.eventCount(),
  outages: Object.keys(registry.outages)
    .filter((cloud) => isDown(registry, cloud))
    .sort(),
});

const sealedBy = ({ key }: RegistryView['registry'], vault: RegistryView['vault']): Pick<RegistryStatus, 'sealed'> => {
  const holder = key === undefined ? undefined : vault();
  return holder?.kind === 'shut' ? { sealed: holder.why } : {};
};
