import * as z from 'zod/mini';
import { atLeast, jsonObject } from './fields';
import { POST, operation } from './operation';
import { codesLike } from './refusals';

/** Operations that move the simulation as a whole. */
export const simulationOperations = {
  RegistryReset: operation({
    ...POST('/v1/forkcast/reset'),
    needs: 'admin',
    summary: 'Makes a served registry anew, as it was made the first time; its tokens stay.',
    refuses: ['operation_not_simulated'],
  }),

  WorldPlay: operation({
    ...POST('/v1/forkcast/world'),
    needs: 'admin',
    summary: 'Plays the services and the story of a world, from the now of the registry on.',
    body: () => jsonObject,
    answer: () => atLeast({ before: z.string(), after: z.string() }),
    refuses: codesLike(''),
  }),
};
