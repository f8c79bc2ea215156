import { hasDynamic } from '../cty/type';
import { type Attribute, type Attributes, isComputed, isNested } from './attribute';
import { attributeType, type Block, holdsDynamic, type NestedBlock, type Schema } from './schema';

/** Whose schema it is; each has names that Terraform keeps for itself. */
export type SchemaOwner = 'provider' | 'resource' | 'other';

const metaArguments = ['count', 'for_each', 'depends_on', 'provider', 'lifecycle', 'connection', 'provisioner'];
const reserved: Readonly<Record<SchemaOwner, readonly string[]>> = {
  provider: ['alias', 'version'],
  resource: metaArguments,
  other: metaArguments,
};

/**
 * What Terraform would refuse, or crash on, in a schema, and what this framework cannot keep the laws of; one sentence
 * each. Inside sets nothing may be computed: their elements have no identity by which a computed value could be kept.
 */
export const findSchemaFaults = (schema: Schema, owner: SchemaOwner): readonly string[] => [
  ...((schema.version ?? 0) >= 0 && Number.isInteger(schema.version ?? 0) ? [] : ['the version must be 0 or more']),
  ...Object.keys({ ...schema.attributes, ...schema.blocks })
    .filter((name) => reserved[owner].includes(name))
    .map((name) => `${name}: Terraform keeps this name for itself`),
  ...blockFaults(schema, '', false),
  ...(owner === 'resource'
    ? []
    : listWriteOnly(schema).map((name) => `${name}: only a resource has what is write-only`)),
];

const listWriteOnly = ({ attributes }: Block): readonly string[] =>
  Object.entries(attributes).flatMap(([name, { writeOnly }]) => (writeOnly === true ? [name] : []));

const blockFaults = ({ attributes, blocks = {} }: Block, at: string, inSet: boolean): readonly string[] => [
  ...attributesFaults(attributes, at, inSet),
  ...Object.entries(blocks).flatMap(([name, inner]) => [
    ...nameFaults(name, at),
    ...(Object.hasOwn(attributes, name) ? [`${at}${name}: an attribute and a block have the same name`] : []),
    ...itemFaults(inner, `${at}${name}`),
    ...blockFaults(inner, `${at}${name}.`, inSet || inner.nesting === 'set'),
  ]),
];

const itemFaults = (inner: NestedBlock, at: string): readonly string[] => {
  const { nesting, itemsMin = 0, itemsMax = 0 } = inner;
  if (nesting !== 'single' && holdsDynamic(inner))
    return [`${at}: a ${nesting} of blocks cannot hold a dynamic value here`];
  if (nesting === 'single') {
    return itemsMin <= 1 && itemsMax === 0 ? [] : [`${at}: a single block has itemsMin 0 or 1 and no itemsMax`];
  }
  if (nesting === 'map') return itemsMin === 0 && itemsMax === 0 ? [] : [`${at}: a map of blocks has no limits`];
  return itemsMax === 0 || itemsMin <= itemsMax ? [] : [`${at}: itemsMin is above itemsMax`];
};

const nameFaults = (name: string, at: string): readonly string[] =>
  /^[a-z0-9_]+$/.test(name) ? [] : [`${at}${name}: a name has lower case letters, digits and underscores only`];

const attributesFaults = (attributes: Attributes, at: string, inSet: boolean): readonly string[] =>
  Object.entries(attributes).flatMap(([name, attribute]) => [
    ...nameFaults(name, at),
    ...attributeFaults(attribute, `${at}${name}`, inSet),
  ]);

const attributeFaults = (attribute: Attribute, at: string, inSet: boolean): readonly string[] => {
  const { type, presence } = attribute;
  const faults: string[] = [];
  if (attribute.default !== undefined && presence !== 'optional-computed')
    faults.push(`${at}: only an optional attribute can have a default`);
  if (attribute.writeOnly === true && (inSet || isComputed(attribute)))
    faults.push(`${at}: what is write-only is neither computed nor inside a set`);
  if (inSet && (isComputed(attribute) || attribute.sameAs !== undefined || attribute.replaces !== undefined))
    faults.push(`${at}: nothing inside a set can be computed, have a default, keep an old spelling, or replace`);
  if (!isNested(type)) return faults;
  if (type.nesting !== 'single' && hasDynamic(attributeType(attribute)))
    faults.push(`${at}: a ${type.nesting} of objects cannot hold a dynamic value here`);
  return [...faults, ...attributesFaults(type.attributes, `${at}.`, inSet || type.nesting === 'set')];
};
