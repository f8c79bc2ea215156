import type { Catalogue } from './catalogue';
import { catalogueOf } from './catalogue';
import { clouds } from './clouds';
import { plans } from './plans';
import { serviceTypes } from './service-types';

/** All that is publicly on sale: every service type, cloud and plan. */
export const defaultCatalogue: Catalogue = catalogueOf({ serviceTypes, clouds, plans, complete: true });
