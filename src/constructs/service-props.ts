import type { ITerraformDependable } from './cdktf';
import type { MovedFrom } from './former-place';
import type { Expression } from './source';
import type { UserConfigs } from './user-config';

/** The service types that can be declared, by the API's names. */
export type ServiceTypeName = keyof UserConfigs;

/** A connection to another service or endpoint. A fork gets none from its source: declare those that it needs. */
export interface ServiceIntegration {
  /** Such as `metrics`, `logs` or `read_replica`. */
  readonly integrationType: string;
  /** The service that gives; left out: the declared one. */
  readonly sourceService?: string;
  /** The service that takes; left out: the declared one. */
  readonly destinationService?: string;
}

/** How long Terraform may wait. */
export interface ServiceTimeouts {
  /** Such as `45m`, `1h` or `90s`. A fork of much data takes longer than the default. @default '20m' */
  readonly create?: string;
}

/** What every service can say, whatever its type. */
export interface CommonServiceProps {
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
}

/** The plan, which only a fork from the secondary location may leave to the control plane: it gets its source's. */
export type Placement =
  | {
      /** Size and topology on sale, such as `business-4`. */
      readonly plan: string;
      /** Assert the storage location that a fork is restored from. @default the control plane decides */
      readonly from?: BackupLocation;
    }
  | {
      /** @default the plan of the source */
      readonly plan?: string;
      /** Restore from the copies in the second region. */
      readonly from: 'secondary';
    };

/** Where the backups of a service can be read. */
export type BackupLocation = 'primary' | 'secondary';

/** The types that can be restored to an instant. */
export type PointInTimeTypeName = {
  [Type in ServiceTypeName]: 'recoveryTargetTime' extends keyof UserConfigs[Type] ? Type : never;
}[ServiceTypeName];

/** The types that can be restored from a backup chosen by name. */
export type NamedBackupTypeName = {
  [Type in ServiceTypeName]: 'recoveryBasebackupName' extends keyof UserConfigs[Type] ? Type : never;
}[ServiceTypeName];

/** The types that can be forked. */
export type ForkableTypeName = {
  [Type in ServiceTypeName]: 'serviceToForkFrom' extends keyof UserConfigs[Type] ? Type : never;
}[ServiceTypeName];

/** A service of one type: the type says which settings there are. */
export type ServiceProps<Type extends ServiceTypeName> = CommonServiceProps &
  Placement & {
    /** Engine, by the API's name. */
    readonly serviceType: Type;
    /** Settings of the engine, the fork keys among them. @default the vendor's */
    readonly userConfig?: UserConfigs[Type];
    /**
     * Restore the newest transaction instead of the newest backup; its time is settled once, at create. Only where a continuous
     * log is kept.
     * @default false
     */
    readonly latestTransaction?: Type extends PointInTimeTypeName ? boolean : never;
  };
