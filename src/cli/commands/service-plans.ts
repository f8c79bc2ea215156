import type { CommandDefinition } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';
import { megabytesWords, nearestServiceType } from '../../domain';
import { table } from '../show/table';

/** `forkcast service plans`. */
export const servicePlans: CommandDefinition = {
  name: 'service plans',
  summary: 'list the plans of a service type',
  examples: {
    'forkcast service plans -t pg': 'nodes, memory, disk and backups of each',
    'forkcast service plans -t pg --cloud aws-eu-central-1': 'only those on sale there',
  },
  place: 'registry',
  declare: (inputs) => {
    const wanted = inputs.requiredText('-t, --service-type <type>', 'the service type');
    const cloud = inputs.text('--cloud <cloud>', 'only what is on sale in this cloud region');
    return async (context) => {
      const { liveFacts } = await import('../facts.js');
      const { catalogue } = await liveFacts(context);
      if (!catalogue.serviceTypes.has(wanted())) {
        const nearest = nearestServiceType(wanted(), catalogue);
        throw new UsageError(
          `There is no service type ${wanted()}. ${nearest === undefined ? 'See forkcast service types.' : `Did you mean ${nearest}?`}`,
        );
      }
      const region = cloud();
      const plans = [...catalogue.plans.values()].filter(
        ({ type, clouds }) =>
          type === wanted() && (region === undefined || clouds === 'all' || clouds.includes(region)),
      );
      const rows = plans.map((plan) => [
        plan.name,
        String(plan.nodes),
        megabytesWords(plan.memoryMbPerNode),
        plan.diskMb === 0 ? 'in memory' : megabytesWords(plan.diskMb),
        plan.diskCapMb === null ? 'fixed' : `to ${megabytesWords(plan.diskCapMb)}`,
        plan.backup.maxCount === 0 ? 'none' : `${plan.backup.maxCount}, every ${plan.backup.intervalHours} h`,
      ]);
      return done(
        rows.length === 0
          ? 'no plans'
          : table(['plan', 'nodes', 'memory a node', 'disk', 'more disk', 'backups'], rows),
        {
          serviceType: wanted(),
          plans: plans.map(({ name, nodes, memoryMbPerNode, diskMb, diskCapMb, diskStepMb }) => ({
            name,
            nodes,
            memory_mb_per_node: memoryMbPerNode,
            disk_mb: diskMb,
            disk_cap_mb: diskCapMb,
            disk_step_mb: diskStepMb,
          })),
        },
      );
    };
  },
};
