// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression } from '../source';

/** Settings of an Apache Flink service. Keys left out keep the vendor's default. */
export interface FlinkUserConfig {
  /** Flink version. Bounds: create-only. */
  readonly flinkVersion?: '1.16' | '1.19' | '1.20' | Expression | null;
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
  /** Components reachable through Privatelink. */
  readonly privatelinkAccess?: NestedObject;
  /** Components of a service in a VPC that are reachable from the internet. */
  readonly publicAccess?: NestedObject;
  /** Own programs can be uploaded. Bounds: create-only. */
  readonly customCode?: boolean | Expression;
  /** Task slots of each node. Bounds: from 1, to 1024. */
  readonly numberOfTaskSlots?: number;
  /** Timeout of requests between nodes, in seconds. Bounds: from 5, to 60. */
  readonly pekkoAskTimeoutS?: number;
  /** Largest message between nodes, in bytes. Bounds: from 1048576, to 52428800. */
  readonly pekkoFramesizeB?: number;
}
