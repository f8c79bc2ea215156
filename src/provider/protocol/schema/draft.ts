import { equal } from '../cty/equal';
import {
  pickAttribute,
  isList,
  isNull,
  isObject,
  isUnknown,
  member,
  type ObjectValue,
  unknown,
  type Value,
} from '../cty/value';
import { type Attribute, type Attributes, isComputed, isNested, mayReplace, type Nesting } from './attribute';
import { attributeType, type Block, blockType, makeNulls } from './schema';

/** The three objects that Terraform plans with, at the same place; `prior` is null where the object is new. */
type PlanInput = {
  readonly config: ObjectValue;
  readonly prior: ObjectValue | null;
  /** Terraform's own suggestion: the configuration, with computed values carried over from the prior state. */
  readonly proposed: ObjectValue;
};

/**
 * The plan that follows from the schema alone. It keeps the laws that Terraform enforces on a plan, for any legal input:
 * a configured value is planned as it is, or as it was when `sameAs` says so; an attribute that is not computed and not
 * configured is null; a computed one without configuration has its default, or stays, or is unknown. On an update that
 * changes anything, computed values that are not `fixed` become unknown.
 */
export const draftPlan = (schema: Block, input: PlanInput, quiet: readonly string[] = []): ObjectValue => {
  const kept = walkBlock(schema, input, keepComputed);
  if (input.prior === null || !changes(schema, input.prior, kept, quiet)) return kept;
  return walkBlock(schema, { ...input, proposed: kept }, renewComputed);
};

/** Whether anything but the `quiet` attributes and blocks differs from the prior state. */
const changes = (schema: Block, prior: ObjectValue, planned: ObjectValue, quiet: readonly string[]): boolean => {
  const type = blockType(schema);
  const loud = (value: ObjectValue): ObjectValue =>
    Object.fromEntries(Object.entries(value).filter(([name]) => !quiet.includes(name)));
  return !equal(type, loud(prior), loud(planned));
};

/** What becomes of a computed attribute that the configuration leaves to the provider. */
type Choice = (attribute: Attribute, proposed: Value, prior: ObjectValue | null) => Value;

const keepComputed: Choice = (_, proposed, prior) => (prior === null && isNull(proposed) ? unknown : proposed);

const renewComputed: Choice = (attribute, proposed) =>
  attribute.fixed === true || mayReplace(attribute) ? proposed : unknown;

const walkBlock = (schema: Block, input: PlanInput, choose: Choice): ObjectValue => ({
  ...walkAttributes(schema.attributes, input, choose),
  ...Object.fromEntries(
    Object.entries(schema.blocks ?? {}).map(([name, inner]) => [
      name,
      walkNesting(inner.nesting, at(input, name), (one) => walkBlock(inner, one, choose)),
    ]),
  ),
});

const walkAttributes = (attributes: Attributes, input: PlanInput, choose: Choice): ObjectValue => {
  const walked: Record<string, Value> = { ...makeNulls(attributes) };
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = walkAttribute(attribute, at(input, name), input.prior, choose);
    if (value !== null) walked[name] = value;
  }
  return walked;
};

/** The three values of one attribute or block. */
type Place = { readonly config: Value; readonly prior: Value; readonly proposed: Value };

const at = ({ config, prior, proposed }: PlanInput, name: string): Place => ({
  config: pickAttribute(config, name),
  prior: prior === null ? null : pickAttribute(prior, name),
  proposed: pickAttribute(proposed, name),
});

const walkAttribute = (attribute: Attribute, place: Place, owner: ObjectValue | null, choose: Choice): Value => {
  const { config, prior, proposed } = place;
  if (attribute.writeOnly === true) return null;
  if (isNull(config)) {
    if (attribute.default !== undefined) return attribute.default;
    return isComputed(attribute) ? choose(attribute, proposed, owner) : config;
  }
  const { type } = attribute;
  if (isNested(type) && !isUnknown(config)) {
    return walkNesting(type.nesting, place, (one) => walkAttributes(type.attributes, one, choose));
  }
  const same = !isUnknown(config) && !isNull(prior) && attribute.sameAs?.(prior, config) === true;
  return same && !equal(attributeType(attribute), prior, config) ? prior : config;
};

/**
 * The elements are walked with the prior element of the same index or key. Those of a set are planned as configured:
 * nothing inside a set may be computed.
 */
const walkNesting = (nesting: Nesting, place: Place, walk: (input: PlanInput) => ObjectValue): Value => {
  const { config, prior, proposed } = place;
  if (nesting === 'single') return walkObject(place, walk);
  if (nesting === 'set' || isUnknown(config)) return config;
  if (isList(config)) {
    return config.map((element, index) =>
      walkObject({ config: element, prior: elementAt(prior, index), proposed: elementAt(proposed, index) }, walk),
    );
  }
  if (!isObject(config)) return config;
  return Object.fromEntries(
    Object.entries(config).map(([key, element]) => [
      key,
      walkObject({ config: element, prior: member(prior, key), proposed: member(proposed, key) }, walk),
    ]),
  );
};

const walkObject = ({ config, prior, proposed }: Place, walk: (input: PlanInput) => ObjectValue): Value => {
  if (!isObject(config)) return config;
  return walk({
    config,
    prior: isObject(prior) ? prior : null,
    proposed: isObject(proposed) ? proposed : config,
  });
};

const elementAt = (value: Value, index: number): Value => (isList(value) ? (value[index] ?? null) : null);
