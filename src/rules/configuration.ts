import { serviceKey, type LiveService, type ServiceRequest } from '../domain';

/** A service that is destroyed in the run: for good, or to be made again. */
export interface EndedService {
  readonly request: ServiceRequest;
  /** `renamed`: made again under another name or project. */
  readonly how: 'destroyed' | 'replaced' | 'renamed';
}

/** Every declared service of one run, by address, found by address or by name without a search. */
export interface Configuration {
  /** Those that the run makes, changes or keeps. */
  readonly requests: readonly ServiceRequest[];
  /** Data sources too, but nothing that is only destroyed. */
  readonly byAddress: ReadonlyMap<string, ServiceRequest>;
  /** By `serviceKey`: more than one where a name is declared twice. Without those whose name is not known. */
  readonly byName: ReadonlyMap<string, readonly ServiceRequest[]>;
  /** Those whose project or name is known only after apply. */
  readonly unnamed: readonly ServiceRequest[];
  /** What a plan only read, by `serviceKey`: data sources, and services that it lets go of. */
  readonly observed: ReadonlyMap<string, ServiceRequest>;
  /** Those that ask for a static address, by its id. */
  readonly withStaticIp: ReadonlyMap<string, readonly ServiceRequest[]>;
  /** What a plan destroys, by the `serviceKey` that the service has until then. */
  readonly ended: ReadonlyMap<string, EndedService>;
}

/** The name of a declared service as one text, or undefined while a part of it is not known. */
export const requestKey = ({ project, serviceName }: ServiceRequest): string | undefined =>
  project.known && serviceName.known ? serviceKey({ project: project.value, service: serviceName.value }) : undefined;

/** Indexes the declared services of one run; the order in which they come does not matter. Never throws. */
export const configurationOf = (declared: readonly ServiceRequest[]): Configuration => {
  const configuration = new GrowingConfiguration();
  for (const request of [...declared].sort((left, right) => compareAddresses(left, right))) configuration.put(request);
  return configuration;
};

/** A configuration whose services become known one after the other. */
export class GrowingConfiguration implements Configuration {
  readonly requests: ServiceRequest[] = [];
  readonly byAddress = new Map<string, ServiceRequest>();
  readonly byName = new Map<string, ServiceRequest[]>();
  readonly unnamed: ServiceRequest[] = [];
  readonly observed = new Map<string, ServiceRequest>();
  readonly withStaticIp = new Map<string, ServiceRequest[]>();
  readonly ended = new Map<string, EndedService>();

  /** Adds a service. Never throws. */
  put(request: ServiceRequest): void {
    const { change, staticIps } = request;
    const key = requestKey(request);
    if (change?.kind === 'read' && key !== undefined) this.observed.set(key, request);
    if (change?.kind !== 'delete') this.byAddress.set(request.address, request);
    const end = endOf(request);
    if (end !== undefined) this.ended.set(...end);
    if (change?.kind === 'read' || change?.kind === 'delete') return;
    insert(this.requests, request);
    if (key === undefined) insert(this.unnamed, request);
    else insert(listAt(this.byName, key), request);
    for (const ip of staticIps.known ? staticIps.value : []) insert(listAt(this.withStaticIp, ip), request);
  }

  /** Takes out a service that was put in. Never throws. */
  remove(request: ServiceRequest): void {
    const key = requestKey(request);
    if (this.byAddress.get(request.address) === request) this.byAddress.delete(request.address);
    for (const [name, ended] of [...this.ended]) if (ended.request === request) this.ended.delete(name);
    if (key !== undefined && this.observed.get(key) === request) this.observed.delete(key);
    const lists = [this.requests, this.unnamed, ...(key === undefined ? [] : [listAt(this.byName, key)])];
    const { staticIps } = request;
    for (const list of [
      ...lists,
      ...(staticIps.known ? staticIps.value : []).map((ip) => listAt(this.withStaticIp, ip)),
    ])
      takeOut(list, request);
  }
}

const compareAddresses = (left: ServiceRequest, right: ServiceRequest): number =>
  left.address < right.address ? -1 : left.address > right.address ? 1 : 0;

/** Keeps the list in the order of the addresses. */
const insert = (list: ServiceRequest[], request: ServiceRequest): void => {
  let [low, high] = [0, list.length];
  const last = list.at(-1);
  if (last !== undefined && compareAddresses(last, request) <= 0) low = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other !== undefined && compareAddresses(other, request) <= 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, request);
};

const takeOut = (list: ServiceRequest[], request: ServiceRequest): void => {
  const index = list.indexOf(request);
  if (index >= 0) list.splice(index, 1);
};

const listAt = (lists: Map<string, ServiceRequest[]>, key: string): ServiceRequest[] => {
  const found = lists.get(key) ?? [];
  lists.set(key, found);
  return found;
};

/** Whether a plan destroys a service and makes it again under another name. Never throws. */
export const isRenamed = (request: ServiceRequest): boolean => {
  const [before, after] = [priorKey(request), requestKey(request)];
  return request.change?.kind === 'replace' && before !== undefined && after !== undefined && before !== after;
};

const endOf = (request: ServiceRequest): readonly [name: string, ended: EndedService] | undefined => {
  const { change } = request;
  if (change?.kind !== 'delete' && change?.kind !== 'replace') return undefined;
  const key = priorKey(request);
  if (key === undefined) return undefined;
  const how = change.kind === 'delete' ? 'destroyed' : isRenamed(request) ? 'renamed' : 'replaced';
  return [key, { request, how }];
};

/** The name that a service has before the run; undefined where no record tells. Never throws. */
export const priorKey = ({ change }: Pick<ServiceRequest, 'change'>): string | undefined => liveKey(change?.prior);

/** The name of a live service as one text; undefined where there is none, or nobody tells. Never throws. */
export const liveKey = ({ project, service }: Partial<LiveService> = {}): string | undefined =>
  project === undefined || service === undefined ? undefined : serviceKey({ project, service });
