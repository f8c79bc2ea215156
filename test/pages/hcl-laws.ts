import type { WireAttributes, WireBlock } from '../provider/protocol/wire-schema';
import { objectKeys, type HclBlock } from './hcl';

/** What the provider answers for its schemas, by kind of block and type. */
export interface Schemas {
  readonly provider: WireBlock;
  readonly resource: ReadonlyMap<string, WireBlock>;
  readonly data: ReadonlyMap<string, WireBlock>;
  readonly ephemeral: ReadonlyMap<string, WireBlock>;
  readonly list: ReadonlyMap<string, WireBlock>;
  readonly action: ReadonlyMap<string, WireBlock>;
  /** What names an object: the parts that an import has to give, and those that it may leave out. */
  readonly identities: ReadonlyMap<
    string,
    { readonly required: readonly string[]; readonly optional: readonly string[] }
  >;
}

/* What core allows beside what a provider's schema has, and asks of the blocks that it reads itself: Terraform 1.15. */
const meta: Readonly<Record<string, readonly string[]>> = {
  provider: ['alias', 'version'],
  resource: ['count', 'depends_on', 'for_each', 'provider', 'lifecycle'],
  data: ['count', 'depends_on', 'for_each', 'provider', 'lifecycle'],
  ephemeral: ['count', 'depends_on', 'for_each', 'provider', 'lifecycle'],
  list: ['count', 'for_each', 'include_resource', 'limit', 'provider'],
  action: ['count', 'for_each', 'provider'],
};
const triggerEvents = /^(?:before|after)_(?:create|update)$/u;

const isOurs = (type: string): boolean => type.startsWith('forkcast_');

/** Everything that stands against a configuration, as sentences. */
export const hclFaults = (blocks: readonly HclBlock[], schemas: Schemas): readonly string[] =>
  blocks.flatMap((block) => [...ownFaults(block, schemas), ...referenceFaults(block, block, schemas)]);

const ownFaults = (block: HclBlock, schemas: Schemas): readonly string[] => {
  const { type, labels } = block;
  const [label = ''] = labels;
  switch (type) {
    case 'provider':
      return label === 'forkcast' ? bodyFaults(block, schemas.provider, 'provider') : [];
    case 'resource':
    case 'data':
    case 'ephemeral':
      return [...(isOurs(label) ? typeFaults(block, schemas[type]) : []), ...triggerFaults(block, schemas)];
    case 'list':
    case 'action':
      return isOurs(label) ? configFaults(block, schemas[type]) : [];
    case 'import':
      return importFaults(block, schemas);
    case 'moved':
      return [...block.attributes.keys()].sort().join() === 'from,to'
        ? []
        : ['moved has from and to, and nothing else'];
    default:
      return [];
  }
};

const typeFaults = (block: HclBlock, known: ReadonlyMap<string, WireBlock>): readonly string[] => {
  const [label = ''] = block.labels;
  const schema = known.get(label);
  return schema === undefined ? [`there is no ${block.type} ${label}`] : bodyFaults(block, schema, block.type);
};

/** A list and an action say in `config` what the provider reads. */
const configFaults = (block: HclBlock, known: ReadonlyMap<string, WireBlock>): readonly string[] => {
  const name = block.labels.join('.');
  const config = block.blocks.find(({ type }) => type === 'config') ?? {
    type: 'config',
    labels: [],
    attributes: new Map(),
    blocks: [],
  };
  const beside = [...block.attributes.keys(), ...block.blocks.map(({ type }) => type)];
  const strange = beside.filter((one) => one !== 'config' && meta[block.type]?.includes(one) !== true);
  return [
    ...strange.map((one) => `${block.type} ${name} has no ${one} beside its config`),
    ...typeFaults({ ...config, type: block.type, labels: block.labels }, known),
  ];
};

const bodyFaults = ({ attributes, blocks, labels }: HclBlock, schema: WireBlock, kind: string): readonly string[] => {
  const place = [kind, ...labels].join('.');
  const beside = meta[kind] ?? [];
  const names = [...attributes.keys()].filter((name) => !beside.includes(name));
  return [
    ...attributeFaults(new Map(names.map((name) => [name, attributes.get(name) ?? ''])), schema.attributes, place),
    ...blocks.flatMap((inner) => {
      if (beside.includes(inner.type)) return [];
      const own = schema.blocks.get(inner.type);
      return own === undefined
        ? [`${place} has no block ${inner.type}`]
        : bodyFaults(inner, own.block, `${place}.${inner.type}`);
    }),
  ];
};

const attributeFaults = (
  given: ReadonlyMap<string, string>,
  known: WireAttributes,
  place: string,
): readonly string[] => [
  ...[...given].flatMap(([name, expression]) => {
    const attribute = known.get(name);
    if (attribute === undefined) return [`${place} has no ${name}`];
    if (!attribute.required && !attribute.optional) return [`${place}.${name} is not given by a configuration`];
    const keys = attribute.nested === undefined ? undefined : objectKeys(expression);
    if (attribute.nested?.nesting !== 'single' || keys === undefined) return [];
    return attributeFaults(new Map(keys.map((key) => [key, ''])), attribute.nested.attributes, `${place}.${name}`);
  }),
  ...[...known].flatMap(([name, { required }]) => (required && !given.has(name) ? [`${place} lacks ${name}`] : [])),
];

const triggerFaults = ({ blocks, labels }: HclBlock, { action }: Schemas): readonly string[] =>
  blocks
    .flatMap((inner) => (inner.type === 'lifecycle' ? inner.blocks : []))
    .filter(({ type }) => type === 'action_trigger')
    .flatMap(({ attributes }) => {
      const [events = '', actions = ''] = [attributes.get('events'), attributes.get('actions')];
      const named = [...actions.matchAll(/action\.(\w+)\./gu)].map(([, type = '']) => type);
      const words = [...events.matchAll(/\w+/gu)].map(([word]) => word);
      return [
        ...words
          .filter((word) => !triggerEvents.test(word))
          .map((word) => `${labels.join('.')}: there is no event ${word}`),
        ...(words.length === 0 || named.length === 0 ? [`${labels.join('.')}: a trigger has events and actions`] : []),
        ...named.filter((type) => !action.has(type)).map((type) => `there is no action ${type}`),
      ];
    });

const importFaults = ({ attributes }: HclBlock, { identities }: Schemas): readonly string[] => {
  const [id, identity, to = ''] = [attributes.get('id'), attributes.get('identity'), attributes.get('to')];
  if ((id === undefined) === (identity === undefined)) return ['import has one of id and identity'];
  const [type = ''] = to.split('.');
  const known = identities.get(type);
  if (!isOurs(type) || identity === undefined) return [];
  if (known === undefined) return [`${type} has no identity`];
  const keys = objectKeys(identity) ?? [];
  return [
    ...keys
      .filter((key) => ![...known.required, ...known.optional].includes(key))
      .map((key) => `the identity of ${type} has no ${key}`),
    ...known.required.filter((key) => !keys.includes(key)).map((key) => `the identity of ${type} lacks ${key}`),
  ];
};

/** A reference to what a resource has not; and a value that may stand in no plan, where one would keep it. */
const referenceFaults = (top: HclBlock, block: HclBlock, schemas: Schemas): readonly string[] => [
  ...[...block.attributes].flatMap(([name, expression]) => [
    ...[...expression.matchAll(/(data\.|ephemeral\.)?\b(forkcast_\w+)\.[\w-]+\.(\w+)/gu)].flatMap(
      ([reference, kind = '', type = '', attribute = '']) => {
        const known = kind === 'data.' ? schemas.data : kind === 'ephemeral.' ? schemas.ephemeral : schemas.resource;
        const its = known.get(type);
        return its?.attributes.has(attribute) === true || its?.blocks.has(attribute) === true
          ? []
          : [`${reference} is not there`];
      },
    ),
    ...(/\bephemeral\.\w/u.test(expression) && !mayBeEphemeral(top, name, schemas)
      ? [`${[top.type, ...top.labels, name].join('.')} may not be an ephemeral value: a plan would keep it`]
      : []),
  ]),
  ...block.blocks.flatMap((inner) => referenceFaults(top, inner, schemas)),
];

const mayBeEphemeral = ({ type, labels }: HclBlock, name: string, { resource }: Schemas): boolean => {
  if (['provider', 'ephemeral', 'locals'].includes(type)) return true;
  return (
    type === 'resource' && (resource.get(labels[0] ?? '')?.attributes.get(name)?.writeOnly ?? !isOurs(labels[0] ?? ''))
  );
};
