import type { ServiceFacts } from './service-facts';
import type { JsonObject } from './json';
import type { Lineage } from './lineage';

/**
 * A live service as somebody saw it: the facts of a control plane, its answer, or a record such as a Terraform state. Undefined: that
 * view does not tell. Secrets are not in it.
 */
export interface LiveService {
  readonly project: string | undefined;
  readonly service: string | undefined;
  readonly type: string | undefined;
  readonly plan: string | undefined;
  readonly cloud: string | undefined;
  readonly diskSpaceMb?: number | undefined;
  readonly state?: ServiceFacts['state'];
  readonly userConfig: JsonObject;
  readonly tags: Readonly<Record<string, string>>;
  readonly terminationProtection: boolean;
  /** Absent: that view does not tell. */
  readonly maintenance?: { readonly dow: string | undefined; readonly time: string | undefined };
  readonly techEmails?: readonly string[];
  /** Absent: that view does not tell. */
  readonly staticIps?: readonly string[];
  /** What was restored; null or absent: nothing, or that view does not tell. */
  readonly lineage?: Pick<Lineage, 'role' | 'backupName'> | null;
  /** Null or absent: of nobody, or that view does not tell, so whether the newest transaction was asked for cannot be told. */
  readonly origin?: { readonly latestTransaction: boolean } | null;
}
