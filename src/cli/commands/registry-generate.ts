import { done } from '../command';
import { serviceCommand } from '../service-command';
import { counted } from '../../domain';

/** `forkcast registry generate`. */
export const registryGenerate = serviceCommand({
  name: 'registry generate',
  summary: "write a workload drawn from a seed into a service's simulated database",
  about:
    'The same seed on the same service gives the same keys and values. All rows are written at the registry’s now.',
  examples: {
    'forkcast registry generate orders defaultdb --rows 1000': 'a thousand rows',
    'forkcast registry generate orders defaultdb --rows 50 --seed monday': 'fifty others',
  },
  argument: ['service', 'the service'],
  flags: (inputs) => ({
    database: inputs.argument('database', 'one of its databases'),
    rows: inputs.count('--rows <count>', 'how many rows, at most 1000000 (default: 100)'),
    seed: inputs.text('--seed <text>', 'what they are drawn from (default: workload)'),
  }),
  run: async ({ client, project, service }, { database, rows, seed }) => {
    const workload = { database, count: rows ?? 100, seed: seed ?? 'workload' };
    const { written_at: at } = await client.generateRows(project, service, workload);
    return done(`${service}/${workload.database}: ${counted(workload.count, 'row')} of ${workload.seed} (${at})`, {
      ...workload,
      writtenAt: at,
    });
  },
});
