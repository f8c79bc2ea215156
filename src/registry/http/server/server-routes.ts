import type { Contract } from '../../../api';
import { answered, refused } from '../answer';
import type { Routes } from '../route';
import type { Faults } from './faults';

/** Operations that are about the server itself: it answers them in the place of the registry. */
export const serverRoutes = ({
  faults,
  served,
}: {
  readonly faults: Faults;
  readonly served: { readonly reset?: object | undefined };
}): Routes<Pick<Contract, 'FaultGet' | 'FaultSet' | 'FaultClear' | 'RegistryReset'>> => {
  const show = () => {
    const { faults: set, requests } = faults.show();
    return answered({ faults: set, requests });
  };
  return {
    FaultGet: show,
    FaultSet: (_registry, { body }) => {
      const { latency_ms: latency } = body;
      if (latency !== undefined && latency.max < latency.min) {
        return refused('request_invalid', `Body, latency_ms: max ${latency.max} is below min ${latency.min}.`);
      }
      faults.set(body);
      return show();
    },
    FaultClear: () => {
      faults.clear();
      return show();
    },
    /** The answer to one that is asked for in the right way: it is made before that is said. */
    RegistryReset: () =>
      served.reset === undefined
        ? refused('operation_not_simulated', 'This server does not know how its registry was made.')
        : answered({ message: 'reset' }),
  };
};
