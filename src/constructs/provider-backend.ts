import { blockPlaceOf, type BlockPlace, settingGroups } from '../domain';
import { addressOf } from './address';
import type { CarryOptions } from './carry-options';
import type { Construct, TerraformProvider, TerraformResource } from './cdktf';
import { isExpression } from './expression';
import { forkcastProvider } from './provider-backend-provider';
import { ProviderResource } from './provider-backend-resource';

const serviceType = 'forkcast_service';

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
  { stack, timeout, source, dependables, preventDestroy }: CarryOptions,
): TerraformResource => {
  const provider = forkcastProvider(scope, registry, stack);
  const isReferable = source?.terraformResourceType === serviceType;
  const written = fields['service_integrations'];
  const integrations = Array.isArray(written) ? written.map(objectOf) : [];
  const followed = integrations.find(isFollowing);
  const replicated =
    followed === undefined
      ? undefined
      : { integration_type: replica, source_service_name: followed['source_service'] ?? null };
  const resource = new ProviderResource(scope, 'Default', {
    type: serviceType,
    provider,
    dependsOn: dependables,
    preventDestroy,
    attributes: attributesOf(fields),
    blocks: {
      user_config: blockOf(
        isReferable ? withReference(fields['user_config'], source) : objectOf(fields['user_config']),
      ),
      ...(replicated === undefined ? {} : { service_integrations: replicated }),
      ...(timeout === undefined ? {} : { timeouts: { create: timeout, update: timeout } }),
    },
  });
  if (source && !isReferable) resource.dependsOn = [addressOf(source), ...(resource.dependsOn ?? [])];
  integrations.forEach((integration, index) => {
    if (!isFollowing(integration)) addIntegration(scope, provider, { own: resource, fields, integration, index });
  });
  return resource;
};

/** It follows another service: that is so from the moment it is made. */
const isFollowing = ({ integration_type: type, dest_service: to }: Readonly<Record<string, unknown>>): boolean =>
  type === replica && to === undefined;

const attributeNames = [
  'project',
  'service_name',
  'service_type',
  'plan',
  'cloud_name',
  'disk_space_mb',
  'termination_protection',
  'powered',
  'tags',
  'secrets',
  'from',
  'latest_transaction',
  'on_fork_change',
  'project_vpc_id',
  'static_ips',
] as const;

const attributesOf = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(attributeNames.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));

/** Settings as the block of the provider has them: some as attributes, the others in two objects. */
const blockOf = (settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
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
    Object.entries(objectOf(userConfig)).map(([key, value]) => [
      key,
      sourceKeys.has(key) && value !== null ? nameOf(source) : value,
    ]),
  );

const sourceKeys: ReadonlySet<string> = new Set(['service_to_fork_from', 'pg_service_to_fork_from']);

const nameOf = (resource: TerraformResource): string => `\${${addressOf(resource)}.service_name}`;

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
): void => {
  const { integration_type: type, source_service: from, dest_service: to } = integration;
  const parts = [type, from, to].filter((part) => typeof part === 'string' && !isExpression(part));
  new ProviderResource(scope, `integration-${[...parts, index + 1].join('-')}`, {
    type: 'forkcast_service_integration',
    provider,
    dependsOn: [],
    attributes: {
      project: fields['project'],
      integration_type: type,
      source_service_name: from ?? nameOf(own),
      destination_service_name: to ?? nameOf(own),
    },
    blocks: {},
  });
};

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
