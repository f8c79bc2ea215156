import { serviceKey, type Fact, type Facts, type ServiceRequest } from '../domain';
import type { Configuration } from './configuration';
import { isHiddenService, isMadeInRun } from './hidden-project';
import { existsBefore } from './source-order';
import type { SourceFinding } from './subject';

/** The source of a fork as its keys name it. */
export interface SourceName {
  readonly project: Fact<string>;
  readonly service: Fact<string>;
}

/** Finds the source of a fork: in the facts first, then in the configuration. Never throws. */
export const sourceOf = (
  request: ServiceRequest,
  name: SourceName,
  { configuration, facts }: { readonly configuration: Configuration; readonly facts: Facts | undefined },
): SourceFinding => {
  const declared = declaredSource(request, name, configuration);
  const key = keyOf(name);
  if (key === undefined) {
    return { kind: 'unknown', missing: missingName(request, name), ...(declared ? { request: declared } : {}) };
  }
  if (facts === undefined) {
    if (declared?.change?.kind === 'create') return { kind: 'declared', request: declared };
    return { kind: 'unknown', missing: `live service ${key}`, ...(declared ? { request: declared } : {}) };
  }
  const service = facts.services.get(key);
  if (service) return { kind: 'live', service };
  if (declared !== undefined && existsBefore(declared)) {
    if (declared.change?.kind !== 'read') return { kind: 'unknown', missing: `live service ${key}`, request: declared };
  } else if (declared) return { kind: 'declared', request: declared };
  const maybe = configuration.unnamed.find((other) => other !== request && couldBe(other, name));
  if (maybe) return { kind: 'unknown', missing: `service_name of ${maybe.address}` };
  const terminated = facts.terminated?.get(key);
  if (terminated) return { kind: 'terminated', service: terminated };
  const isUnjudged = request.source.kind === 'declared' && !configuration.byAddress.has(request.source.address);
  const id = { project: known(name.project), service: known(name.service) };
  if (isUnjudged || isHiddenService(facts, id) || isMadeInRun(facts, request, id.project))
    return { kind: 'unknown', missing: `live service ${key}` };
  return { kind: 'absent', ...id };
};

/** The declared service that the source key refers to by address; undefined for a literal name. Never throws. */
export const referencedBy = (request: ServiceRequest, configuration: Configuration): ServiceRequest | undefined =>
  request.source.kind === 'declared' ? configuration.byAddress.get(request.source.address) : undefined;

const declaredSource = (
  request: ServiceRequest,
  name: SourceName,
  configuration: Configuration,
): ServiceRequest | undefined => {
  const key = keyOf(name);
  const referenced = referencedBy(request, configuration);
  if (key === undefined) return referenced;
  const namesakes = configuration.byName.get(key) ?? [];
  if (referenced && namesakes.includes(referenced)) return referenced;
  return namesakes.find((other) => other !== request) ?? configuration.observed.get(key);
};

/** The name of a source as one text; undefined while a part of it is not known. Never throws. */
export const keyOf = ({ project, service }: SourceName): string | undefined =>
  project.known && service.known ? serviceKey({ project: project.value, service: service.value }) : undefined;

const missingName = (request: ServiceRequest, { project, service }: SourceName): string =>
  !service.known
    ? `user_config.service_to_fork_from of ${request.address}`
    : !project.known
      ? `project of the source of ${request.address}`
      : `name of the source of ${request.address}`;

const couldBe = (other: ServiceRequest, { project, service }: SourceName): boolean =>
  (!other.project.known || !project.known || other.project.value === project.value) &&
  (!other.serviceName.known || !service.known || other.serviceName.value === service.value);

const known = (fact: Fact<string>): string => (fact.known ? fact.value : '');
