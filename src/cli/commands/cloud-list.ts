import type { CommandDefinition } from '../command';
import { done } from '../command';
import { table } from '../show/table';

/** `forkcast cloud list`. */
export const cloudList: CommandDefinition = {
  name: 'cloud list',
  summary: 'list the cloud regions that a registry knows',
  examples: { 'forkcast cloud list --provider aws': 'names for --cloud, of one provider' },
  place: 'registry',
  declare: (inputs) => {
    const provider = inputs.text('--provider <name>', 'only this provider, such as aws or google');
    return async (context) => {
      const { liveFacts } = await import('../facts.js');
      const { catalogue, outages } = await liveFacts(context);
      const wanted = provider();
      const clouds = [...catalogue.clouds.values()].filter(
        (cloud) => wanted === undefined || cloud.provider === wanted,
      );
      const rows = clouds.map(({ name, provider: of, geoRegion }) => [
        name,
        of,
        geoRegion,
        outages === undefined ? 'whether it is down is not published' : outages.includes(name) ? 'down' : '',
      ]);
      return done(rows.length === 0 ? 'no clouds' : table(['cloud', 'provider', 'part of the world', ''], rows), {
        clouds: clouds.map(({ name, provider: of, geoRegion }) => ({
          name,
          provider: of,
          geo_region: geoRegion,
          down: outages?.includes(name) ?? null,
        })),
      });
    };
  },
};
