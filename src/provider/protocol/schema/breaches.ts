import { equal } from '../cty/equal';
import { isList, isNull, isObject, isUnknown, member, type ObjectValue, type Value } from '../cty/value';
import { type Path, pathText } from '../path';
import { type Attribute, type Attributes, isComputed, isNested, type Nesting } from './attribute';
import { attributeType, type Block } from './schema';

/**
 * Where a plan breaks a law that Terraform enforces, one sentence each; asked after a resource has changed the draft, so
 * that its author reads the reason instead of "Provider produced invalid plan".
 */
export const findPlanBreaches = (
  schema: Block,
  {
    config,
    prior,
    planned,
  }: { readonly config: ObjectValue; readonly prior: ObjectValue | null; readonly planned: ObjectValue },
): readonly string[] => blockBreaches(schema, config, prior, planned, []);

const blockBreaches = (schema: Block, config: Value, prior: Value, planned: Value, path: Path): readonly string[] => [
  ...attributesBreaches(schema.attributes, config, prior, planned, path),
  ...Object.entries(schema.blocks ?? {}).flatMap(([name, inner]) =>
    nestingBreaches(
      inner.nesting,
      [member(config, name), member(prior, name), member(planned, name)],
      [...path, name],
      (one, before, after, where) => blockBreaches(inner, one, before, after, where),
    ),
  ),
];

const attributesBreaches = (
  attributes: Attributes,
  config: Value,
  prior: Value,
  planned: Value,
  path: Path,
): readonly string[] =>
  Object.entries(attributes).flatMap(([name, attribute]) => {
    const [configured, answered] = [member(config, name), member(planned, name)];
    if (configured === answered && attribute.writeOnly !== true) return [];
    return attributeBreaches(attribute, configured, member(prior, name), answered, [...path, name]);
  });

const attributeBreaches = (
  attribute: Attribute,
  config: Value,
  prior: Value,
  planned: Value,
  path: Path,
): readonly string[] => {
  if (attribute.writeOnly === true)
    return isNull(planned) ? [] : [`${pathText(path)} is write-only, so it must be null.`];
  const type = attributeType(attribute);
  if (equal(type, config, planned)) return [];
  if (isNull(config)) {
    return isComputed(attribute) ? [] : [`${pathText(path)} is not computed and not configured, so it must be null.`];
  }
  if (!isNull(prior) && equal(type, prior, planned)) return [];
  if (attribute.presence === 'computed') return [];
  const { type: own } = attribute;
  if (!isNested(own) || isUnknown(config)) return [`${pathText(path)} is configured, so it must be planned as it is.`];
  return nestingBreaches(own.nesting, [config, prior, planned], path, (one, before, after, where) =>
    attributesBreaches(own.attributes, one, before, after, where),
  );
};

type Walk = (config: Value, prior: Value, planned: Value, path: Path) => readonly string[];

const nestingBreaches = (
  nesting: Nesting,
  [config, prior, planned]: readonly [Value, Value, Value],
  path: Path,
  walk: Walk,
): readonly string[] => {
  if (isUnknown(config))
    return isUnknown(planned) ? [] : [`${pathText(path)} is unknown, so it must be planned unknown.`];
  if (isNull(config) || isUnknown(planned) || isNull(planned)) {
    return isNull(config) && isNull(planned) ? [] : [`${pathText(path)} must be there exactly when it is configured.`];
  }
  if (nesting === 'single') return walk(config, prior, planned, path);
  if (isList(config) && isList(planned)) {
    if (config.length !== planned.length)
      return [`${pathText(path)} must have ${config.length} elements, as configured.`];
    if (nesting === 'set') return [];
    return config.flatMap((one, index) =>
      walk(one, isList(prior) ? (prior[index] ?? null) : null, planned[index] ?? null, [...path, { index }]),
    );
  }
  if (!isObject(config) || !isObject(planned)) return [`${pathText(path)} has another kind than configured.`];
  if (Object.keys(config).sort().join('\n') !== Object.keys(planned).sort().join('\n'))
    return [`${pathText(path)} must have the keys that are configured.`];
  return Object.keys(config).flatMap((key) =>
    walk(member(config, key), member(prior, key), member(planned, key), [...path, { key }]),
  );
};
