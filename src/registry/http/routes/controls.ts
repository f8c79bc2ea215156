import type { clockOperations, controlOperations } from '../../../api';
import { given, writeSnapshot, toRfc3339, type ServiceId } from '../../../domain';
import { answered, onExecuted } from '../answer';
import { modeBody } from '../clock-answer';
import { parseReference } from '../../reference';
import type { Routes } from '../route';
import { clockRoutes } from './clock';

/** How the registry answers operations that control the simulation. */
export const controlRoutes: Routes<typeof controlOperations & typeof clockOperations> = {
  ...clockRoutes,

  OutageList: (registry) => answered({ outages: [...registry.status().outages] }),

  OutageSet: (registry, { at, body: { down } }) =>
    onExecuted(registry, { type: 'SetCloudDown', cloud: at.cloud, down }, () =>
      answered({ outages: [...registry.status().outages] }),
    ),

  StatusGet: (registry, { holder }) => {
    const status = registry.status();
    return answered({
      now: toRfc3339(status.now),
      clock: modeBody(status.clock),
      profile: status.profile,
      recovery_default: status.recoveryDefault ?? 'base-backup',
      ...(holder === undefined || holder.access === 'admin' ? { seed: status.seed } : {}),
      ...given({ sealed: status.sealed }),
      organizations: [...status.organizations],
      projects: status.projects,
      services: status.services,
      events: status.events,
      outages: [...status.outages],
    });
  },

  SnapshotGet: (registry, { query }) =>
    answered({ ...writeSnapshot(registry.facts(servicesIn(query.services))), origin: 'registry' }),
};

const servicesIn = (text: string | undefined): readonly ServiceId[] | undefined => text?.split(',').map(parseReference);
