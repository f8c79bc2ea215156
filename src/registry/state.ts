import type { AccessHistory, Cloud, EpochMs, IntegrationFacts, Manifest, Plan } from '../domain';
import type { ClockMode, RecoveryDefault, TimingProfile } from './commands';
import type { ForkSource, InstanceId, NewService, OwnerRecord } from './events';
import type { MaintenanceWindow, ProjectTerms, TaskRecord } from './records';
import type { RoleGrants } from './role-grants';
import type { PlanTerms } from './plan-terms';
import type { TokenRecord } from './tokens';

/** A span of time; `to` null: it has not ended. */
export interface Span {
  readonly from: EpochMs;
  readonly to: EpochMs | null;
}

/** The registry itself: clock, catalogue amendments, outages. Folded from its own stream. */
export interface RegistryState {
  readonly seed: string;
  /** Id of the key that its secrets are sealed with; absent: it has none yet. */
  readonly key?: string;
  /** Its passwords follow from that key; absent: from the seed alone, as in a registry of before there were keys. */
  readonly keyedPasswords?: true;
  readonly profile: TimingProfile;
  readonly scheduleVersion: 1;
  /** Absent: the newest base backup. */
  readonly recoveryDefault?: RecoveryDefault;
  readonly clock: { readonly mode: ClockMode; readonly virtualAt: EpochMs; readonly wallAt: EpochMs };
  readonly organizations: readonly string[];
  readonly plans: readonly Plan[];
  readonly clouds: readonly Cloud[];
  /** Outages of each cloud that ever was down, oldest first. */
  readonly outages: Readonly<Record<string, readonly Span[]>>;
  /** How long a maker may be silent before it counts as interrupted; absent: 30 s. */
  readonly makerSilenceMs?: number;
  /** Every token that ever was made, oldest first; absent: none, as in a registry older than tokens. */
  readonly tokens?: readonly TokenRecord[];
}

/** One project. */
export interface ProjectState extends ProjectTerms {
  readonly name: string;
}

/** What decided about backups from `at` on: one entry per change, oldest first. */
export interface BackupRegime {
  readonly at: EpochMs;
  readonly powered: boolean;
  /** False: persistence is off, so there are no backups. */
  readonly persistent: boolean;
  readonly policy: PlanTerms['backup'];
  readonly cloud: string;
  readonly hour: number | null;
  readonly minute: number | null;
}

/** What follows from the seed of a registry and the name of a service alone: drawn once and kept with its view, since a hash takes long. */
export interface Drawn {
  /** The minute of the day at which its backups are due. */
  readonly backupMinute: number;
  /** What tells its backups from others of the same instant. */
  readonly backupSalt: number;
  /** A part of the name of its host. */
  readonly hostMark: string;
  readonly port: number;
}

/** One service, live or terminated, without its ledger: what commands and derivation need. */
export interface ServiceState extends Omit<NewService, 'type' | 'serviceType' | 'owner' | 'sizeMb' | 'roles'> {
  readonly type: string;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
  readonly terminatedAt: EpochMs | null;
  /** It was not terminated by a command: it had been powered off for too long. */
  readonly removed?: true;
  /** The cloud where it was created: its backups stay there. */
  readonly location: string;
  /** Absent: nobody ever held it; owner null: it was released. */
  readonly ownership?: { readonly owner: OwnerRecord | null; readonly since: EpochMs; readonly by: string | null };
  /** Size of the data it started with, in MB. */
  readonly initialSizeMb: number;
  /** Bytes written since. */
  readonly writtenBytes: number;
  /** Each instant at which the size reached another whole MB, with the MB written until then. */
  readonly growth: readonly { readonly at: EpochMs; readonly mb: number }[];
  readonly regimes: readonly BackupRegime[];
  /** The newest change that moves data: plan, cloud, disk or version. */
  readonly change: { readonly at: EpochMs; readonly kind: 'rebuild' | 'rebalance' } | null;
  /** When the version of its engine last changed; null: never since it was made. */
  readonly versionChangedAt: EpochMs | null;
  /** `replacedAt`: when one region last gave way to another; absent: never. */
  readonly region: { readonly cloud: string | null; readonly changedAt: EpochMs | null; readonly replacedAt?: EpochMs };
  readonly copyPauses: readonly Span[];
  /** How many passwords each name had here, so that no two are equal. */
  readonly passwordsMade: Readonly<Record<string, number>>;
  /** Absent: none. */
  readonly roles?: RoleGrants | undefined;
  readonly integrations: readonly IntegrationFacts[];
  /** What came and went; absent: the service is older than this history. */
  readonly access?: AccessHistory;
  readonly replicaOf: InstanceId | null;
  readonly fork: ForkSource | null;
  /** Absent: as every service begins. */
  readonly maintenance?: MaintenanceWindow;
  /** Absent: none. */
  readonly techEmails?: readonly string[];
  /** The newest tasks, oldest first; at most 100. */
  readonly tasks?: readonly TaskRecord[];
  readonly manifest: Manifest | null;
  /** Absent: its view is of before, or what is meant is the service at an earlier instant. */
  readonly drawn?: Drawn;
}

/** Which of all services that ever had its name it is, as events say it. */
export const identify = ({ project, service, incarnation }: InstanceId): InstanceId => ({
  project,
  service,
  incarnation,
});

/** Whether the service is powered on. Never throws. */
export const isPowered = (state: ServiceState): boolean => state.regimes.at(-1)?.powered ?? false;

/** Whether the cloud is down. Never throws. */
export const isDown = (registry: RegistryState, cloud: string): boolean => {
  const newest = registry.outages[cloud]?.at(-1);
  return newest !== undefined && newest.to === null;
};
