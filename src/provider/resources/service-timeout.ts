import { minuteMs, secondMs, serviceKey, type Facts, type ServiceId, type ServiceRequest } from '../../domain';

/** What making a service takes without data, and how fast a restore is: our inference, with half as much again to spare. */
const provisioningMs = 10 * minuteMs;
const restoredMbPerSecond = 100;
const spare = 1.5;

/** How long a create waits when the user does not say: what the size of the source's data asks for. */
export const estimatedTimeoutMs = (dataSizeMb: number): number =>
  Math.ceil(((provisioningMs + (dataSizeMb / restoredMbPerSecond) * secondMs) * spare) / minuteMs) * minuteMs;

/** The size of what is restored; 0 for what is no fork, or where the source is not known. */
export const estimateRestoredMb = (facts: Facts | undefined, source: ServiceId | undefined): number =>
  source === undefined ? 0 : (facts?.services.get(serviceKey(source))?.dataSizeMb ?? 0);

/** The source that a request names; undefined: none, or not known yet. */
export const readSourceId = ({
  project,
  userConfig,
}: Pick<ServiceRequest, 'project' | 'userConfig'>): ServiceId | undefined => {
  const text = (name: string): string | undefined => {
    const fact = userConfig[name];
    return fact?.known === true && typeof fact.value === 'string' && fact.value !== '' ? fact.value : undefined;
  };
  const service = text('service_to_fork_from') ?? text('pg_service_to_fork_from');
  const other = text('project_to_fork_from');
  if (service === undefined) return undefined;
  if (other !== undefined) return { project: other, service };
  return project.known ? { project: project.value, service } : undefined;
};
