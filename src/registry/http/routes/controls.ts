import {
  clockAdvance,
  clockGet,
  clockSet,
  outageList,
  outageSet,
  snapshotGet,
  statusGet,
  type ApiResponse,
  type ClockBody,
} from '../../../api';
import { snapshotOf, toRfc3339, type JsonObject, type ServiceId } from '../../../domain';
import type { ClockMode } from '../../commands';
import type { Registry } from '../../registry';
import { answered, onAccepted } from '../answer';
import { route } from '../route';

/** How the registry answers operations that control the simulation. */
export const controlRoutes = [
  route(clockGet, (registry) => clock(registry)),

  route(clockSet, (registry, { body }) => {
    const mode: ClockMode = body.mode === 'factor' ? { kind: 'factor', factor: body.factor } : { kind: body.mode };
    return onAccepted(registry.execute({ type: 'SetClock', mode }), () => clock(registry));
  }),

  route(clockAdvance, (registry, { body }) =>
    onAccepted(registry.execute({ type: 'AdvanceClock', byMs: body.by_ms }), () => clock(registry)),
  ),

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

const servicesIn = (text: string | undefined): readonly ServiceId[] | undefined =>
  text?.split(',').map((key) => {
    const [project = '', service = ''] = key.split('/', 2);
    return { project, service };
  });

const clock = (registry: Registry): ApiResponse => {
  const { now, mode } = registry.clock();
  return answered({ now: toRfc3339(now), ...modeBody(mode) });
};

const modeBody = (mode: ClockMode): JsonObject & Omit<ClockBody, 'now'> => ({
  mode: mode.kind,
  factor: mode.kind === 'factor' ? mode.factor : null,
});
