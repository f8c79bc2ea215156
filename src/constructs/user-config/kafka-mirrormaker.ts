// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression } from '../source';

/** Settings of an Apache Kafka MirrorMaker 2 service. Keys left out keep the vendor's default. */
export interface KafkaMirrormakerUserConfig {
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
  /** Settings of MirrorMaker. */
  readonly kafkaMirrormaker?: NestedObject;
}
