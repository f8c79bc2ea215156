import { sourceKeyNames, type JsonValue, type ServiceRequest, type SourceReference } from '../../domain';
import { moduleNames, referencesIn, type Resolved } from './config-graph';
import { findExpression } from './expression-of';
import { vendorService, findVendorType } from './families/vendor-service';
import { locateNode } from './instances';
import { objectOr } from './marked-value';
import type { PlannedResource } from './plan-file';
import type { PlanContext, PlannedService } from './planned-service';

/**
 * Types for which the vendor's provider waits until a new service has a backup.
 * @see terraform-provider-aiven, wait.go (read 2026-11-20)
 */
const waitedTypes: ReadonlySet<string> = new Set(['aiven_pg', 'aiven_dragonfly']);

/** How the configuration of a plan names the source of a fork, and whether the source is waited for. */
export const findSource = (
  service: PlannedService,
  read: { readonly request: ServiceRequest; readonly ordered: readonly PlannedResource[] },
  context: PlanContext,
): Pick<ServiceRequest, 'source' | 'waitsForSource'> => {
  const { request } = read;
  const { source, waitsForSource } = request;
  if (source.kind !== 'literal') return { source, waitsForSource };
  const found = referenced(service, request, context);
  const address = found && context.addresses.get(found);
  const reference: SourceReference = address === undefined ? source : { kind: 'declared', address };
  return { source: reference, waitsForSource: waitsForSource || isWaitedFor(found, read) };
};

const referenced = (
  { resource, family, type }: PlannedService,
  request: ServiceRequest,
  { graph, instances, addresses, plan }: PlanContext,
): PlannedResource | undefined => {
  const blockName = family.userConfigBlock(type);
  const modules = moduleNames(resource.moduleAddress);
  const block = graph.block(modules, locateNode(resource).resource);
  if (blockName === undefined) return undefined;
  const fields = family.sourceFields ?? sourceKeyNames;
  const expressions = fields.map((key) => block && findExpression(block, [blockName, key]));
  const resolved: Resolved = graph.resolve(modules, expressions.flatMap(referencesIn));
  const candidates = resolved.nodes.flatMap((node) => instances.of(node, resource));
  const name = readName(request);
  if (name === undefined) return candidates[0];
  const project = readProject(request);
  if (candidates.length > 0) return candidates.find((candidate) => isNamed(candidate, name)) ?? candidates[0];
  // What is known and written nowhere comes from a dynamic block, whose references a plan does not list.
  const isHidden = resolved.opaque || expressions.every((expression) => expression === undefined);
  return isHidden
    ? plan.resources.find((other) => other !== resource && addresses.has(other) && isNamed(other, name, project))
    : undefined;
};

const readName = ({ userConfig }: ServiceRequest): string | undefined => {
  for (const key of sourceKeyNames) {
    const fact = userConfig[key];
    if (fact?.known && typeof fact.value === 'string' && fact.value !== '') return fact.value;
  }
  return undefined;
};

/** The project that the source is looked for in; undefined: not known. */
const readProject = ({ userConfig, project }: ServiceRequest): string | undefined => {
  const written = userConfig['project_to_fork_from'];
  if (written === undefined || (written.known && (written.value === null || written.value === '')))
    return project.known ? project.value : undefined;
  return written.known && typeof written.value === 'string' ? written.value : undefined;
};

/** Of a project that is not known, any will do. */
const isNamed = ({ after, before }: PlannedResource, name: string, project?: string): boolean =>
  [after, before].some(({ value }) => {
    const { name: alias, service_name: own = alias, project: home } = objectOr(value);
    return own === name && (project === undefined || typeof home !== 'string' || home === project);
  });

/** The provider waits while it makes the source, so it must make it first. */
const isWaitedFor = (
  source: PlannedResource | undefined,
  { request, ordered }: { readonly request: ServiceRequest; readonly ordered: readonly PlannedResource[] },
): boolean => {
  const name = readName(request);
  const made = source ?? ordered.find((other) => name !== undefined && isNamed(other, name));
  const type = made && vendorService.readAs(made);
  return made !== undefined && made.mode !== 'data' && isWaitedService(type ?? '', made.after.value);
};

/** Whether the vendor's provider waits until a new service of a resource type has a backup. Never throws. */
export const isWaitedService = (type: string, values: JsonValue | undefined): boolean =>
  waitedTypes.has(type) &&
  (findVendorType(type) !== 'dragonfly' || !JSON.stringify(values).includes('"dragonfly_persistence":"off"'));
