import { parseDurationMs, type Clock, type EpochMs, type ServiceResource } from '../domain';
import { ServiceResourceError } from './errors';

/** The time that one create or update may take, from its first request to the end of its last wait. */
export interface Budget {
  readonly startedAt: EpochMs;
  readonly timeoutMs: number;
}

/** Starts the declared timeout now. @throws ServiceResourceError when it is not a duration. */
export const startBudget = (clock: Clock, resource: ServiceResource): Budget => {
  const timeoutMs = parseDurationMs(resource.create_timeout);
  if (timeoutMs === undefined)
    throw new ServiceResourceError(
      `create_timeout: ${JSON.stringify(resource.create_timeout)} is not a duration such as 20m`,
    );
  return { startedAt: clock.now(), timeoutMs };
};
