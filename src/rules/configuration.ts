import { serviceKey, type ServiceRequest } from '../domain';

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
  const all = [...declared].sort((left, right) => (left.address < right.address ? -1 : 1));
  const requests = all.filter(({ change }) => change?.kind !== 'read' && change?.kind !== 'delete');
  const byName = new Map<string, ServiceRequest[]>();
  for (const request of requests) {
    const key = requestKey(request);
    if (key === undefined) continue;
    const namesakes = byName.get(key);
    if (namesakes) namesakes.push(request);
    else byName.set(key, [request]);
  }
  return {
    requests,
    byAddress: new Map(
      all.filter(({ change }) => change?.kind !== 'delete').map((request) => [request.address, request]),
    ),
    byName,
    unnamed: requests.filter((request) => requestKey(request) === undefined),
    observed: observedIn(all),
    withStaticIp: withStaticIps(requests),
    ended: endedIn(all),
  };
};

const withStaticIps = (requests: readonly ServiceRequest[]): ReadonlyMap<string, readonly ServiceRequest[]> => {
  const byIp = new Map<string, ServiceRequest[]>();
  for (const request of requests) {
    for (const ip of request.staticIps.known ? request.staticIps.value : [])
      byIp.set(ip, [...(byIp.get(ip) ?? []), request]);
  }
  return byIp;
};

const observedIn = (all: readonly ServiceRequest[]): ReadonlyMap<string, ServiceRequest> =>
  new Map(
    all.flatMap((request): readonly (readonly [string, ServiceRequest])[] => {
      const key = request.change?.kind === 'read' ? requestKey(request) : undefined;
      return key === undefined ? [] : [[key, request]];
    }),
  );

const endedIn = (all: readonly ServiceRequest[]): ReadonlyMap<string, EndedService> =>
  new Map(
    all.flatMap((request): readonly (readonly [string, EndedService])[] => {
      const { change } = request;
      if (change?.kind !== 'delete' && change?.kind !== 'replace') return [];
      const key = priorKey(request);
      if (key === undefined) return [];
      const again = requestKey(request);
      const how =
        change.kind === 'delete' ? 'destroyed' : again === undefined || again === key ? 'replaced' : 'renamed';
      return [[key, { request, how }]];
    }),
  );

/** The name that a service has before the run; undefined where no record tells. Never throws. */
export const priorKey = ({ change }: Pick<ServiceRequest, 'change'>): string | undefined => {
  const { project, serviceName } = change?.prior ?? {};
  return project === undefined || serviceName === undefined ? undefined : serviceKey({ project, service: serviceName });
};
