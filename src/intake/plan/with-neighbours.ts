import type { ServiceRequest, StaticAddress } from '../../domain';
import { readEndedProject, readMadeProject, projectTypes } from './families/vendor-project';
import { readPrivateNetwork, vendorVpcTypes } from './families/vendor-vpc';
import { readStaticAddress, vendorStaticIpType } from './families/vendor-static-ip';
import { Instances } from './instances';
import { integrationsIn } from './integrations-in';
import { staysIn, type PlannedResource } from './plan-file';
import type { PlanContext, ReadService } from './planned-service';
import { referredBy } from './referred-by';

/** Types of resources that are no services, and tell about those that are. */
export const isNeighbour = (type: string): boolean =>
  type === vendorStaticIpType || vendorVpcTypes.has(type) || projectTypes.has(type);

/** The requests with what other resources of the plan say of them: integrations, projects, networks, static addresses. */
export const withNeighbours = (read: readonly ReadService[], context: PlanContext): readonly ServiceRequest[] => {
  const integrations = integrationsIn(read, context);
  const others = context.plan.resources.filter((resource) => isNeighbour(resource.type) && staysIn(resource));
  const madeProjects = others
    .filter(({ type, mode }) => projectTypes.has(type) && mode === 'managed')
    .map(readMadeProject);
  const endedProjects = context.plan.resources
    .filter(({ type, mode, actions }) => projectTypes.has(type) && mode === 'managed' && actions.includes('delete'))
    .flatMap(readEndedProject);
  const neighbours = new Instances(others, context.graph);
  const addresses = staticAddressesIn(others);
  return read.map(({ service: { resource }, request }) => {
    const own = integrations.get(request.address) ?? [];
    const ips = request.staticIps.known ? request.staticIps.value : [];
    const told = request.staticIps.known
      ? ips.flatMap((ip) => addresses.get(ip) ?? [])
      : referred(resource, 'static_ips', [vendorStaticIpType]).map(readStaticAddress);
    const networks = request.projectVpcId.known ? [] : referred(resource, 'project_vpc_id', [...vendorVpcTypes]);
    return {
      ...request,
      ...(own.length === 0 ? {} : { integrations: [...request.integrations, ...own] }),
      ...(told.length === 0 ? {} : { staticAddresses: told }),
      ...(networks.length === 0 ? {} : { privateNetworks: networks.map(readPrivateNetwork) }),
      ...(madeProjects.length === 0 ? {} : { madeProjects }),
      ...(endedProjects.length === 0 ? {} : { endedProjects }),
    };
  });

  function referred(from: PlannedResource, attribute: string, types: readonly string[]): readonly PlannedResource[] {
    return referredBy(from, attribute, { graph: context.graph, instances: neighbours, types });
  }
};

const staticAddressesIn = (others: readonly PlannedResource[]): ReadonlyMap<string, StaticAddress> =>
  new Map(
    others
      .filter(({ type, mode }) => type === vendorStaticIpType && mode === 'managed')
      .map(readStaticAddress)
      .flatMap((told): readonly (readonly [string, StaticAddress])[] =>
        told.id === undefined ? [] : [[told.id, told]],
      ),
  );
