import { faultClear, faultGet, faultSet, registryReset, type ApiResponse, type FaultsBody } from '../../../api';
import type { JsonObject } from '../../../domain';
import { given } from '../../given';
import { answered, refused } from '../answer';
import { route, type Route } from '../route';
import type { Faults } from './faults';

/** Operations that are about the server itself, by id: it answers them in the place of the registry. */
export const serverRoutes = ({
  faults,
  served,
}: {
  readonly faults: Faults;
  readonly served: { readonly reset?: (() => void) | undefined };
}): ReadonlyMap<string, Route> => {
  const show = (): ApiResponse => {
    const { faults: set, requests } = faults.show();
    return answered({ faults: set === null ? null : bodyOf(set), requests });
  };
  const own: readonly Route[] = [
    route(faultGet, show),
    route(faultSet, (_registry, { body }) => {
      const { latency_ms: latency } = body;
      if (latency !== undefined && latency.max < latency.min) {
        return refused('request_invalid', `Body, latency_ms: max ${latency.max} is below min ${latency.min}.`);
      }
      faults.set(body);
      return show();
    }),
    route(faultClear, () => {
      faults.clear();
      return show();
    }),
    route(registryReset, () => {
      if (served.reset === undefined) {
        return refused('operation_not_simulated', 'This server does not know how its registry was made.');
      }
      served.reset();
      return answered({ message: 'reset' });
    }),
  ];
  return new Map(own.map((entry) => [entry.operation.id, entry]));
};

const bodyOf = (faults: FaultsBody): JsonObject => ({
  ...given({
    seed: faults.seed,
    error_rate: faults.error_rate,
    error_status: faults.error_status,
    error_after_success_rate: faults.error_after_success_rate,
    drop_rate: faults.drop_rate,
  }),
  ...(faults.latency_ms === undefined ? {} : { latency_ms: { ...faults.latency_ms } }),
  ...(faults.operations === undefined ? {} : { operations: [...faults.operations] }),
});
