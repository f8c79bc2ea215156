import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { counted } from '../../domain';

/** `forkcast registry generate`. */
export const registryGenerate: CommandDefinition = {
  name: 'registry generate',
  summary: "write a workload drawn from a seed into a service's simulated database",
  about:
    'The same seed on the same service gives the same keys and values. All rows are written at the registry’s now.',
  examples: {
    'forkcast registry generate orders defaultdb --rows 1000': 'a thousand rows',
    'forkcast registry generate orders defaultdb --rows 50 --seed monday': 'fifty others',
  },
  place: 'project',
  declare: (inputs) => {
    const service = inputs.argument('service', 'the service');
    const database = inputs.argument('database', 'one of its databases');
    const rows = inputs.count('--rows <count>', 'how many rows, at most 1000000 (default: 100)');
    const seed = inputs.text('--seed <text>', 'what they are drawn from (default: workload)');
    return async (context) => {
      const { project, client } = await reach(context);
      const workload = { database: database(), count: rows() ?? 100, seed: seed() ?? 'workload' };
      const { written_at: at } = await client.generateRows(project, service(), workload);
      return done(`${service()}/${workload.database}: ${counted(workload.count, 'row')} of ${workload.seed} (${at})`, {
        project,
        service: service(),
        ...workload,
        writtenAt: at,
      });
    };
  },
};
