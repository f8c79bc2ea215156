import { accountOperations } from './accounts';
import { billingGroupOperations } from './billing-groups';
import { clickHouseOperations } from './clickhouse';
import { kafkaConnectOperations } from './kafka-connect';
import { kafkaTopicOperations } from './kafka-topics';
import { openSearchOperations } from './opensearch';
import { organizationProjectOperations } from './organization-projects';
import { staticIpOperations } from './static-ips';
import { upgradePipelineOperations } from './upgrade-pipeline';
import { endpointOperations } from './endpoints';
import { namesOf } from './names-of';
import { networkOperations } from './network';
import type { AnswerOf, BodyOf, Declaration, PartsOf, QueryOf, SentOf } from './operation';
import { pageOperations } from './page-operations';
import { poolOperations } from './pools';
import { simulationOperations } from './simulation';
import { telemetryOperations } from './telemetry';
import { tokenOperations } from './tokens';
import { userOperations } from './users';

const all = {
  ...pageOperations,
  ...userOperations,
  ...poolOperations,
  ...endpointOperations,
  ...networkOperations,
  ...accountOperations,
  ...billingGroupOperations,
  ...clickHouseOperations,
  ...kafkaConnectOperations,
  ...kafkaTopicOperations,
  ...openSearchOperations,
  ...organizationProjectOperations,
  ...staticIpOperations,
  ...upgradePipelineOperations,
  ...telemetryOperations,
  ...simulationOperations,
  ...tokenOperations,
};

/** The whole contract as a type. A program that must not load schemas imports this alone. */
export type Contract = typeof all;

/** The vendor's id of an operation, or our own for paths below `/v1/forkcast`. */
export type OperationId = keyof Contract;

/** Operations of the contract, each in its own types. */
export type Declared<Known extends OperationId = OperationId> = {
  readonly [Id in Known]: Declaration<
    Contract[Id]['path'],
    SentOf<Contract[Id]>,
    BodyOf<Contract[Id]>,
    QueryOf<Contract[Id]>,
    AnswerOf<Contract[Id]>
  >;
};

/** Every operation that the registry serves, by its id. A path and a method stand here once. */
export const contract: Declared = all;

/** What an operation is sent, by its id. */
export type SentTo<Id extends OperationId> = SentOf<Contract[Id]>;

/** What is asked of an operation: what stands in the parts of its path, its body and its query; null: it takes none. */
export interface CallOf<Id extends OperationId> {
  readonly at: Readonly<Record<PartsOf<Contract[Id]['path']>, string>>;
  readonly body: SentTo<Id>;
  readonly query: QueryOf<Contract[Id]>;
}

/** An operation with its id. */
export interface Operation extends Declaration {
  readonly id: OperationId;
}

/** The same as a list. */
export const operations: readonly Operation[] = namesOf(contract).map((id) => ({ id, ...contract[id] }));
