import { isList, isNull, isObject, isUnknown, member, type Value } from '../cty/value';
import { type Diagnostic, errorAt } from '../diagnostic';
import { type Path, pathText } from '../path';
import { type Attribute, type Attributes, isNested, type Nesting } from './attribute';
import type { Block } from './schema';

/** What the validators of a schema say of a configuration; unknown and absent values are not judged. */
export const validateConfig = (schema: Block, config: Value, path: Path = []): readonly Diagnostic[] => [
  ...validateAttributes(schema.attributes, config, path),
  ...Object.entries(schema.blocks ?? {}).flatMap(([name, inner]) => [
    ...missingBlock(inner.nesting === 'single' && inner.itemsMin === 1, member(config, name), [...path, name]),
    ...validateElements(inner.nesting, member(config, name), [...path, name], (one, where) =>
      validateConfig(inner, one, where),
    ),
  ]),
];

/** Terraform itself asks for required blocks of the other kinds. */
const missingBlock = (isRequired: boolean, value: Value, path: Path): readonly Diagnostic[] =>
  isRequired && isNull(value)
    ? [errorAt({ summary: `Missing block ${pathText(path)}`, detail: `Add a block ${pathText(path)} { … }.` })]
    : [];

/** Where a configuration has something write-only; not inside lists, sets and maps. */
export const findWritten = (schema: Block, config: Value, path: Path = []): readonly Path[] => [
  ...Object.entries(schema.attributes).flatMap(([name, { writeOnly }]) =>
    writeOnly === true && !isNull(member(config, name)) ? [[...path, name]] : [],
  ),
  ...Object.entries(schema.blocks ?? {}).flatMap(([name, inner]) =>
    inner.nesting === 'single' ? findWritten(inner, member(config, name), [...path, name]) : [],
  ),
];

const validateAttributes = (attributes: Attributes, config: Value, path: Path): readonly Diagnostic[] =>
  Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = member(config, name);
    if (isNull(value) && attribute.presence === 'required')
      return [
        errorAt({ summary: `Missing ${name}`, detail: `${name} is null. Give it a value.`, path: [...path, name] }),
      ];
    return value === null ? [] : validateAttribute(attribute, value, [...path, name]);
  });

const validateAttribute = ({ type, validate = [] }: Attribute, value: Value, path: Path): readonly Diagnostic[] => {
  if (isNull(value) || isUnknown(value)) return [];
  const complaints = validate.flatMap((judge) => judge(value) ?? []);
  const inner = isNested(type)
    ? validateElements(type.nesting, value, path, (one, where) => validateAttributes(type.attributes, one, where))
    : [];
  return [...complaints.map((complaint) => errorAt({ ...complaint, path })), ...inner];
};

type Walk = (value: Value, path: Path) => readonly Diagnostic[];

/** The elements of a set have no path of their own: complaints are at the set. */
const validateElements = (nesting: Nesting, value: Value, path: Path, walk: Walk): readonly Diagnostic[] => {
  if (nesting === 'single') return isObject(value) ? walk(value, path) : [];
  if (isList(value)) {
    return value.flatMap((one, index) => {
      if (!isObject(one)) return [];
      if (nesting === 'list') return walk(one, [...path, { index }]);
      return walk(one, path).map((diagnostic) => ({ ...diagnostic, path }));
    });
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => (isObject(one) ? walk(one, [...path, { key }]) : []));
};
