// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression, ServiceSource } from '../source';

/** Settings of an Elasticsearch service. Keys left out keep the vendor's default. */
export interface ElasticsearchUserConfig {
  /**
   * Name of the service to fork; read only while the service is created.
   * Bounds: at most 64 characters, create-only.
   * @deprecated
   */
  readonly serviceToForkFrom?: ServiceSource | string | null;
  /**
   * Name of the project of the service to fork, when it is another project; read only while the service is created.
   * Bounds: at most 63 characters, create-only.
   * @deprecated
   */
  readonly projectToForkFrom?: string | null;
  /** Name of the backup that the fork is restored from. Bounds: at most 128 characters. @deprecated */
  readonly recoveryBasebackupName?: string;
  /** Elasticsearch major version. @deprecated */
  readonly elasticsearchVersion?: '7' | Expression | null;
  /** Address blocks that may connect: texts, or objects with a network. Bounds: at most 8000 items. @deprecated */
  readonly ipFilter?: readonly NestedValue[];
  /** Keeps the service's logs for the API and the console. @deprecated */
  readonly serviceLog?: boolean | Expression | null;
  /** Uses static public addresses. @deprecated */
  readonly staticIps?: boolean | Expression;
  /** Components reachable from private networks. @deprecated */
  readonly privateAccess?: NestedObject;
  /** Components reachable through Privatelink. @deprecated */
  readonly privatelinkAccess?: NestedObject;
  /** Components of a service in a VPC that are reachable from the internet. @deprecated */
  readonly publicAccess?: NestedObject;
  /** Host name of your own that points at the web front end. Bounds: at most 255 characters. @deprecated */
  readonly customDomain?: string | null;
  /** Leaves replica counts as they are on several nodes. @deprecated */
  readonly disableReplicationFactorAdjustment?: boolean | Expression | null;
  /** Settings of the engine. @deprecated */
  readonly elasticsearch?: NestedObject;
  /** How many indices of a pattern are kept. Bounds: at most 512 items. @deprecated */
  readonly indexPatterns?: readonly NestedValue[];
  /** Template of new indices. @deprecated */
  readonly indexTemplate?: NestedObject;
  /** Keeps the refresh interval of each index. @deprecated */
  readonly keepIndexRefreshInterval?: boolean | Expression;
  /** Settings of Kibana. @deprecated */
  readonly kibana?: NestedObject;
  /** Most indices kept; use index_patterns. Bounds: from 0. @deprecated */
  readonly maxIndexCount?: number;
}
