import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { isJsonObject, serviceTypes, type JsonValue, type SettingFields } from '../../src/domain';
import { bySpelling, namedInApi, nameInApi } from '../../src/intake/plan/families/provider-spelling';
import { expectOnPage, type Met } from './page';
import { describeIf, readYaml, run, works, writeOverride } from './tools';

const binary = process.env['FORKCAST_VENDOR_PROVIDER'];
const folder = process.env['FORKCAST_VENDOR_SCHEMAS'];
const isThere =
  binary !== undefined &&
  folder !== undefined &&
  works('terraform', 'version') &&
  works('python3', '-c', 'import yaml');

interface Block {
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>> | undefined;
}
const block: z.ZodMiniType<Block> = z.lazy(() =>
  z.looseObject({
    attributes: z.optional(z.record(z.string(), z.unknown())),
    block_types: z.optional(z.record(z.string(), z.looseObject({ block }))),
  }),
);
const schemas = z.looseObject({
  provider_schemas: z.record(
    z.string(),
    z.looseObject({ resource_schemas: z.record(z.string(), z.looseObject({ block })) }),
  ),
});

interface Property {
  readonly properties?: Readonly<Record<string, Property>> | undefined;
  readonly items?: Property | undefined;
}
const property: z.ZodMiniType<Property> = z.lazy(() =>
  z.looseObject({ properties: z.optional(z.record(z.string(), property)), items: z.optional(property) }),
);

const onlyName = (named: JsonValue): string => (isJsonObject(named) ? (Object.keys(named)[0] ?? '') : '');

/** How many names were held against the API's. */
let compared = 0;

/** Attributes of a block, and of those in it, whose names the API does not know as they are read; `fields`: where names are odd. */
const strangers = (
  type: string,
  { attributes = {}, block_types: blocks = {} }: Block,
  at: { readonly fields: SettingFields | undefined; readonly api: Property; readonly isTop: boolean },
): readonly string[] => {
  const published = at.api.properties ?? at.api.items?.properties;
  if (published === undefined) return [];
  const names = bySpelling(type, Object.keys(published));
  return [...Object.keys(attributes), ...Object.keys(blocks)].flatMap((attribute) => {
    const read = at.isTop ? nameInApi(names, attribute) : onlyName(namedInApi(type, at.fields, { [attribute]: null }));
    const inner = blocks[attribute]?.block;
    compared += 1;
    if (!Object.hasOwn(published, read)) return [attribute];
    if (inner === undefined) return [];
    const found = at.isTop
      ? serviceTypes.find(({ name }) => name === type)?.userConfig.find(({ key }) => key === read)?.fields
      : at.fields?.[read];
    const fields = typeof found === 'object' ? found : undefined;
    const api = published[read] ?? {};
    return strangers(type, inner, { fields, api, isTop: false }).map((name) => `${attribute}.${name}`);
  });
};

describeIf(
  isThere,
  'the blocks of settings of the vendor`s Terraform provider',
  'FORKCAST_VENDOR_PROVIDER and FORKCAST_VENDOR_SCHEMAS do not name a binary and a folder, or no terraform',
  () => {
    test('are read in the names of the API, at every depth', async () => {
      const cwd = mkdtempSync(join(tmpdir(), 'forkcast-vendor-schema-'));
      writeFileSync(
        join(cwd, 'main.tf'),
        'terraform {\n  required_providers {\n    aiven = { source = "aiven/aiven" }\n  }\n}\n',
      );
      const env = { TF_CLI_CONFIG_FILE: writeOverride(cwd, binary ?? ''), CHECKPOINT_DISABLE: '1' };
      const { code, out } = await run('terraform', ['providers', 'schema', '-json'], { env, cwd });
      expect(code).toBe(0);
      const [provider] = Object.values(schemas.parse(JSON.parse(out)).provider_schemas);
      const pg = provider?.resource_schemas['aiven_pg']?.block;
      const page = readFileSync(join(__dirname, '../../docs/vendor-attributes.md'), 'utf8');
      const own = [...Object.keys(pg?.attributes ?? {}), ...Object.keys(pg?.block_types ?? {})];
      expect(own.length).toBeGreaterThan(30);
      expect(own.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
      const types = z.record(z.string(), property).parse(await readYaml(join(folder ?? '', 'service_types.yml')));
      const met = serviceTypes.flatMap(({ name }): readonly Met[] => {
        const settings = provider?.resource_schemas[`aiven_${name}`]?.block.block_types?.[`${name}_user_config`];
        const api = types[name];
        if (settings === undefined || api === undefined) return [];
        const strange = strangers(name, settings.block, { fields: undefined, api, isTop: true });
        return [
          strange.length === 0
            ? { name, outcome: 'served' }
            : { name, outcome: 'differs', note: `not in the API: ${strange.join(', ')}` },
        ];
      });
      expect(met.length).toBeGreaterThan(10);
      expect(compared).toBeGreaterThan(1_000);
      expectOnPage('The blocks of settings of the Terraform provider', met);
    });
  },
);
