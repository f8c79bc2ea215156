import type { CommandDefinition } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';

/** `forkcast registry outage`. */
export const registryOutage: CommandDefinition = {
  name: 'registry outage',
  summary: 'lose a cloud region, and get it back',
  about:
    'While a region is down its services are stopped, it takes no new ones, and nothing can be restored from the backups kept ' +
    'there, though they are still listed; copies in a second region can serve (--from secondary). Without a cloud it lists those ' +
    'that are down.',
  examples: {
    'forkcast registry outage google-europe-west1': 'lose the region',
    'forkcast registry outage google-europe-west1 --end': 'get it back',
  },
  place: 'registry',
  declare: (inputs) => {
    const cloud = inputs.optionalArgument('cloud', 'the cloud region');
    const end = inputs.flag('--end', 'the outage is over');
    return async (context) => {
      const client = await context.connect();
      const region = cloud();
      if (region === undefined && end())
        throw new UsageError('Say which outage ends: forkcast registry outage CLOUD --end');
      if (region !== undefined) await client.setOutage(region, !end());
      const outages = await client.outages();
      return done(outages.length === 0 ? 'no cloud is down' : `down: ${outages.join(', ')}`, { outages: [...outages] });
    };
  },
};
