// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression } from '../source';

/** Settings of an Apache Kafka Connect service. Keys left out keep the vendor's default. */
export interface KafkaConnectUserConfig {
  /**
   * Region that backups are copied to; deprecated, the type has no such copies.
   * Bounds: at most 256 characters, at most 1 items.
   * @deprecated
   */
  readonly additionalBackupRegions?: readonly string[];
  /** Address blocks that may connect: texts, or objects with a network. Bounds: at most 8000 items. */
  readonly ipFilter?: readonly NestedValue[];
  /** Keeps the service's logs for the API and the console. */
  readonly serviceLog?: boolean | Expression | null;
  /** Uses static public addresses. */
  readonly staticIps?: boolean | Expression;
  /** Components reachable from private networks. */
  readonly privateAccess?: NestedObject;
  /** Components reachable through Privatelink. */
  readonly privatelinkAccess?: NestedObject;
  /** Components of a service in a VPC that are reachable from the internet. */
  readonly publicAccess?: NestedObject;
  /** Settings of Kafka Connect. */
  readonly kafkaConnect?: NestedObject;
  /** Versions of connector plug-ins. */
  readonly pluginVersions?: readonly NestedValue[];
  /** Stores that connectors read secrets from. */
  readonly secretProviders?: readonly NestedValue[];
}
