import type { Route } from '../route';
import { backupRoutes } from './backups';
import { catalogueRoutes } from './catalogue';
import { contentsRoutes } from './contents';
import { controlRoutes } from './controls';
import { endpointRoutes } from './endpoints';
import { integrationRoutes } from './integrations';
import { memberRoutes } from './members';
import { networkRoutes } from './network';
import { ownerRoutes } from './owners';
import { projectRoutes } from './projects';
import { serviceRoutes } from './services';
import { sessionRoutes } from './session';
import { simulationRoutes } from './simulation';
import { taskRoutes } from './tasks';
import { telemetryRoutes } from './telemetry';
import { tokenRoutes } from './tokens';

/** How the registry answers each operation of the contract. */
export const routes: readonly Route[] = [
  ...serviceRoutes,
  ...backupRoutes,
  ...memberRoutes,
  ...integrationRoutes,
  ...endpointRoutes,
  ...networkRoutes,
  ...sessionRoutes,
  ...taskRoutes,
  ...telemetryRoutes,
  ...projectRoutes,
  ...catalogueRoutes,
  ...contentsRoutes,
  ...controlRoutes,
  ...ownerRoutes,
  ...simulationRoutes,
  ...tokenRoutes,
];
