// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression } from '../source';

/** Settings of a Thanos Metrics service. Keys left out keep the vendor's default. */
export interface ThanosUserConfig {
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
  /** Settings of the compactor. */
  readonly compactor?: NestedObject;
  /** Environment variables. @deprecated */
  readonly env?: NestedObject;
  /** Use of object storage that raises an alert; 0 for none. Bounds: from 0. */
  readonly objectStorageUsageAlertThresholdGb?: number;
  /** Settings of the query nodes. */
  readonly query?: NestedObject;
  /** Settings of the query front end. */
  readonly queryFrontend?: NestedObject;
  /** Settings of the ingesting receiver. */
  readonly receiverIngesting?: NestedObject;
  /** Settings of the routing receiver. */
  readonly receiverRouting?: NestedObject;
  /** Settings of the ruler. */
  readonly ruler?: NestedObject;
  /** Settings of the store. */
  readonly store?: NestedObject;
}
