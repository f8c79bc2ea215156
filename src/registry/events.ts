import type { Cloud, EpochMs, JsonObject, Lineage, Manifest, Owner, Plan, ServiceId, ServiceOrigin } from '../domain';
import type { ClockMode, RecoveryDefault, TimingProfile } from './commands';
import type { PlanTerms } from './plan-terms';
import type {
  ConnectionPool,
  EndpointRecord,
  MaintenanceWindow,
  PlainRecord,
  ProjectTerms,
  TaskRecord,
} from './records';
import type { RoleGrants } from './role-grants';
import type { TokenGrant } from './tokens';

/** A user as the log knows it: the password is derived from `passwordKey` and the registry's key, or was asked for. */
export interface StoredUser {
  readonly username: string;
  readonly kind: 'primary' | 'normal';
  readonly passwordKey: string;
  /** The password that was asked for, sealed; absent: it is derived. */
  readonly wrapped?: string;
  /** What it may do, in the API's own fields; absent: nothing was ever said of it. */
  readonly accessControl?: JsonObject;
}

/** Where a fork's data begins: the source, and how much of its log belongs to the fork. */
export interface ForkSource extends Lineage {
  /** Version of the source's stream when the fork was made: what was appended later is not in the fork, even at the same instant. */
  readonly sourcePosition: number;
  /** Number of ancestors. */
  readonly depth: number;
}

/** The service that a fork was made from. Never throws. */
export const forkedFrom = ({
  sourceProject: project,
  sourceService: service,
  sourceIncarnation: incarnation,
}: Pick<Lineage, 'sourceProject' | 'sourceService' | 'sourceIncarnation'>): InstanceId => ({
  project,
  service,
  incarnation,
});

/** An owner in the log; `by`: who said so, null: not told. */
export interface OwnerRecord extends Owner {
  readonly state: 'making' | 'held';
  readonly by: string | null;
}

/** One service among all that ever had its name. */
export interface InstanceId extends ServiceId {
  /** 1 for the first service of this name, one more for each that was terminated before. */
  readonly incarnation: number;
}

/** What a service holds but for its rows. */
interface Held {
  readonly databases: readonly string[];
  readonly users: readonly StoredUser[];
  readonly pools: readonly ConnectionPool[];
  /** Absent: none. */
  readonly roles?: RoleGrants;
}

/** A new service, with what it starts with. */
export type NewService = InstanceId &
  Held & {
    readonly serviceType: string;
    readonly plan: PlanTerms;
    readonly cloud: string;
    readonly diskMb: number;
    /** Effective settings; secrets sealed. */
    readonly userConfig: JsonObject;
    readonly terminationProtection: boolean;
    readonly tags: Readonly<Record<string, string>>;
    readonly origin: ServiceOrigin | null;
    /** Who makes it or holds it from the start; absent: nobody. */
    readonly owner?: OwnerRecord;
    /** Size of the data it starts with, in MB. */
    readonly sizeMb: number;
  } & (
    | {
        /** It began with an empty data set. */
        readonly type: 'ServiceCreated';
        /** The service it replicates, when it is a read replica or a recovery copy. */
        readonly replicaOf: InstanceId | null;
      }
    | {
        /** It began as the state of another at its recovery point. Databases, users and pools are those of that point. */
        readonly type: 'ServiceForked';
        readonly source: ForkSource;
        readonly manifest: Manifest;
      }
  );

/** A service that was powered on began anew with what its newest backup held. Databases, users and pools are those of then. */
export interface ServiceDataRestored extends ServiceEventOf<'ServiceDataRestored'>, Held {
  /** Null: it had no backup, and began empty. */
  readonly recoveryPoint: EpochMs | null;
  readonly backupName: string | null;
  /** Size of what is left, in MB. */
  readonly sizeMb: number;
}

/** A replica became a service of its own, with what it held at that moment. */
export interface ReplicaPromoted extends ServiceEventOf<'ReplicaPromoted'>, Omit<Held, 'roles'> {
  /** The service whose data it showed, and how much of the log of that belongs to it. */
  readonly from: InstanceId & { readonly position: number };
  /** Size of what it holds, in MB. */
  readonly sizeMb: number;
}

interface ServiceEventOf<Type extends string> extends InstanceId {
  readonly type: Type;
}

/** An integration between two ends; each end is a service, or an endpoint of which only the name is known. */
export interface IntegrationRecord {
  readonly id: string;
  readonly project: string;
  readonly integrationType: string;
  readonly source: IntegrationEnd;
  readonly destination: IntegrationEnd;
  readonly userConfig: JsonObject;
}

/** One end of an integration. */
export type IntegrationEnd =
  (ServiceId & { readonly kind: 'service' }) | { readonly kind: 'endpoint'; readonly name: string };

/** What happened to one service of a project. */
export type ServiceEvent =
  | NewService
  | ServiceEventOf<'ServicePoweredOff'>
  | ServiceEventOf<'ServicePoweredOn'>
  | ServiceDataRestored
  | ReplicaPromoted
  | (ServiceEventOf<'ServicePlanChanged'> & { readonly plan: PlanTerms; readonly diskMb: number })
  | (ServiceEventOf<'ServiceCloudMigrated'> & { readonly cloud: string })
  | (ServiceEventOf<'ServiceDiskResized'> & { readonly diskMb: number })
  | (ServiceEventOf<'ServiceVersionUpgraded'> & { readonly versionKey: string; readonly version: string })
  /** The keys that changed, with their new values; null: reset. */
  | (ServiceEventOf<'UserConfigChanged'> & { readonly changed: JsonObject })
  | (ServiceEventOf<'BackupRegionChanged'> & { readonly cloud: string | null })
  | (ServiceEventOf<'TerminationProtectionChanged'> & { readonly enabled: boolean })
  | (ServiceEventOf<'MaintenanceChanged'> & { readonly window: MaintenanceWindow })
  | (ServiceEventOf<'TechEmailsReplaced'> & { readonly emails: readonly string[] })
  | (ServiceEventOf<'TaskFinished'> & { readonly task: TaskRecord })
  | (ServiceEventOf<'TagsReplaced'> & { readonly tags: Readonly<Record<string, string>> })
  | (ServiceEventOf<'ServiceClaimed'> & { readonly origin: ServiceOrigin })
  /** Owner null: it was released. */
  | (ServiceEventOf<'ServiceOwnerChanged'> & { readonly owner: OwnerRecord | null; readonly by: string | null })
  | ServiceEventOf<'ServiceTerminated'>
  /** It had been powered off for too long. Noted with the next command after `removedAt`, when it ended. */
  | (ServiceEventOf<'ServiceRemoved'> & { readonly removedAt: EpochMs })
  | (ServiceEventOf<'DatabaseCreated'> & { readonly database: string })
  | (ServiceEventOf<'DatabaseDeleted'> & { readonly database: string })
  | (ServiceEventOf<'UserCreated'> & {
      readonly username: string;
      readonly accessControl?: JsonObject;
      /** The password that was asked for, sealed; absent: it is derived. */
      readonly wrapped?: string;
    })
  | (ServiceEventOf<'UserAccessChanged'> & { readonly username: string; readonly accessControl: JsonObject })
  | (ServiceEventOf<'UserDeleted'> & { readonly username: string })
  | (ServiceEventOf<'UserPasswordReset'> & {
      readonly username: string;
      /** The password that was asked for, sealed; absent: it is derived. */
      readonly wrapped?: string;
    })
  | (ServiceEventOf<'RolesReplaced'> & { readonly roles: RoleGrants })
  | (ServiceEventOf<'PoolCreated'> & { readonly pool: ConnectionPool })
  | (ServiceEventOf<'PoolChanged'> & { readonly pool: ConnectionPool })
  | (ServiceEventOf<'PoolDeleted'> & { readonly pool: string })
  | (ServiceEventOf<'RowWritten'> & { readonly database: string; readonly key: string; readonly value: string })
  | (ServiceEventOf<'RowsGenerated'> & { readonly database: string; readonly count: number; readonly seed: string })
  | ServiceEventOf<'BackupCopyPaused'>
  | ServiceEventOf<'BackupCopyResumed'>;

/** What happened to a project itself, or between two of its services. */
export type ProjectEvent =
  | ({ readonly type: 'ProjectCreated'; readonly project: string } & ProjectTerms)
  /** What is absent stays as it was. */
  | ({ readonly type: 'ProjectChanged'; readonly project: string } & Partial<ProjectTerms>)
  | { readonly type: 'ProjectDeleted'; readonly project: string }
  | { readonly type: 'IntegrationCreated'; readonly project: string; readonly integration: IntegrationRecord }
  | { readonly type: 'IntegrationChanged'; readonly project: string; readonly integration: IntegrationRecord }
  | { readonly type: 'IntegrationDeleted'; readonly project: string; readonly integration: IntegrationRecord }
  | { readonly type: 'EndpointCreated'; readonly project: string; readonly endpoint: EndpointRecord }
  | { readonly type: 'EndpointChanged'; readonly project: string; readonly endpoint: EndpointRecord }
  | { readonly type: 'EndpointDeleted'; readonly project: string; readonly endpoint: EndpointRecord }
  | { readonly type: 'RecordKept'; readonly project: string; readonly record: PlainRecord }
  | { readonly type: 'RecordDropped'; readonly project: string; readonly record: PlainRecord };

/** What happened to the registry itself. `wallAt` is the wall clock's time; `virtualAt` the registry's, from then on. */
export type RegistryWideEvent =
  | {
      readonly type: 'RegistryInitialized';
      /** Drawn anew whenever a registry is made, so that two of one seed differ; absent: one of before there were ids. */
      readonly id?: string;
      readonly seed: string;
      /** Id of the key that its passwords follow from and its secrets are sealed with; absent: one of before there were keys. */
      readonly key?: string;
      readonly profile: TimingProfile;
      readonly scheduleVersion: 1;
      /** Absent: the newest base backup. */
      readonly recoveryDefault?: RecoveryDefault;
      readonly mode: ClockMode;
      readonly virtualAt: EpochMs;
      readonly wallAt: EpochMs;
      /** How long a maker may be silent before it counts as interrupted; absent: 30 s. */
      readonly makerSilenceMs?: number;
    }
  | { readonly type: 'ClockSet'; readonly mode: ClockMode; readonly virtualAt: EpochMs; readonly wallAt: EpochMs }
  | { readonly type: 'ClockAdvanced'; readonly byMs: number; readonly virtualAt: EpochMs; readonly wallAt: EpochMs }
  /** The first secret was sealed in a registry of before there were keys. */
  | { readonly type: 'KeyChosen'; readonly key: string }
  | { readonly type: 'OrganizationCreated'; readonly organization: string }
  | { readonly type: 'CatalogueAmended'; readonly plans: readonly Plan[]; readonly clouds: readonly Cloud[] }
  | { readonly type: 'TokenCreated'; readonly grant: TokenGrant; readonly wallAt: EpochMs }
  | { readonly type: 'TokenRevoked'; readonly id: string; readonly wallAt: EpochMs }
  | { readonly type: 'CloudWentDown'; readonly cloud: string }
  | { readonly type: 'CloudCameBack'; readonly cloud: string }
  | { readonly type: 'WideRecordKept'; readonly record: PlainRecord }
  | { readonly type: 'WideRecordDropped'; readonly record: PlainRecord };

/** An immutable fact of the log, in the past tense. Never edited; a new shape is a new type. */
export type RegistryEvent = RegistryWideEvent | ProjectEvent | ServiceEvent;

/** An event where it stands in the log. Versions of a stream begin at 1 and have no gaps. */
export interface EventEnvelope {
  readonly stream: string;
  readonly version: number;
  readonly at: EpochMs;
  readonly event: RegistryEvent;
}

/** The stream of the registry itself. */
export const registryStream = 'registry';

/** The stream of a project. */
export const projectStream = (project: string): string => `project/${project}`;

/** The stream that an event belongs to. Never throws. */
export const findStream = (event: RegistryEvent): string =>
  'project' in event ? projectStream(event.project) : registryStream;

/** One service among all that ever had its name: `project/service#incarnation`. */
export const instanceKey = (id: InstanceId): string => `${id.project}/${id.service}#${id.incarnation}`;

/** The service that an event is about, and whether it is one of its many rows; undefined: none in particular. */
export const findSubject = (
  event: RegistryEvent,
): { readonly instance: string; readonly kind: 'settings' | 'ledger' } | undefined => {
  if (!('incarnation' in event)) return undefined;
  const ledger = event.type === 'RowWritten' || event.type === 'RowsGenerated';
  return { instance: instanceKey(event), kind: ledger ? 'ledger' : 'settings' };
};

/** True for events of one service. Never throws. */
export const isServiceEvent = (event: RegistryEvent): event is ServiceEvent => 'incarnation' in event;
