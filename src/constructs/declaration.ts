import type { ITerraformDependable } from './cdktf';
import type { MovedFrom } from './former-place';
import type { Expression } from './source';

/** A connection to another service or endpoint. A fork gets none from its source: declare those that it needs. */
interface ServiceIntegration {
  /** Such as `metrics`, `logs` or `read_replica`. */
  readonly integrationType: string;
  /** The service that gives; left out: the declared one. */
  readonly sourceService?: string;
  /** The service that takes; left out: the declared one. */
  readonly destinationService?: string;
}

/** How long Terraform may wait. */
interface ServiceTimeouts {
  /** Such as `45m`, `1h` or `90s`. A fork of much data takes longer than the default. @default '20m' */
  readonly create?: string;
}

/** When updates may be installed. */
type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday' | 'never';

/** Where the backups of a service can be read. */
export type BackupLocation = 'primary' | 'secondary';

/** A declared service of any type, once its type has checked its settings. */
export interface ServiceDeclaration {
  /** Lower-case letter first, then lower-case letters, digits, hyphens; at most 64 characters. It can never be changed. */
  readonly serviceName: string;
  /**
   * Provider and region as one name, such as `aws-eu-central-1`.
   * @default the project's default cloud; from the secondary location, where the copies lie
   */
  readonly cloudName?: string;
  /** @default the project of the nearest Forkcast */
  readonly project?: string;
  /** Disk of the whole service in MB. @default the plan's */
  readonly diskSpaceMb?: number;
  /** The control plane refuses to terminate it while this is on. @default it stays as it is; a new service: off */
  readonly terminationProtection?: boolean | Expression;
  /** Whether it shall run, or be powered off. @default it stays as it is: what was powered off stays off */
  readonly powered?: boolean | Expression;
  /** Tags are not copied to forks. @default they stay as they are; a new service: none */
  readonly tags?: Readonly<Record<string, string>>;
  /** Weekday at which updates may be installed, or `never`. @default it stays as it is */
  readonly maintenanceWindowDow?: Weekday;
  /** Time of day from which they may, `HH:MM:SS` in UTC. @default it stays as it is */
  readonly maintenanceWindowTime?: string;
  /** Addresses that are told of trouble, at most 10. @default they stay as they are; a new service: none */
  readonly techEmails?: readonly string[];
  /** @default the public internet */
  readonly projectVpcId?: string;
  /** Ids of static addresses. @default none */
  readonly staticIps?: readonly string[];
  /** @default none */
  readonly integrations?: readonly ServiceIntegration[];
  /**
   * What happens when a setting that is read only at creation, the name or the project changes while the service lives: refuse the
   * change, or destroy the service and make it again.
   * @default 'refuse'
   */
  readonly onForkChange?: 'refuse' | 'replace';
  /**
   * Where this service was declared before, so that it is taken over instead of made again: an id beside this one (`'copy'`), a
   * construct path (`'stack/scope/copy'`), or `{ stack, path }` in another stack. Its own id: the other backend made it here. Keep it
   * until every state has been applied.
   * @default it was declared nowhere else
   */
  readonly movedFrom?: MovedFrom;
  /** Terraform refuses every plan that would end this service. @default false */
  readonly preventDestroy?: boolean;
  readonly timeouts?: ServiceTimeouts;
  /** Made before this one. The source of a fork that is a construct is waited for without being named here. */
  readonly dependsOn?: readonly ITerraformDependable[];
  /** Engine, by the API's name. */
  readonly serviceType: string;
  /** Size and topology on sale. @default the source's, in a fork from the secondary location */
  readonly plan?: string;
  /** Assert the storage location that a fork is restored from. @default the control plane decides */
  readonly from?: BackupLocation;
  /** Settings of the engine, the fork keys among them. @default the vendor's */
  readonly userConfig?: object;
  /** Restore the newest transaction. @default false */
  readonly latestTransaction?: boolean;
}
