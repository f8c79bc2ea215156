import type { Contract } from '../../../api';
import { answered, refused } from '../answer';
import type { Routes } from '../route';
import type { Faults } from './faults';
import { WorldStepRefusedError } from '../../world';

/** Operations that are about the server itself: it answers them in the place of the registry. */
export const serverRoutes = ({
  faults,
  served,
}: {
  readonly faults: Faults;
  readonly served: { readonly reset?: (() => void) | undefined };
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
    RegistryReset: () => {
      if (served.reset === undefined) {
        return refused('operation_not_simulated', 'This server does not know how its registry was made.');
      }
      try {
        served.reset();
      } catch (error) {
        if (error instanceof WorldStepRefusedError) return refused(error.refusal.code, error.message);
        throw error;
      }
      return answered({ message: 'reset' });
    },
  };
};
