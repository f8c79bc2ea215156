import { contract, type Contract } from '../../../api';
import type { Routes } from '../route';
import { accountRoutes } from './accounts';
import { billingGroupRoutes } from './billing-groups';
import { clickHouseRoutes } from './clickhouse';
import { kafkaConnectRoutes } from './kafka-connect';
import { kafkaTopicRoutes } from './kafka-topics';
import { openSearchRoutes } from './opensearch';
import { organizationProjectRoutes } from './organization-projects';
import { staticIpRoutes } from './static-ips';
import { upgradePipelineRoutes } from './upgrade-pipeline';
import { backupRoutes } from './backups';
import { catalogueRoutes } from './catalogue';
import { changesRoutes } from './changes';
import { contentsRoutes } from './contents';
import { controlRoutes } from './controls';
import { endpointRoutes } from './endpoints';
import { forkRoutes } from './forks';
import { historyRoutes } from './history';
import { integrationRoutes } from './integrations';
import { memberRoutes } from './members';
import { networkRoutes } from './network';
import { ownerRoutes } from './owners';
import { projectRoutes } from './projects';
import { replierOf } from './replier';
import { servicePageRoutes } from './service-page';
import { serviceRoutes } from './services';
import { sessionRoutes } from './session';
import { simulationRoutes } from './simulation';
import { taskRoutes } from './tasks';
import { telemetryRoutes } from './telemetry';
import { tokenRoutes } from './tokens';

/** How the registry answers each operation of the contract. */
export const routes: Routes<Contract> = {
  ...serviceRoutes,
  ...backupRoutes,
  ...memberRoutes,
  ...integrationRoutes,
  ...endpointRoutes,
  ...networkRoutes,
  ...accountRoutes,
  ...billingGroupRoutes,
  ...clickHouseRoutes,
  ...kafkaConnectRoutes,
  ...kafkaTopicRoutes,
  ...openSearchRoutes,
  ...organizationProjectRoutes,
  ...staticIpRoutes,
  ...upgradePipelineRoutes,
  ...sessionRoutes,
  ...taskRoutes,
  ...telemetryRoutes,
  ...projectRoutes,
  ...catalogueRoutes,
  ...contentsRoutes,
  ...historyRoutes,
  ...changesRoutes,
  ...controlRoutes,
  ...forkRoutes(),
  ...ownerRoutes,
  ...servicePageRoutes,
  ...simulationRoutes,
  ...tokenRoutes,
};

/** Answers one operation of the contract by them. */
export const replyTo = replierOf(contract, routes);
