import { outageList, outageSet, snapshotGet, statusGet } from '../../../api';
import { snapshotOf, toRfc3339, type ServiceId } from '../../../domain';
import { answered, onAccepted } from '../answer';
import { modeBody } from '../clock-answer';
import { idOf } from '../../reference';
import { route } from '../route';
import { clockRoutes } from './clock';

/** How the registry answers operations that control the simulation. */
export const controlRoutes = [
  ...clockRoutes,

  route(outageList, (registry) => answered({ outages: [...registry.status().outages] })),

  route(outageSet, (registry, { parameters: { cloud }, body: { down } }) =>
    onAccepted(registry.execute({ type: 'SetCloudDown', cloud, down }), () =>
      answered({ outages: [...registry.status().outages] }),
    ),
  ),

  route(statusGet, (registry) => {
    const status = registry.status();
    return answered({
      now: toRfc3339(status.now),
      clock: modeBody(status.clock),
      profile: status.profile,
      recovery_default: status.recoveryDefault ?? 'base-backup',
      seed: status.seed,
      organizations: [...status.organizations],
      projects: status.projects,
      services: status.services,
      events: status.events,
      outages: [...status.outages],
    });
  }),

  route(snapshotGet, (registry, { query }) => answered({ ...snapshotOf(registry.facts(servicesIn(query.services))) })),
];

const servicesIn = (text: string | undefined): readonly ServiceId[] | undefined => text?.split(',').map(idOf);
