import { readRecord } from './record';
import { blockPlaceOf, settingGroups, sourceKeyNames, type BlockPlace } from '../domain';
import { findAddress } from './address';
import type { CarryOptions } from './carry-options';
import { TerraformStack } from './cdktf';
import type { Construct, TerraformProvider, TerraformResource } from './cdktf';
import { isExpression } from './expression';
import { idsBelowStack, type FormerPlace } from './former-place';
import { logicalIdAt } from './logical-id';
import { Moves } from './moves';
import { forkcastProvider } from './provider-backend-provider';
import { ProviderResource } from './provider-backend-resource';

const serviceType = 'forkcast_service';
const integrationType = 'forkcast_service_integration';

/** The child that is the service itself: CDKTF leaves it out of the resource's name. */
const mainId = 'Default';

/** The integration that is made together with its service, and so is a block of it. */
const replica = 'read_replica';

/**
 * A declared service as a `forkcast_service` of Forkcast's own provider, with one `forkcast_service_integration` for each of its
 * integrations. A fork names its source by reference, so Terraform makes the source first.
 */
export const providerResources = (
  scope: Construct,
  registry: string,
  fields: Readonly<Record<string, unknown>>,
  options: CarryOptions,
): TerraformResource => {
  const { stack, timeout, source, dependables, preventDestroy, former } = options;
  const provider = forkcastProvider(scope, registry, stack);
  provider.tell({ project: fields['project'], service: fields['service_name'] }, scope.node.path, former);
  const isReferable = source?.terraformResourceType === serviceType;
  const integrations = integrationsIn(fields);
  const followed = integrations.find(isFollowing);
  const replicated =
    followed === undefined
      ? undefined
      : { integration_type: replica, source_service_name: followed['source_service'] ?? null };
  const resource = new ProviderResource(scope, mainId, {
    type: serviceType,
    provider,
    dependsOn: dependables,
    preventDestroy,
    attributes: Object.fromEntries(Object.entries(fields).filter(([name]) => !apart.has(name))),
    blocks: {
      user_config: writeBlock(
        isReferable ? withReference(fields['user_config'], source) : readRecord(fields['user_config']),
      ),
      ...(replicated === undefined ? {} : { service_integrations: replicated }),
      ...(timeout === undefined ? {} : { timeouts: { create: timeout, update: timeout } }),
    },
  });
  if (source && !isReferable) resource.dependsOn = [findAddress(source), ...(resource.dependsOn ?? [])];
  const connected = integrations.flatMap((integration, index) =>
    isFollowing(integration) ? [] : [addIntegration(scope, provider, { own: resource, fields, integration, index })],
  );
  moveState(scope, [resource, ...connected], former);
  return resource;
};

/** Takes along what the state of the same stack holds of a service that was declared at another place. */
const moveState = (
  scope: Construct,
  resources: readonly TerraformResource[],
  former: FormerPlace | undefined,
): void => {
  const stack = TerraformStack.of(scope);
  if (former === undefined || former.stack !== stack.node.path || former.path === scope.node.path) return;
  const moves = resources.map((resource) => ({
    from: writePlace(stack, former, resource.terraformResourceType, resource.node.id),
    to: findAddress(resource),
  }));
  new Moves(scope, 'moved', moves);
};

/** Addresses that a service with these fields has, or had, in the state of a stack where this backend carried it at a place. */
export const addressesAt = (
  stack: TerraformStack,
  place: FormerPlace,
  fields: Readonly<Record<string, unknown>>,
): readonly string[] => [
  writePlace(stack, place, serviceType, mainId),
  ...integrationsIn(fields).flatMap((integration, index) =>
    isFollowing(integration) ? [] : [writePlace(stack, place, integrationType, integrationId(integration, index))],
  ),
];

const writePlace = (stack: TerraformStack, place: FormerPlace, type: string, id: string): string =>
  `${type}.${logicalIdAt(stack, [...idsBelowStack(place), ...(id === mainId ? [] : [id])])}`;

const integrationsIn = (fields: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] => {
  const written = fields['service_integrations'];
  return Array.isArray(written) ? written.map(readRecord) : [];
};

/** It follows another service: that is so from the moment it is made. */
const isFollowing = ({ integration_type: type, dest_service: to }: Readonly<Record<string, unknown>>): boolean =>
  type === replica && to === undefined;

/** What of a declared service is no attribute of its block. */
const apart: ReadonlySet<string> = new Set([
  'user_config',
  'service_integrations',
  'create_timeout',
  'source_address',
  'wait_for_source',
  'moved_from',
  'stack',
  'path',
]);

/** Settings as the block of the provider has them: some as attributes, the others in two objects. */
const writeBlock = (settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const at = (place: BlockPlace) => Object.entries(settings).filter(([name]) => blockPlaceOf(name) === place);
  const groups = settingGroups.map((place) => [place, at(place)] as const);
  return Object.fromEntries([
    ...at('attribute'),
    ...groups.flatMap(([place, members]) =>
      members.length === 0 ? [] : [[place, Object.fromEntries(members)] as const],
    ),
  ]);
};

/** The settings of a fork whose source stands in the same stack: its name is read from there. */
const withReference = (userConfig: unknown, source: TerraformResource): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(readRecord(userConfig)).map(([key, value]) => [
      key,
      sourceKeys.has(key) && value !== null ? readName(source) : value,
    ]),
  );

const sourceKeys: ReadonlySet<string> = new Set(sourceKeyNames);

const readName = (resource: TerraformResource): string => `\${${findAddress(resource)}.service_name}`;

const addIntegration = (
  scope: Construct,
  provider: TerraformProvider,
  {
    own,
    fields,
    integration,
    index,
  }: {
    readonly own: TerraformResource;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly integration: Readonly<Record<string, unknown>>;
    readonly index: number;
  },
): TerraformResource => {
  const { integration_type: type, source_service: from, dest_service: to } = integration;
  return new ProviderResource(scope, integrationId(integration, index), {
    type: integrationType,
    provider,
    dependsOn: [],
    attributes: {
      project: fields['project'],
      integration_type: type,
      source_service_name: from ?? readName(own),
      destination_service_name: to ?? readName(own),
    },
    blocks: {},
  });
};

const integrationId = (
  { integration_type: type, source_service: from, dest_service: to }: Readonly<Record<string, unknown>>,
  index: number,
): string => {
  const parts = [type, from, to].filter((part) => typeof part === 'string' && !isExpression(part));
  return `integration-${[...parts, index + 1].join('-')}`;
};
