import { backupOperations } from './backups';
import { catalogueOperations } from './catalogue';
import { clockOperations } from './clock';
import { contentsOperations } from './contents';
import { controlOperations } from './controls';
import { databaseOperations } from './databases';
import { integrationOperations } from './integrations';
import type { Operation } from './operation';
import { poolOperations } from './pools';
import { projectOperations } from './projects';
import { serviceOperations } from './services';
import { userOperations } from './users';

/** Every operation that the registry serves. A path and a method stand here once. */
export const operations: readonly Operation[] = [
  ...serviceOperations,
  ...backupOperations,
  ...databaseOperations,
  ...userOperations,
  ...poolOperations,
  ...integrationOperations,
  ...projectOperations,
  ...catalogueOperations,
  ...contentsOperations,
  ...clockOperations,
  ...controlOperations,
];
