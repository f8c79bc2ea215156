import { equal } from '../cty/equal';
import { isList, isObject, isUnknown, member, type ObjectValue, unknown, type Value } from '../cty/value';
import type { Path } from '../path';
import { type Attribute, type Attributes, isNested, type Nesting } from './attribute';
import { attributeType, type Block } from './schema';

/**
 * The paths whose change replaces the resource, as the attributes say with `replaces`. Each exists in the prior state
 * or in the plan, which Terraform demands. Nothing inside a set replaces: its elements have no identity to compare.
 */
export const findReplacements = (schema: Block, prior: ObjectValue, planned: ObjectValue): readonly Path[] =>
  blockPaths(schema, prior, planned, []);

const blockPaths = (schema: Block, prior: Value, planned: Value, path: Path): readonly Path[] => [
  ...attributesPaths(schema.attributes, prior, planned, path),
  ...Object.entries(schema.blocks ?? {}).flatMap(([name, inner]) =>
    elementPaths(
      inner.nesting,
      member(prior, name),
      pickMember(planned, name),
      [...path, name],
      (before, after, where) => blockPaths(inner, before, after, where),
    ),
  ),
];

const attributesPaths = (attributes: Attributes, prior: Value, planned: Value, path: Path): readonly Path[] =>
  Object.entries(attributes).flatMap(([name, attribute]) => {
    const [before, after] = [member(prior, name), pickMember(planned, name)];
    return before === null && after === null ? [] : attributePaths(attribute, before, after, [...path, name]);
  });

const attributePaths = (attribute: Attribute, prior: Value, planned: Value, path: Path): readonly Path[] => {
  const { type, replaces } = attribute;
  if (isSame(attribute, prior, planned)) return [];
  if (replaces === true || replaces?.({ prior, planned }) === true) return [path];
  if (!isNested(type)) return [];
  return elementPaths(type.nesting, prior, planned, path, (before, after, where) =>
    attributesPaths(type.attributes, before, after, where),
  );
};

const isSame = (attribute: Attribute, prior: Value, planned: Value): boolean =>
  !isUnknown(planned) && equal(attributeType(attribute), prior, planned);

/** What is inside something unknown is unknown. */
const pickMember = (value: Value, name: string): Value => (isUnknown(value) ? value : member(value, name));

type Walk = (prior: Value, planned: Value, path: Path) => readonly Path[];

const elementPaths = (nesting: Nesting, prior: Value, planned: Value, path: Path, walk: Walk): readonly Path[] => {
  if (nesting === 'set') return [];
  // Terraform counts unknown as different: what is inside may turn out to replace.
  if (isUnknown(planned)) return walk(null, unknown, path).length > 0 ? [path] : [];
  if (nesting === 'single') return walk(prior, planned, path);
  if (nesting === 'list') {
    const [before, after] = [isList(prior) ? prior : [], isList(planned) ? planned : []];
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index).flatMap((index) =>
      walk(before[index] ?? null, after[index] ?? null, [...path, { index }]),
    );
  }
  const keys = [prior, planned].flatMap((value) => (isObject(value) ? Object.keys(value) : []));
  return [...new Set(keys)].flatMap((key) => walk(member(prior, key), member(planned, key), [...path, { key }]));
};
