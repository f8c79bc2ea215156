import { dayMs } from '../../../src/domain';
import type { Registry } from '../../../src/registry';

/** Longest that anything takes in the simulation: a build and a change of the largest service. */
const longestMs = 2 * dayMs;

/** Lets the world be quiet: every region up, nothing asked. Then every service that is powered on must be RUNNING. */
export const settles = (registry: Registry): string | undefined => {
  registry.execute({ type: 'SetClock', mode: { kind: 'frozen' } });
  for (const cloud of registry.status().outages) registry.execute({ type: 'SetCloudDown', cloud, down: false });
  registry.execute({ type: 'AdvanceClock', byMs: longestMs });
  const restless = [...registry.facts().services.values()].find(
    ({ state, poweredOffSince }) => state !== 'RUNNING' && poweredOffSince === null,
  );
  return restless === undefined
    ? undefined
    : `${restless.project}/${restless.service} is still ${restless.state} after ${longestMs} quiet milliseconds`;
};
