import { serviceKey, type ServiceRequest } from '../domain';

/** Every declared service of one run, by address, found by address or by name without a search. */
export interface Configuration {
  readonly requests: readonly ServiceRequest[];
  readonly byAddress: ReadonlyMap<string, ServiceRequest>;
  /** By `serviceKey`: more than one where a name is declared twice. Without those whose name is not known. */
  readonly byName: ReadonlyMap<string, readonly ServiceRequest[]>;
  /** Those whose project or name is known only after apply. */
  readonly unnamed: readonly ServiceRequest[];
}

/** The name of a declared service as one text, or undefined while a part of it is not known. */
export const requestKey = ({ project, serviceName }: ServiceRequest): string | undefined =>
  project.known && serviceName.known ? serviceKey({ project: project.value, service: serviceName.value }) : undefined;

/** Indexes the declared services of one run; the order in which they come does not matter. Never throws. */
export const configurationOf = (declared: readonly ServiceRequest[]): Configuration => {
  const requests = [...declared].sort((left, right) => (left.address < right.address ? -1 : 1));
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
    byAddress: new Map(requests.map((request) => [request.address, request])),
    byName,
    unnamed: requests.filter((request) => requestKey(request) === undefined),
  };
};
