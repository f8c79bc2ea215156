import { serviceKey, type DeclaredIntegration, type JsonObject } from '../../domain';
import { moduleNames, referencesIn } from './config-graph';
import { findExpression } from './expression-of';
import {
  endAttribute,
  readEnd,
  integrationFrom,
  integrationTypes,
  type IntegrationEnd,
} from './families/vendor-integration';
import { locateNode } from './instances';
import { staysIn, type PlannedResource } from './plan-file';
import type { PlanContext, ReadService } from './planned-service';

/** The integrations that are resources of their own, by the address of each service at an end of them. */
export const integrationsIn = (
  read: readonly ReadService[],
  context: PlanContext,
): ReadonlyMap<string, readonly DeclaredIntegration[]> => {
  const found = new Map<string, DeclaredIntegration[]>();
  const resources = context.plan.resources.filter(
    (resource) => integrationTypes.has(resource.type) && resource.mode === 'managed' && staysIn(resource),
  );
  if (resources.length === 0) return found;
  const byName = addressesByName(read);
  for (const resource of resources) {
    const block = context.graph.block(moduleNames(resource.moduleAddress), locateNode(resource).resource);
    const isWritten = (field: string): boolean => block !== undefined && findExpression(block, [field]) !== undefined;
    for (const own of ['source', 'destination'] as const) {
      const integration = integrationFrom(resource.after, own, { isWritten });
      const at = readEnd(resource.after, own, { isWritten });
      for (const address of addressesAt(resource, { own, at, block }, { byName, context }))
        found.set(address, [...(found.get(address) ?? []), integration]);
    }
  }
  return found;
};

/** Only those whose project and name are known: one name may stand in several projects. */
const addressesByName = (read: readonly ReadService[]): ReadonlyMap<string, readonly string[]> => {
  const byName = new Map<string, string[]>();
  for (const { request } of read) {
    const { project, serviceName } = request;
    if (!project.known || !serviceName.known) continue;
    const key = serviceKey({ project: project.value, service: serviceName.value });
    const kept = byName.get(key);
    if (kept) kept.push(request.address);
    else byName.set(key, [request.address]);
  }
  return byName;
};

interface End {
  readonly own: IntegrationEnd;
  readonly at: ReturnType<typeof readEnd>;
  /** Of the configuration; undefined: it has none. */
  readonly block: JsonObject | undefined;
}

/** The services at one end: by project and name, or by reference while one of the two is known only after apply. */
const addressesAt = (
  resource: PlannedResource,
  { own, at: { project, service }, block }: End,
  { byName, context }: { readonly byName: ReadonlyMap<string, readonly string[]>; readonly context: PlanContext },
): readonly string[] => {
  if (service.known && service.value === undefined) return [];
  if (service.known && service.value !== undefined && project.known && project.value !== undefined)
    return byName.get(serviceKey({ project: project.value, service: service.value })) ?? [];
  if (block === undefined) return [];
  const modules = moduleNames(resource.moduleAddress);
  const { nodes } = context.graph.resolve(modules, referencesIn(findExpression(block, [endAttribute(own)])));
  return nodes
    .flatMap((node) => context.instances.of(node, resource))
    .flatMap((other) => context.addresses.get(other) ?? []);
};
