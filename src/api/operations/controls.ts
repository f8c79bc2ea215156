import * as z from 'zod/mini';
import { operation } from './operation';

export const outageList = operation({
  id: 'OutageList',
  method: 'GET',
  path: '/v1/forkcast/outage',
  needs: 'read',
  summary: 'Lists the clouds that are down.',
});

export const outageSet = operation({
  id: 'OutageSet',
  method: 'PUT',
  path: '/v1/forkcast/outage/{cloud}',
  needs: 'admin',
  summary: 'Takes a cloud down, or brings it up again.',
  body: () => z.strictObject({ down: z.boolean() }),
});

export const statusGet = operation({
  id: 'StatusGet',
  method: 'GET',
  path: '/v1/forkcast/status',
  needs: 'read',
  summary: 'Counts what the registry holds.',
});

export const snapshotGet = operation({
  id: 'SnapshotGet',
  method: 'GET',
  path: '/v1/forkcast/snapshot',
  needs: 'read',
  summary:
    'Gives all that rules may know as a snapshot file, without secrets; with `services`, of these alone. A token of some ' +
    'projects gets these projects.',
  query: () => z.object({ services: z.optional(z.string().check(z.maxLength(2_048))) }),
});

/** Operations that control the simulation. */
export const controlOperations = [outageList, outageSet, statusGet, snapshotGet] as const;
