import { asked, pageOperations, type Answering } from '../api';
import type { AskedBy } from './client';
import { LoginDialog } from './dialogs/login';
import { ReviewPage } from './pages/review';
import { ServicePage } from './pages/service';
import { SimulationDrawer } from './simulation/drawer';

type PageId = keyof typeof pageOperations;

const declared: { readonly [Id in PageId]: Answering<Id> } = pageOperations;
const askedBy: AskedBy = (id) => asked(declared[id]);

/** All that the list of services needs not wait for: a script of its own. */
export const rest = { ServicePage, ReviewPage, LoginDialog, SimulationDrawer, askedBy };
export type Rest = typeof rest;
