// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression, ServiceSource } from '../source';

/** Settings of an OpenSearch service. Keys left out keep the vendor's default. */
export interface OpensearchUserConfig {
  /**
   * Name of the service to fork; read only while the service is created.
   * Bounds: at most 64 characters, create-only.
   */
  readonly serviceToForkFrom?: ServiceSource | string | null;
  /**
   * Name of the project of the service to fork, when it is another project; read only while the service is created.
   * Bounds: at most 63 characters, create-only.
   */
  readonly projectToForkFrom?: string | null;
  /** Name of the backup that the fork is restored from. Bounds: at most 128 characters. */
  readonly recoveryBasebackupName?: string;
  /** OpenSearch version. */
  readonly opensearchVersion?: '1' | '2' | '2.19' | '3.3' | '3.6' | Expression | null;
  /**
   * Region of the same provider that backups are copied to; at most one.
   * Bounds: at most 256 characters, at most 1 items.
   */
  readonly additionalBackupRegions?: readonly string[];
  /** Single sign-on by SAML: enabled, the two entity ids, metadata address, keys of roles and subject. */
  readonly saml?: NestedObject;
  /** Single sign-on by OpenID Connect: enabled, client, address of the identity provider. */
  readonly openid?: NestedObject;
  /** Sign-on by JSON web tokens: enabled, signing key, header, keys of roles and subject. */
  readonly jwt?: NestedObject;
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
  /** Snapshot in Azure storage to restore from. */
  readonly azureMigration?: NestedObject;
  /** Leaves replica counts as they are on several nodes. */
  readonly disableReplicationFactorAdjustment?: boolean | Expression | null;
  /** Snapshot in Google Cloud Storage to restore from. */
  readonly gcsMigration?: NestedObject;
  /** How many indices of a pattern are kept. Bounds: at most 512 items. */
  readonly indexPatterns?: readonly NestedValue[];
  /** Settings of index rollups. */
  readonly indexRollup?: NestedObject;
  /** Template of new indices. */
  readonly indexTemplate?: NestedObject;
  /** Keeps the refresh interval of each index. */
  readonly keepIndexRefreshInterval?: boolean | Expression;
  /** Most indices kept; use index_patterns. Bounds: from 0. @deprecated */
  readonly maxIndexCount?: number;
  /** Settings of opensearch.yml. */
  readonly opensearch?: NestedObject;
  /** Settings of OpenSearch Dashboards. */
  readonly opensearchDashboards?: NestedObject;
  /** Snapshot in S3 to restore from. */
  readonly s3Migration?: NestedObject;
}
