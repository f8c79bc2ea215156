import type { EpochMs, JsonObject } from '../domain';

/** A connection pool of a service. */
export interface ConnectionPool {
  readonly pool: string;
  readonly database: string;
  readonly username: string | null;
  readonly poolSize: number;
  readonly poolMode: string;
}

/** A target that metrics, logs and other data can be sent to. Secrets in its settings are sealed. */
export interface EndpointRecord {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly endpointType: string;
  readonly userConfig: JsonObject;
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
