import type { IntegrationCreateBody } from '../../api';
import type { Registry } from '../registry';
import { refused, type Refused } from './answer';

/**
 * The refusal of integrations that name an endpoint which their project does not have; undefined: it has them all. Asked of requests
 * alone: a world file names what lies outside as it likes.
 */
export const missingEndpoint = (
  registry: Registry,
  project: string,
  integrations: readonly IntegrationCreateBody[],
): Refused | undefined => {
  const named = integrations.flatMap((one) => [one.source_endpoint_id, one.dest_endpoint_id].filter(isGiven));
  if (named.length === 0 || !registry.projects().some(({ name }) => name === project)) return undefined;
  const known = new Set(registry.endpoints(project).map(({ id }) => id));
  const missing = named.find((id) => !known.has(id));
  return missing === undefined
    ? undefined
    : refused(
        'endpoint_not_found',
        `Project ${project} has no integration endpoint ${missing.slice(0, 80)}. Create the endpoint first, then name its id.`,
      );
};

const isGiven = (id: string | null | undefined): id is string => id !== null && id !== undefined;
