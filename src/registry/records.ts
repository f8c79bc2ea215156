import type { EpochMs, JsonObject } from '../domain';

/** A connection pool of a service. */
export interface ConnectionPool {
  readonly pool: string;
  readonly database: string;
  readonly username: string | null;
  readonly poolSize: number;
  readonly poolMode: string;
}

/** What is said of a project besides its name. */
export interface ProjectTerms {
  readonly organization: string;
  readonly defaultCloud: string;
  /** Absent: none. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly techEmails?: readonly string[];
  readonly billingGroup?: string;
  readonly basePort?: number;
}

/** A target that metrics, logs and other data can be sent to. Secrets in its settings are sealed. */
export interface EndpointRecord {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly endpointType: string;
  readonly userConfig: JsonObject;
}

/** What the vendor has and this registry keeps as it was told, simulating nothing of it. */
export type PlainKind = 'account' | 'billing_group' | 'kafka_topic' | 'opensearch_acl' | 'static_ip' | 'upgrade_step';

/** One thing of such a kind. Of a service: the id begins with `service#incarnation/`. */
export interface PlainRecord {
  readonly kind: PlainKind;
  readonly id: string;
  readonly value: JsonObject;
}

/** A field of such a thing that is a text; of another kind, or where there is none: nothing. */
export const textIn = (value: JsonObject, name: string, usual = ''): string => {
  const text = value[name];
  return typeof text === 'string' ? text : usual;
};

/** The same with the instants of its creation and of its newest change. */
export interface DatedRecord extends PlainRecord {
  readonly createdAt: EpochMs;
  readonly changedAt: EpochMs;
}

/** A check that was asked of a service; its result is known at once and never changes. */
export interface TaskRecord {
  readonly id: string;
  readonly taskType: 'upgrade_check';
  readonly createdAt: EpochMs;
  readonly targetVersion: string;
  readonly success: boolean;
  readonly result: string;
}

/** When updates of a service may be installed: the weekday and the time of day, UTC. */
export interface MaintenanceWindow {
  readonly dow: string;
  readonly time: string;
}
