import type { Fact, JsonValue, ServiceRequest } from '../domain';

/**
 * What is asked of a service: as written, and unknown where Terraform decides it at apply. What is not written is undefined, and
 * stays as it is; a setting that is null is reset. A `ServiceRequest` is one.
 */
export interface DesiredService extends Pick<
  ServiceRequest,
  | 'project'
  | 'serviceName'
  | 'serviceType'
  | 'plan'
  | 'cloud'
  | 'diskSpaceMb'
  | 'from'
  | 'latestTransaction'
  | 'onForkChange'
> {
  readonly terminationProtection: Fact<boolean | undefined>;
  readonly tags: Fact<Readonly<Record<string, string>> | undefined>;
  /** Absent, undefined: on or off, it stays so. */
  readonly powered?: Fact<boolean | undefined>;
  /** By API key. */
  readonly userConfig: Readonly<Record<string, Fact<JsonValue>>>;
}
