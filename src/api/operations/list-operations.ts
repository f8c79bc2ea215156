import { changesOperations } from './changes';
import { servicePageOperations } from './service-page';

/** What a page asks that lists the services, and keeps up with them. */
export const listOperations = { ...changesOperations, ...servicePageOperations };
