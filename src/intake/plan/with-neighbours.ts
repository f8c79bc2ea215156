import type { DeclaredIntegration, ServiceRequest, StaticAddress } from '../../domain';
import { moduleNames, referencesIn } from './config-graph';
import { expressionOf } from './expression-of';
import { integrationEnds, integrationOf, integrationTypes, textOf } from './families/vendor-integration';
import { staticAddressOf, vendorStaticIpType } from './families/vendor-static-ip';
import { nodeOf } from './instances';
import type { PlannedResource } from './plan-file';
import type { PlanContext, ReadService } from './planned-service';

/** The requests with what other resources of the plan say of them: integrations, and static addresses. */
export const withNeighbours = (read: readonly ReadService[], context: PlanContext): readonly ServiceRequest[] => {
  const integrations = integrationsIn(read, context);
  const addresses = staticAddressesIn(context);
  return read.map(({ request }) => {
    const own = integrations.get(request.address) ?? [];
    const ips = request.staticIps.known ? request.staticIps.value : [];
    const told = ips.flatMap((ip) => addresses.get(ip) ?? []);
    if (own.length === 0 && told.length === 0) return request;
    return {
      ...request,
      integrations: [...request.integrations, ...own],
      ...(told.length === 0 ? {} : { staticAddresses: told }),
    };
  });
};

const staysIn = ({ actions, mode }: PlannedResource): boolean =>
  mode === 'managed' && actions.join() !== 'delete' && actions.join() !== 'forget';

const staticAddressesIn = ({ plan }: PlanContext): ReadonlyMap<string, StaticAddress> =>
  new Map(
    plan.resources
      .filter((resource) => resource.type === vendorStaticIpType && staysIn(resource))
      .map(staticAddressOf)
      .flatMap((told): readonly (readonly [string, StaticAddress])[] =>
        told.id === undefined ? [] : [[told.id, told]],
      ),
  );

const integrationsIn = (
  read: readonly ReadService[],
  context: PlanContext,
): ReadonlyMap<string, readonly DeclaredIntegration[]> => {
  const found = new Map<string, DeclaredIntegration[]>();
  const resources = context.plan.resources.filter(
    (resource) => integrationTypes.has(resource.type) && staysIn(resource),
  );
  if (resources.length === 0) return found;
  const byName = addressesByName(read);
  for (const resource of resources) {
    const integration = integrationOf(resource.after);
    const ends = new Set(integrationEnds.flatMap((end) => addressesAt(resource, end, { byName, context })));
    for (const address of ends) found.set(address, [...(found.get(address) ?? []), integration]);
  }
  return found;
};

const addressesByName = (read: readonly ReadService[]): ReadonlyMap<string, readonly string[]> => {
  const byName = new Map<string, string[]>();
  for (const { request } of read) {
    if (!request.serviceName.known) continue;
    const kept = byName.get(request.serviceName.value);
    if (kept) kept.push(request.address);
    else byName.set(request.serviceName.value, [request.address]);
  }
  return byName;
};

/** The services at one end: by name, or by reference while the name is known only after apply. */
const addressesAt = (
  resource: PlannedResource,
  end: (typeof integrationEnds)[number],
  { byName, context }: { readonly byName: ReadonlyMap<string, readonly string[]>; readonly context: PlanContext },
): readonly string[] => {
  const name = textOf(resource.after, end);
  if (name.known) return name.value === undefined ? [] : (byName.get(name.value) ?? []);
  const modules = moduleNames(resource.moduleAddress);
  const block = context.graph.block(modules, nodeOf(resource).resource);
  if (block === undefined) return [];
  const { nodes } = context.graph.resolve(modules, referencesIn(expressionOf(block, [end])));
  return nodes
    .flatMap((node) => context.instances.of(node, resource))
    .flatMap((service) => context.addresses.get(service) ?? []);
};
