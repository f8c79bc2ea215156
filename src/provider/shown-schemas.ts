import type { Attribute, Attributes, Block, CtyType, ManagedResource, NestedType, Provider } from './protocol';

/** One attribute or block as a page shows it. */
interface ShownAttribute {
  readonly type: string;
  readonly presence: string;
  readonly notes?: string;
  readonly description?: string;
  readonly attributes?: Readonly<Record<string, ShownAttribute>>;
}

/** A schema as a page shows it. */
interface ShownSchema {
  readonly description?: string;
  /** What names an object, for an import by identity. */
  readonly identity?: readonly string[];
  readonly attributes: Readonly<Record<string, ShownAttribute>>;
}

/** Every schema of a provider as plain data, for its page and its golden file. Never throws. */
export const shownSchemas = <Client>({
  schema,
  resources = [],
  dataSources = [],
  ephemerals = [],
  lists = [],
  actions = [],
  functions = [],
}: Provider<Client>) => ({
  provider: shownBlock(schema),
  resources: Object.fromEntries(resources.map((one) => [one.typeName, shownResource(one)])),
  dataSources: Object.fromEntries(dataSources.map((one) => [one.typeName, shownBlock(one.schema)])),
  ephemerals: Object.fromEntries(ephemerals.map((one) => [one.typeName, shownBlock(one.schema)])),
  lists: Object.fromEntries(lists.map((one) => [one.typeName, shownBlock(one.schema)])),
  actions: Object.fromEntries(actions.map((one) => [one.typeName, shownBlock(one.schema)])),
  functions: Object.fromEntries(
    functions.map(({ name, summary, description, parameters, returns }) => [
      name,
      {
        summary,
        ...(description === undefined ? {} : { description }),
        parameters: parameters.map((parameter) => `${parameter.name}: ${typeText(parameter.type)}`),
        returns: typeText(returns),
      },
    ]),
  ),
});

const shownResource = <Client>({ identity, ...resource }: ManagedResource<Client>): ShownSchema => ({
  ...shownWithTimeouts(resource),
  ...(identity === undefined ? {} : { identity: Object.entries(identity.attributes).map(shownIdentity) }),
});

const shownIdentity = ([name, { isOptional }]: readonly [string, { readonly isOptional?: true }]): string =>
  isOptional === true ? `${name} (optional)` : name;

const shownWithTimeouts = <Client>({
  schema,
  timeouts = [],
}: Pick<ManagedResource<Client>, 'schema' | 'timeouts'>): ShownSchema => {
  const shown = shownBlock(schema);
  if (timeouts.length === 0) return shown;
  const limit: ShownAttribute = { type: 'string', presence: 'optional', description: 'A duration such as `30m`.' };
  const block: ShownAttribute = {
    type: 'block',
    presence: 'optional',
    description: 'How long to wait; by default what the size of the data asks for.',
    attributes: Object.fromEntries(timeouts.map((operation) => [operation, limit])),
  };
  return { ...shown, attributes: { ...shown.attributes, timeouts: block } };
};

const shownBlock = ({ attributes, blocks = {}, description }: Block): ShownSchema => ({
  ...(description === undefined ? {} : { description }),
  attributes: {
    ...shownAttributes(attributes),
    ...Object.fromEntries(
      Object.entries(blocks).map(([name, inner]) => [
        name,
        {
          type: inner.nesting === 'single' ? 'block' : `${inner.nesting} of blocks`,
          presence: 'optional',
          ...shownBlock(inner),
        },
      ]),
    ),
  },
});

const shownAttributes = (attributes: Attributes): Readonly<Record<string, ShownAttribute>> =>
  Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, shownAttribute(attribute)]));

const shownAttribute = (attribute: Attribute): ShownAttribute => {
  const { type, presence, description } = attribute;
  const notes = listNotes(attribute);
  return {
    type: isNested(type) ? (type.nesting === 'single' ? 'object' : `${type.nesting} of objects`) : typeText(type),
    presence,
    ...(notes === '' ? {} : { notes }),
    ...(description === undefined ? {} : { description }),
    ...(isNested(type) ? { attributes: shownAttributes(type.attributes) } : {}),
  };
};

const listNotes = ({ replaces, sensitive, deprecated, writeOnly }: Attribute): string =>
  [
    ...(replaces === undefined ? [] : ['another value is another object']),
    ...(sensitive === true ? ['sensitive'] : []),
    ...(writeOnly === true ? ['write-only'] : []),
    ...(deprecated === true ? ['deprecated'] : []),
  ].join(', ');

const isNested = (type: CtyType | NestedType): type is NestedType => 'nesting' in type;

const typeText = (type: CtyType): string => {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind}(${typeText(type.element)})`;
    case 'object':
      return `object({${Object.entries(type.attributes)
        .map(([name, inner]) => `${name}: ${typeText(inner)}`)
        .join(', ')}})`;
    case 'tuple':
      return `tuple([${type.elements.map(typeText).join(', ')}])`;
    case 'dynamic':
      return 'any';
    default:
      return type.kind;
  }
};
