import type { faultOperations, simulationOperations } from '../../../api';
import { toRfc3339 } from '../../../domain';
import { WorldFileError, WorldStepRefusedError, parseWorld, playFromNow } from '../../world';
import { answered, refused, type Refused } from '../answer';
import type { Routes } from '../route';

/** How the registry answers operations on the simulation as a whole. Faults and resets are the server's: without one they are refused. */
export const simulationRoutes: Routes<typeof simulationOperations & typeof faultOperations> = {
  RegistryReset: () => servedOnly('It is made anew with "forkcast registry reset".'),
  FaultGet: () => servedOnly('Faults happen to answers on their way.'),
  FaultSet: () => servedOnly('Faults happen to answers on their way.'),
  FaultClear: () => servedOnly('Faults happen to answers on their way.'),

  WorldPlay: (registry, { body }) => {
    try {
      const { before, after } = playFromNow(registry, parseWorld(body, 'of the body'));
      return answered({ before: toRfc3339(before), after: toRfc3339(after) });
    } catch (error) {
      if (error instanceof WorldStepRefusedError) return refused(error.refusal.code, error.message);
      if (error instanceof WorldFileError) return refused('request_invalid', `Body, ${error.why}.`);
      throw error;
    }
  },
};

const servedOnly = (how: string): Refused =>
  refused('operation_not_simulated', `Only a served registry does this ("forkcast registry serve"). ${how}`);
