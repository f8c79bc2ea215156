// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression } from '../source';

/** Settings of an Apache Kafka service. Keys left out keep the vendor's default. */
export interface KafkaUserConfig {
  /** Kafka version. */
  readonly kafkaVersion?: '3.8' | '3.9' | '4.0' | '4.1' | '4.2' | Expression | null;
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
  /** Host name of your own that points at the web front end. Bounds: at most 255 characters. */
  readonly customDomain?: string | null;
  /** Registers AAAA records and accepts IPv6. */
  readonly enableIpv6?: boolean | Expression;
  /** Messages can be read through the console and the API. */
  readonly aivenKafkaTopicMessages?: boolean | Expression;
  /** Hours between backups; for ACU plans only. Bounds: from 3, to 24. */
  readonly backupIntervalHours?: 3 | 4 | 6 | 8 | 12 | 24 | Expression;
  /** Days that backups are kept; for ACU plans only. Bounds: from 1, to 30. */
  readonly backupRetentionDays?: number;
  /** Consumers read from the nearest replica. */
  readonly followerFetching?: NestedObject;
  /** Settings of the brokers. */
  readonly kafka?: NestedObject;
  /** How clients sign in. */
  readonly kafkaAuthenticationMethods?: NestedObject;
  /** Turns Kafka Connect on. */
  readonly kafkaConnect?: boolean | Expression;
  /** Settings of Kafka Connect. */
  readonly kafkaConnectConfig?: NestedObject;
  /** Versions of connector plug-ins. */
  readonly kafkaConnectPluginVersions?: readonly NestedValue[];
  /** Stores that connectors read secrets from. */
  readonly kafkaConnectSecretProviders?: readonly NestedValue[];
  /** Topics without local disks. */
  readonly kafkaDiskless?: NestedObject;
  /** Turns the REST interface on. */
  readonly kafkaRest?: boolean | Expression;
  /** Authorization in the REST interface. */
  readonly kafkaRestAuthorization?: boolean | Expression;
  /** Settings of the REST interface. */
  readonly kafkaRestConfig?: NestedObject;
  /** SASL mechanisms on offer. */
  readonly kafkaSaslMechanisms?: NestedObject;
  /** Uses a Let's Encrypt certificate for SASL. */
  readonly letsencryptSasl?: boolean | Expression;
  /** Turns the schema registry on. */
  readonly schemaRegistry?: boolean | Expression;
  /** Settings of the schema registry. */
  readonly schemaRegistryConfig?: NestedObject;
  /** Keeps all nodes in one zone. */
  readonly singleZone?: NestedObject;
  /** Older segments move to object storage. */
  readonly tieredStorage?: NestedObject;
}
