import type { ServiceResource } from '../domain';
import type { Outcome } from './outcome';
import type { EnginePorts } from './ports';

/** A new service always runs first; one that is declared off is powered off as soon as it does. */
export const poweredAsDeclared = async (
  { client }: Pick<EnginePorts, 'client'>,
  { project, service_name, powered }: ServiceResource,
  outcome: Outcome,
): Promise<Outcome> =>
  outcome.kind === 'done' && powered === false
    ? { ...outcome, service: await client.updateService(project, service_name, { powered: false }) }
    : outcome;
