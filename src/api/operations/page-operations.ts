import { backupOperations } from './backups';
import { catalogueOperations } from './catalogue';
import { changesOperations } from './changes';
import { clockOperations } from './clock';
import { contentsOperations } from './contents';
import { controlOperations } from './controls';
import { databaseOperations } from './databases';
import { faultOperations } from './faults';
import { forkOperations } from './forks';
import { historyOperations } from './history';
import { integrationOperations } from './integrations';
import { ownerOperations } from './owners';
import { projectOperations } from './projects';
import { servicePageOperations } from './service-page';
import { serviceOperations } from './services';
import { sessionOperations } from './session';
import { taskOperations } from './tasks';

/**
 * What pages ask that list services, show one, fork it and change it. Accounts, bills and what belongs to one engine alone are not
 * among it.
 */
export const pageOperations = {
  ...serviceOperations,
  ...backupOperations,
  ...databaseOperations,
  ...integrationOperations,
  ...sessionOperations,
  ...taskOperations,
  ...projectOperations,
  ...catalogueOperations,
  ...contentsOperations,
  ...historyOperations,
  ...changesOperations,
  ...servicePageOperations,
  ...clockOperations,
  ...controlOperations,
  ...forkOperations,
  ...ownerOperations,
  ...faultOperations,
};
