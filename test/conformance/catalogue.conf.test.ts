import { join } from 'node:path';
import * as z from 'zod/mini';
import { serviceTypes, type UserConfigKey } from '../../src/domain';
import { expectOnPage, type Met } from './page';
import { describeIf, readYaml, works } from './tools';

const folder = process.env['FORKCAST_VENDOR_SCHEMAS'];
const isThere = folder !== undefined && works('python3', '-c', 'import yaml');

const number = z.optional(z.union([z.string(), z.number()]));
const property = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]),
  enum: z.optional(z.array(z.looseObject({ value: z.unknown() }))),
  ...{ minimum: number, maximum: number, min_length: number, max_length: number, max_items: number },
  is_deprecated: z.optional(z.boolean()),
});
type Property = z.infer<typeof property>;
const published = z.record(z.string(), z.looseObject({ properties: z.record(z.string(), property) }));

const numeric = (value: string | number | undefined): number | undefined =>
  value === undefined ? undefined : Number(value);

/** The bounds of a key, as both tell them. */
const ours = (key: UserConfigKey) => ({
  kind: key.kind.replace('string-', ''),
  ...{ minimum: key.minimum, maximum: key.maximum, maxItems: key.maxItems },
  values: key.values === undefined ? undefined : [...key.values].sort().join(),
});

const theirs = ({ type, enum: values, ...bounds }: Property) => ({
  kind: [type].flat().find((one) => one !== 'null') ?? 'object',
  ...{ minimum: numeric(bounds.minimum), maximum: numeric(bounds.maximum), maxItems: numeric(bounds.max_items) },
  values:
    values === undefined
      ? undefined
      : values
          .map(({ value }) => String(value))
          .filter((value) => value !== 'null')
          .sort()
          .join(),
});

const differences = (keys: readonly UserConfigKey[], properties: Readonly<Record<string, Property>>): string => {
  const known = new Map(keys.map((key) => [key.key, key]));
  const absent = Object.keys(properties).filter((name) => !known.has(name));
  const more = keys.filter(({ key }) => !Object.hasOwn(properties, key)).map(({ key }) => key);
  const apart = keys.flatMap((key) => {
    const told = properties[key.key];
    if (told === undefined) return [];
    const [mine, other] = [ours(key), theirs(told)];
    const fields = (Object.keys(mine) as (keyof typeof mine)[]).filter((field) => mine[field] !== other[field]);
    return fields.map((field) => `${key.key} has ${field} ${mine[field] ?? 'open'}, not ${other[field] ?? 'open'}`);
  });
  const lists = [
    ...(absent.length === 0 ? [] : [`not here: ${absent.sort().join(', ')}`]),
    ...(more.length === 0 ? [] : [`here alone: ${more.sort().join(', ')}`]),
    ...apart.sort(),
  ];
  return lists.join('; ');
};

describeIf(
  isThere,
  'the catalogue of settings',
  'FORKCAST_VENDOR_SCHEMAS names no folder, or no python3 with yaml',
  () => {
    test('has the keys and bounds that the vendor publishes, but for what the page says', async () => {
      const types = published.parse(await readYaml(join(folder ?? '', 'service_types.yml')));
      const met = serviceTypes.flatMap(({ name, userConfig }): readonly Met[] => {
        const told = types[name];
        if (told === undefined) return [];
        const note = differences(userConfig, told.properties);
        return [note === '' ? { name, outcome: 'served' } : { name, outcome: 'differs', note }];
      });
      expect(met.length).toBeGreaterThan(10);
      expectOnPage('The catalogue of settings', met);
    });
  },
);
