import { defaultCatalogue } from '../../domain';
import { type Forkcast, readFacts } from '../client';
import { computed, type DataSource, listOf, number, objectOf, optional, string } from '../protocol';
import { toText } from '../values';
import { reading } from './registry-data';

const byName = <T extends { readonly name: string }>(items: Iterable<T>): readonly T[] =>
  [...items].sort((a, b) => (a.name < b.name ? -1 : 1));

const readCatalogue = async (client: Forkcast) => (await readFacts(client, []))?.catalogue ?? defaultCatalogue;

/** The clouds on sale. */
export const cloudsSource: DataSource<Forkcast> = {
  typeName: 'forkcast_clouds',
  schema: {
    description: 'The clouds on sale, by name.',
    attributes: {
      cloud_provider: optional(string, 'Only those of a provider, such as `aws`.'),
      clouds: computed(
        listOf(objectOf({ name: string, provider: string, geo_region: string })),
        'Name, provider and part of the world.',
      ),
    },
  },
  read: (config, call) =>
    reading(config, call, async () => {
      const wanted = toText(config['cloud_provider']);
      const { clouds } = await readCatalogue(call.client);
      const found = byName(clouds.values()).filter(({ provider }) => wanted === undefined || provider === wanted);
      return {
        state: { clouds: found.map(({ name, provider, geoRegion }) => ({ name, provider, geo_region: geoRegion })) },
      };
    }),
};

const plan = objectOf({
  service_type: string,
  name: string,
  tier: string,
  nodes: number,
  memory_mb_per_node: number,
  disk_mb: number,
  disk_cap_mb: number,
  disk_step_mb: number,
  backup_count_max: number,
  price_usd_per_hour: string,
});

/** The plans on sale. */
export const plansSource: DataSource<Forkcast> = {
  typeName: 'forkcast_plans',
  schema: {
    description: 'The plans on sale, by service type and name.',
    attributes: {
      service_type: optional(string, 'Only those of a service type.'),
      cloud_name: optional(string, 'Only those sold in a cloud.'),
      plans: computed(listOf(plan), 'Sizes, disk in MB, backups kept, price.'),
    },
  },
  read: (config, call) =>
    reading(config, call, async () => {
      const [type, cloud] = [toText(config['service_type']), toText(config['cloud_name'])];
      const { plans } = await readCatalogue(call.client);
      const found = [...plans.values()]
        .filter((one) => type === undefined || one.type === type)
        .filter(({ clouds }) => cloud === undefined || clouds === 'all' || clouds.includes(cloud))
        .sort((a, b) => (`${a.type}/${a.name}` < `${b.type}/${b.name}` ? -1 : 1));
      return {
        state: {
          plans: found.map((one) => ({
            service_type: one.type,
            name: one.name,
            tier: one.tier,
            nodes: one.nodes,
            memory_mb_per_node: one.memoryMbPerNode,
            disk_mb: one.diskMb,
            disk_cap_mb: one.diskCapMb,
            disk_step_mb: one.diskStepMb,
            backup_count_max: one.backup.maxCount,
            price_usd_per_hour: one.priceUsdPerHour === null ? null : String(one.priceUsdPerHour),
          })),
        },
      };
    }),
};
