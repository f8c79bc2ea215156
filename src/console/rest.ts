import { pageOperations } from '../api';
import { LoginDialog } from './dialogs/login';
import { ReviewPage } from './pages/review';
import { ServicePage } from './pages/service';
import { SimulationDrawer } from './simulation/drawer';

/** All that the list of services needs not wait for: a script of its own. */
export const rest = { ServicePage, ReviewPage, LoginDialog, SimulationDrawer, pageOperations };
export type Rest = typeof rest;
