import type { Cloud, Expectation, JsonObject, Owner, Plan, ServiceId, ServiceOrigin } from '../domain';
import type { ConnectionPool, PlainKind, ProjectTerms } from './records';
import type { RoleGrants } from './role-grants';
import type { TokenGrant } from './tokens';

/** How long things take in the simulation: at once, seconds (for demos), or as long as in reality. */
export type TimingProfile = 'instant' | 'fast' | 'realistic';

/** What point-in-time types restore when a fork names no recovery point: the documents do not agree. */
export type RecoveryDefault = 'base-backup' | 'latest';

/** How the registry's clock runs: with the wall clock, standing still, or at a multiple of it. */
export type ClockMode =
  { readonly kind: 'real' } | { readonly kind: 'frozen' } | { readonly kind: 'factor'; readonly factor: number };

/** The integration of two services, or of a service and an endpoint, asked for together with a service or alone. */
export interface IntegrationSpec {
  readonly integrationType: string;
  readonly sourceProject?: string;
  readonly sourceService?: string;
  readonly sourceEndpoint?: string;
  readonly destinationProject?: string;
  readonly destinationService?: string;
  readonly destinationEndpoint?: string;
  readonly userConfig?: JsonObject;
}

/** A maintenance window; what is absent stays as it is. */
export interface MaintenanceAsked {
  readonly dow?: string;
  readonly time?: string;
}

/** A new service, forked when `userConfig` has a fork key. Nothing in it is trusted. */
export interface CreateService extends ServiceCommand<'CreateService'> {
  readonly serviceType: string;
  /** Absent: the source's, which only a fork from the secondary location may leave to the registry. */
  readonly plan?: string;
  /** Absent: the project's default cloud; from the secondary location, where the copies lie. */
  readonly cloud?: string;
  readonly diskSpaceMb?: number;
  readonly userConfig: JsonObject;
  readonly tags?: Readonly<Record<string, string>>;
  readonly copyTags?: boolean;
  readonly terminationProtection?: boolean;
  readonly projectVpcId?: string | null;
  readonly staticIps?: readonly string[];
  readonly integrations?: readonly IntegrationSpec[];
  readonly origin?: ServiceOrigin;
  /** Who will hold it; `making`: not before its maker says so. Absent: nobody. */
  readonly owner?: Owner & { readonly making: boolean; readonly by: string | null };
  readonly maintenance?: MaintenanceAsked;
  readonly techEmails?: readonly string[];
  /** Asserted storage location; absent: the registry decides. */
  readonly from?: 'primary' | 'secondary';
  /** Restore the newest transaction: the end of what the location that serves can restore. */
  readonly latestTransaction?: boolean;
  /** Simulated size of the data it starts with, in MB (a world's services only). @default 32 */
  readonly dataSizeMb?: number;
}

/** A change of a live service. A field that is absent stays; a `userConfig` value of null resets the key. */
export interface UpdateService
  extends
    ServiceCommand<'UpdateService'>,
    Pick<
      CreateService,
      'plan' | 'cloud' | 'diskSpaceMb' | 'terminationProtection' | 'maintenance' | 'techEmails' | 'origin'
    > {
  readonly powered?: boolean;
  readonly userConfig?: JsonObject;
  /** Takes the service for its own, where nobody ever held it, or writes its label anew. */
  readonly owner?: Owner & { readonly by: string | null };
  readonly expect?: Expectation;
}

type ServiceCommand<Type extends string> = ServiceId & {
  readonly type: Type;
};

/** A change of what is in a service. */
type MemberCommand<Type extends string> = ServiceCommand<Type> & { readonly expect?: Expectation };

/** Gives a service to an owner, or to nobody (null), if it is as expected. */
export type ChangeOwner = ServiceCommand<'ChangeOwner'> & {
  readonly expect: Expectation;
  /** `making`: it is not held before its maker says so. */
  readonly owner: (Owner & { readonly making?: boolean }) | null;
  /** Who asks for it; null: not told. */
  readonly by: string | null;
};

/** One look of who makes a service at it: no command, since it leaves no event until the service is held. */
export interface MakerLook extends ServiceId {
  readonly owner: string;
  /** When the maker holds it from: as soon as it runs, or at once, because waiting has ended. Absent: not yet. */
  readonly hold?: 'when-running' | 'now';
  /** Who looks, for people; null: not told. */
  readonly by: string | null;
}

/** Asks whether a service can be upgraded in place. */
export type CheckUpgrade = ServiceCommand<'CheckUpgrade'> & { readonly targetVersion: string };

/** Everything that a client can ask of a project, in the imperative. A refused command leaves no event. */
export type ProjectCommand =
  | CreateService
  | UpdateService
  | (ServiceCommand<'TerminateService'> & { readonly expect?: Expectation })
  | (ServiceCommand<'ReplaceTags'> & {
      readonly tags: Readonly<Record<string, string>>;
      readonly expect?: Expectation;
    })
  | ChangeOwner
  | (MemberCommand<'CreateDatabase'> & { readonly database: string })
  | (MemberCommand<'DeleteDatabase'> & { readonly database: string })
  /** `password` absent: the registry draws one. */
  | (MemberCommand<'CreateUser'> & {
      readonly username: string;
      readonly password?: string;
      readonly accessControl?: JsonObject;
    })
  /** In place of all there were. */
  | (MemberCommand<'SetUserAccess'> & { readonly username: string; readonly accessControl: JsonObject })
  /** In place of all there were. */
  | (MemberCommand<'ReplaceRoles'> & { readonly roles: RoleGrants })
  | (MemberCommand<'DeleteUser'> & { readonly username: string })
  /** `password` absent: the registry draws one. */
  | (MemberCommand<'ResetUserPassword'> & { readonly username: string; readonly password?: string })
  | (MemberCommand<'CreatePool'> & ConnectionPool)
  /** What is absent stays as it is. */
  | (MemberCommand<'UpdatePool'> & Pick<ConnectionPool, 'pool'> & Partial<ConnectionPool>)
  | (MemberCommand<'DeletePool'> & { readonly pool: string })
  | CheckUpgrade
  | (ServiceCommand<'WriteRow'> & { readonly database: string; readonly key: string; readonly value: string })
  /** A seeded workload: `count` rows written at the clock's now, keys and values drawn from the seed. */
  | (ServiceCommand<'GenerateRows'> & { readonly database: string; readonly count: number; readonly seed: string })
  | (ServiceCommand<'SetBackupCopyPaused'> & { readonly paused: boolean })
  | { readonly type: 'CreateIntegration'; readonly project: string; readonly integration: IntegrationSpec }
  | {
      readonly type: 'UpdateIntegration';
      readonly project: string;
      readonly integrationId: string;
      readonly userConfig: JsonObject;
    }
  | { readonly type: 'DeleteIntegration'; readonly project: string; readonly integrationId: string }
  | {
      readonly type: 'CreateEndpoint';
      readonly project: string;
      readonly name: string;
      readonly endpointType: string;
      readonly userConfig: JsonObject;
    }
  | {
      readonly type: 'UpdateEndpoint';
      readonly project: string;
      readonly endpointId: string;
      readonly userConfig: JsonObject;
    }
  | { readonly type: 'DeleteEndpoint'; readonly project: string; readonly endpointId: string };

/** Where a thing belongs that the registry keeps plainly: to no project, to one, or to a service of it. */
export interface RecordPlace {
  readonly kind: PlainKind;
  readonly project?: string;
  readonly service?: string;
}

/** Everything that is asked about what the registry keeps plainly. */
export type RecordCommand =
  /** `id` absent: one is drawn. */
  | (RecordPlace & { readonly type: 'CreateRecord'; readonly id?: string; readonly value: JsonObject })
  /** The fields that it names, in place of those that there were. */
  | (RecordPlace & { readonly type: 'ChangeRecord'; readonly id: string; readonly value: JsonObject })
  | (RecordPlace & { readonly type: 'DropRecord'; readonly id: string });

/** Everything that is asked of the registry itself. */
export type RegistryCommand =
  | RecordCommand
  | { readonly type: 'CreateOrganization'; readonly organization: string }
  | ({ readonly type: 'CreateProject'; readonly project: string } & Pick<ProjectTerms, 'organization'> &
      Partial<ProjectTerms>)
  /** What is absent stays as it is; `name`: its name from now on. */
  | ({ readonly type: 'UpdateProject'; readonly project: string; readonly name?: string } & Partial<ProjectTerms>)
  | { readonly type: 'DeleteProject'; readonly project: string }
  | { readonly type: 'SetClock'; readonly mode: ClockMode }
  | { readonly type: 'AdvanceClock'; readonly byMs: number }
  | { readonly type: 'CreateToken'; readonly grant: TokenGrant }
  | { readonly type: 'RevokeToken'; readonly id: string }
  | { readonly type: 'SetCloudDown'; readonly cloud: string; readonly down: boolean }
  /** Plans and clouds of this world, over the default catalogue. */
  | { readonly type: 'AmendCatalogue'; readonly plans: readonly Plan[]; readonly clouds: readonly Cloud[] };

export type Command = ProjectCommand | RegistryCommand;
