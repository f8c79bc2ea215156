import { backupOperations } from './backups';
import { clockOperations } from './clock';
import { contentsOperations } from './contents';
import { databaseOperations } from './databases';
import { historyOperations } from './history';
import { integrationOperations } from './integrations';
import { ownerOperations } from './owners';
import { poolOperations } from './pools';
import { servicePageOperations } from './service-page';
import { serviceOperations } from './services';
import { staticIpOperations } from './static-ips';
import { taskOperations } from './tasks';
import { userOperations } from './users';

/** What who keeps services and what is in them asks, as the provider does: a program that asks nothing else loads no more. */
export const resourceOperations = {
  ...serviceOperations,
  ...ownerOperations,
  ...taskOperations,
  ...integrationOperations,
  ...clockOperations,
  ...databaseOperations,
  ...userOperations,
  ...poolOperations,
  ...backupOperations,
  ...contentsOperations,
  ...historyOperations,
  ...servicePageOperations,
  ...staticIpOperations,
};

export type ResourceOperationId = keyof typeof resourceOperations;
