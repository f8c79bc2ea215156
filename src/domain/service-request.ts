import { known, type Fact } from './fact';
import type { JsonValue } from './json';
import type { ReaderLanguage } from './reader-language';
import type { PlannedChange, PrivateNetwork, StaticAddress } from './planned-change';
import type { EpochMs } from './time';

/** An integration of a declared service, seen from that service: only the other end is named. */
export interface DeclaredIntegration {
  readonly type: Fact<string>;
  /** Known undefined: the service itself is the source. */
  readonly sourceService: Fact<string | undefined>;
  /** Known undefined: the service itself is the destination. */
  readonly destinationService: Fact<string | undefined>;
  /** The project of the other end; absent: that of the service. */
  readonly otherProject?: Fact<string>;
}

/** A finding that was read and accepted, with the reason, and until when. */
export interface Acknowledgement {
  readonly ruleId: string;
  readonly reason: string;
  /** Last instant at which it counts; absent: no end. */
  readonly until?: EpochMs;
  /** The construct path, or the file, where it was written. Inherited by everything below that path. */
  readonly scope: string;
  /** The address that it is limited to, with everything below; absent: wherever it is inherited. */
  readonly within?: string;
}

/** How the configuration names the source of a fork. */
export type SourceReference =
  | { readonly kind: 'none' }
  /** A text: Terraform sees no dependency. */
  | { readonly kind: 'literal' }
  /** A service declared in the same configuration, by its address. */
  | { readonly kind: 'declared'; readonly address: string };

/** How Forkcast makes a declared service. */
export interface Carried {
  readonly by: 'local-exec' | 'provider';
  /** Address of the resource whose end ends the service. */
  readonly address: string;
  /** The resource whose `create_before_destroy` reaches that one; absent: none does. */
  readonly createdFirstBy?: string;
  /** A block `import` takes the live service in. */
  readonly imports?: true;
}

/**
 * One declared service, and the fork it asks for: input of every rule. Values are as written, not yet judged;
 * what Terraform decides at apply is an unknown fact.
 */
export interface ServiceRequest {
  /** Construct path or resource address: where findings are shown. */
  readonly address: string;
  /** Address of the resource that declares it; absent: that is its address, or `carried` tells. */
  readonly resource?: string;
  /** In whose words a remedy is said; absent: in those that the address tells. */
  readonly reader?: ReaderLanguage;
  /** The stack that declares it. */
  readonly stack: string;
  readonly project: Fact<string>;
  readonly serviceName: Fact<string>;
  readonly serviceType: Fact<string>;
  /** Undefined: not written, which only a fork from the secondary location may do: it gets its source's. */
  readonly plan: Fact<string | undefined>;
  /** Undefined: the project's default cloud; from the secondary location, where the copies lie. */
  readonly cloud: Fact<string | undefined>;
  /** Undefined: the plan's default disk. */
  readonly diskSpaceMb: Fact<number | undefined>;
  /** Undefined: not written, so it stays as it is; of a new service, off. */
  readonly terminationProtection: Fact<boolean | undefined>;
  /** Undefined: not written, so they stay as they are; of a new service, none. */
  readonly tags: Fact<Readonly<Record<string, string>> | undefined>;
  /** Undefined, absent: on or off, it stays so. */
  readonly powered?: Fact<boolean | undefined>;
  /** Weekday and time of day at which updates may be installed; undefined, absent: they stay as they are. */
  readonly maintenanceDow?: Fact<string | undefined>;
  readonly maintenanceTime?: Fact<string | undefined>;
  /** Undefined, absent: they stay as they are. */
  readonly techEmails?: Fact<readonly string[] | undefined>;
  readonly projectVpcId: Fact<string | undefined>;
  readonly staticIps: Fact<readonly string[]>;
  /** By API key (`service_to_fork_from`, ...): as written. A key that is not written is not there. */
  readonly userConfig: Readonly<Record<string, Fact<JsonValue>>>;
  /** How long the secrets are that it sets in the clear, by API key: nothing else is kept of them; absent: it sets none. */
  readonly secretLengths?: Readonly<Record<string, number>>;
  readonly integrations: readonly DeclaredIntegration[];
  readonly source: SourceReference;
  /** Which storage location was asserted; `any`: the control plane decides. */
  readonly from: 'any' | 'primary' | 'secondary';
  /** Ask for the newest transaction; resolved to a time once, at create. */
  readonly latestTransaction: boolean;
  /** What to do when the fork keys of a live fork change. */
  readonly onForkChange: 'refuse' | 'replace';
  /** Milliseconds that the create may take; undefined: not written, so the vendor's default of 20 minutes. */
  readonly createTimeoutMs: Fact<number | undefined>;
  /** The backend waits for a source made in the same run until it has its first backup. */
  readonly waitsForSource: boolean;
  /** Addresses of services in the same configuration that Terraform makes before this one. */
  readonly after: readonly string[];
  /**
   * API names, such as `user_config.recovery_target_time`, of settings whose expression gives another value on every run,
   * as `timestamp()` does; their value here is an unknown fact.
   */
  readonly volatile?: readonly string[];
  /** Absent: something else makes it, such as the vendor's provider. */
  readonly carried?: Carried;
  /** Stack and path where it was declared before: what is held from there is its own. */
  readonly movedFrom?: { readonly stack: string; readonly path: string };
  /** Paths of all stacks of the app that declares it; absent: nobody told. */
  readonly appStacks?: readonly string[];
  /** It stands for several services, or one, or none: nobody knows how many instances its block has. */
  readonly uncounted?: true;
  /** The caller's own record, such as a Terraform state, says that the live service of this name is the declared one. */
  readonly recorded?: true;
  /** What the plan that declares it will do; absent: the input is no plan, so nobody knows. */
  readonly change?: PlannedChange;
  /** What the same input knows of its static addresses: by id, or by reference where the ids are unknown; absent: nothing. */
  readonly staticAddresses?: readonly StaticAddress[];
  /** What `projectVpcId`, unknown itself, refers to in the same input: one of these; absent: nobody knows. */
  readonly privateNetworks?: readonly PrivateNetwork[];
  /** The names of the projects that the same input makes or keeps; absent: none. */
  readonly madeProjects?: readonly Fact<string>[];
  /** The projects that the same input destroys, with the resources that are them; absent: none. */
  readonly endedProjects?: readonly { readonly project: string; readonly address: string }[];
  /** Where the source code declares it; absent: nobody told. */
  readonly declaredAt?: { readonly file: string; readonly line: number };
  /** Those that apply here, its own and inherited ones. */
  readonly acknowledgements: readonly Acknowledgement[];
}

/** The settings that name the source of a fork: the one of every type, and the older one that only PostgreSQL has. */
export const sourceKeyNames = ['service_to_fork_from', 'pg_service_to_fork_from'] as const;

const notWritten = known(undefined);

/** The request of a declared service: what is not told of it is as where nothing is written, and its source is a text where it has one. */
export const serviceRequest = (
  told: Pick<ServiceRequest, 'address' | 'project' | 'serviceName' | 'serviceType'> & Partial<ServiceRequest>,
): ServiceRequest => ({
  stack: '',
  plan: notWritten,
  cloud: notWritten,
  diskSpaceMb: notWritten,
  terminationProtection: notWritten,
  tags: notWritten,
  projectVpcId: notWritten,
  staticIps: known([]),
  userConfig: {},
  integrations: [],
  source: namesSource(told.userConfig ?? {}) ? { kind: 'literal' } : { kind: 'none' },
  from: 'any',
  latestTransaction: false,
  onForkChange: 'refuse',
  createTimeoutMs: notWritten,
  waitsForSource: false,
  after: [],
  acknowledgements: [],
  ...told,
});

/** A source key is written; one that is not known may be. */
const namesSource = (userConfig: ServiceRequest['userConfig']): boolean =>
  sourceKeyNames
    .map((key) => userConfig[key])
    .some((fact) => fact !== undefined && !(fact.known && (fact.value === null || fact.value === '')));
