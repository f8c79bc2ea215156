import { Construct, TerraformDataSource, TerraformStack } from './cdktf';
import type { IResolvable, ITerraformDependable } from './cdktf';
import { escapeTemplates } from './expression';
import { ForkcastScope } from './forkcast';
import { freeId } from './free-id';
import { givenProps } from './given-props';
import { checkToolkit } from './one-toolkit';
import { forkcastProvider } from './provider-backend-provider';
import { hclAttributes } from './provider-backend-hcl';
import { Service } from './service';
import type { ServiceSource } from './source';

/** The service that is asked about. */
export interface ServiceDataProps {
  /** A `Service`, which is then made first, or one of `Service.fromRegistry`. */
  readonly service: ServiceSource;
  /** Made before it is read, besides the service. @default nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

interface ProviderDataConfig {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** The binding of every data source of the provider. */
class ProviderData extends TerraformDataSource {
  private readonly attributes: ProviderDataConfig['attributes'];

  constructor(scope: Construct, id: string, { type, attributes, dependsOn }: ProviderDataConfig) {
    const { carrierSettings } = ForkcastScope.of(scope);
    const provider = forkcastProvider(scope, carrierSettings.registry, TerraformStack.of(scope).node.path);
    super(scope, id, {
      terraformResourceType: type,
      terraformGeneratorMetadata: { providerName: 'forkcast' },
      ...(provider.alias === undefined ? {} : { provider }),
      ...(dependsOn.length === 0 ? {} : { dependsOn: [...dependsOn] }),
    });
    this.attributes = attributes;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return { ...hclAttributes(this.attributes) };
  }
}

/** What the provider reads, beside either backend: it needs `forkcast provider install`. */
abstract class RegistryData extends Construct {
  protected readonly data: TerraformDataSource;

  /** @throws ConfigurationError when its scope has another construct with this id. */
  constructor(
    scope: Construct,
    id: string,
    type: string,
    attributes: Readonly<Record<string, unknown>>,
    dependsOn: readonly ITerraformDependable[] = [],
  ) {
    checkToolkit(scope, id);
    super(scope, freeId(scope, id));
    const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
    const escaped = given.map(([name, value]) => [name, escapeTemplates(value)] as const);
    this.data = new ProviderData(this, 'Default', { type, attributes: Object.fromEntries(escaped), dependsOn });
    this.node.defaultChild = this.data;
  }
}

abstract class DataOfService extends RegistryData {
  constructor(scope: Construct, id: string, type: string, props: ServiceDataProps) {
    const service = givenProps(scope, id, props)
      .kinds({ service: 'anything', dependsOn: 'anything' })
      .source('service');
    const dependsOn = props.dependsOn ?? [];
    const own = TerraformStack.of(scope);
    const isElsewhere = service instanceof Service && TerraformStack.of(service) !== own;
    if (isElsewhere) own.addDependency(TerraformStack.of(service));
    const first = service instanceof Service && !isElsewhere ? [service] : [];
    super(scope, id, type, { project: service.project, service_name: service.serviceName }, [...first, ...dependsOn]);
  }
}

/** A live service as it is now. @example new ServiceData(stack, 'orders-now', { service: orders }).state */
export class ServiceData extends DataOfService {
  constructor(scope: Construct, id: string, props: ServiceDataProps) {
    super(scope, id, 'forkcast_service', props);
  }

  /** `REBUILDING`, `RUNNING`, `POWEROFF` or `REBALANCING`. */
  get state(): string {
    return this.data.getStringAttribute('state');
  }

  /** Its address with a password: sensitive. */
  get serviceUri(): string {
    return this.data.getStringAttribute('service_uri');
  }

  get databases(): string[] {
    return this.data.getListAttribute('databases');
  }

  get users(): string[] {
    return this.data.getListAttribute('users');
  }

  /** Hash of what it holds now. */
  get dataDigest(): string {
    return this.data.getStringAttribute('data_digest');
  }

  /** The instant whose state a fork was made with, RFC 3339. */
  get recoveryPoint(): string {
    return this.data.getStringAttribute('lineage.recovery_point');
  }
}

/** The completed base backups of a service, oldest first. @example new BackupsData(stack, 'backups', { service: logs }).newest */
export class BackupsData extends DataOfService {
  constructor(scope: Construct, id: string, props: ServiceDataProps) {
    super(scope, id, 'forkcast_backups', props);
  }

  /** Objects with `name`, `completed_at`, `data_size_bytes`, `location` and `copies`. */
  get backups(): IResolvable {
    return this.data.interpolationForAttribute('backups');
  }

  /** Name of the newest. It moves on with each backup: what is made from it ignores its changes. */
  get newest(): string {
    return this.data.getStringAttribute('newest');
  }
}

/** What a service can be restored to. @example new RecoveryWindowsData(stack, 'windows', { service: orders }).windows */
export class RecoveryWindowsData extends DataOfService {
  constructor(scope: Construct, id: string, props: ServiceDataProps) {
    super(scope, id, 'forkcast_recovery_windows', props);
  }

  /** Objects with `location`, `role`, `earliest` and `latest`, both ends inclusive. */
  get windows(): IResolvable {
    return this.data.interpolationForAttribute('windows');
  }

  /** The registry's clock when it was read. */
  get now(): string {
    return this.data.getStringAttribute('now');
  }
}

/** The second backup region of a service. @example new BackupRegionData(stack, 'lag', { service: orders }).lagSeconds */
export class BackupRegionData extends DataOfService {
  constructor(scope: Construct, id: string, props: ServiceDataProps) {
    super(scope, id, 'forkcast_backup_region', props);
  }

  get cloudName(): string {
    return this.data.getStringAttribute('cloud_name');
  }

  /** `none`, `pending`, `available` or `paused`. */
  get status(): string {
    return this.data.getStringAttribute('status');
  }

  /** How far the newest copy lags behind; null without one. */
  get lagSeconds(): number {
    return this.data.getNumberAttribute('lag_seconds');
  }
}

/** The clouds on sale. @example new CloudsData(stack, 'clouds', { cloudProvider: 'aws' }).clouds */
export class CloudsData extends RegistryData {
  constructor(scope: Construct, id: string, { cloudProvider }: { readonly cloudProvider?: string } = {}) {
    super(scope, id, 'forkcast_clouds', { cloud_provider: cloudProvider });
  }

  /** Objects with `name`, `provider` and `geo_region`. */
  get clouds(): IResolvable {
    return this.data.interpolationForAttribute('clouds');
  }
}

/** The plans on sale. @example new PlansData(stack, 'plans', { serviceType: 'pg' }).plans */
export class PlansData extends RegistryData {
  constructor(
    scope: Construct,
    id: string,
    { serviceType, cloudName }: { readonly serviceType?: string; readonly cloudName?: string } = {},
  ) {
    super(scope, id, 'forkcast_plans', { service_type: serviceType, cloud_name: cloudName });
  }

  /** Objects with `name`, `tier`, `nodes`, sizes and `price_usd_per_hour`. */
  get plans(): IResolvable {
    return this.data.interpolationForAttribute('plans');
  }
}
