import { backupOperations } from './backups';
import { catalogueOperations } from './catalogue';
import { clockOperations } from './clock';
import { contentsOperations } from './contents';
import { controlOperations } from './controls';
import { databaseOperations } from './databases';
import { endpointOperations } from './endpoints';
import { integrationOperations } from './integrations';
import { networkOperations } from './network';
import { faultOperations } from './faults';
import type { Operation } from './operation';
import { ownerOperations } from './owners';
import { poolOperations } from './pools';
import { projectOperations } from './projects';
import { serviceOperations } from './services';
import { sessionOperations } from './session';
import { taskOperations } from './tasks';
import { telemetryOperations } from './telemetry';
import { simulationOperations } from './simulation';
import { tokenOperations } from './tokens';
import { userOperations } from './users';

/** Every operation that the registry serves. A path and a method stand here once. */
export const operations: readonly Operation[] = [
  ...serviceOperations,
  ...backupOperations,
  ...databaseOperations,
  ...userOperations,
  ...poolOperations,
  ...integrationOperations,
  ...endpointOperations,
  ...networkOperations,
  ...sessionOperations,
  ...taskOperations,
  ...telemetryOperations,
  ...projectOperations,
  ...catalogueOperations,
  ...contentsOperations,
  ...clockOperations,
  ...controlOperations,
  ...ownerOperations,
  ...simulationOperations,
  ...tokenOperations,
  ...faultOperations,
];
