import type { JsonObject, Lineage, ServiceOrigin, ServiceState } from '../domain';
import { writtenText } from './same-setting';

/**
 * A live service as somebody saw it: the facts of a control plane, its answer, or a record such as a Terraform state. Undefined: that
 * view does not tell.
 */
export interface LiveService {
  readonly project: string | undefined;
  readonly service: string | undefined;
  readonly type: string | undefined;
  readonly plan: string | undefined;
  readonly cloud: string | undefined;
  readonly diskSpaceMb: number | undefined;
  readonly state: ServiceState | undefined;
  readonly userConfig: JsonObject;
  readonly tags: Readonly<Record<string, string>>;
  readonly terminationProtection: boolean;
  readonly lineage: Pick<Lineage, 'role' | 'backupName'> | null;
  /** Null: of nobody, so whether the newest transaction was asked for cannot be told. */
  readonly origin: Pick<ServiceOrigin, 'latestTransaction'> | null;
}

/** Whether a live service was made as a fork: its lineage or its keys tell. Never throws. */
export const isMadeAsFork = ({ userConfig, lineage }: Pick<LiveService, 'userConfig' | 'lineage'>): boolean =>
  lineage !== null ||
  writtenText(userConfig['service_to_fork_from']) !== undefined ||
  writtenText(userConfig['pg_service_to_fork_from']) !== undefined;
