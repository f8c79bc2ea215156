import type { Route } from '../route';
import { backupRoutes } from './backups';
import { catalogueRoutes } from './catalogue';
import { contentsRoutes } from './contents';
import { controlRoutes } from './controls';
import { integrationRoutes } from './integrations';
import { memberRoutes } from './members';
import { projectRoutes } from './projects';
import { serviceRoutes } from './services';
import { simulationRoutes } from './simulation';
import { tokenRoutes } from './tokens';

/** How the registry answers each operation of the contract. */
export const routes: readonly Route[] = [
  ...serviceRoutes,
  ...backupRoutes,
  ...memberRoutes,
  ...integrationRoutes,
  ...projectRoutes,
  ...catalogueRoutes,
  ...contentsRoutes,
  ...controlRoutes,
  ...simulationRoutes,
  ...tokenRoutes,
];
