import { equal, typeAt, findType } from '../cty/equal';
import type { CtyType } from '../cty/type';
import { isList, isObject, isUnknown, isWhollyKnown, type Value } from '../cty/value';
import { type Path, pathText } from '../path';

/** A value that may be stored, and what had to be changed for that, one sentence each. */
type Conformed = { readonly value: Value; readonly notes: readonly string[] };

/**
 * What an apply may answer: known where it was planned, exactly as planned; everywhere known. Where the resource says
 * otherwise the plan is kept and noted: Terraform would else refuse the whole answer, and lose what was made. The next
 * read shows the difference.
 */
export const conformToPlan = (type: CtyType, planned: Value, result: Value, path: Path = []): Conformed => {
  if (isUnknown(planned)) return withoutUnknowns(type, result, path);
  if (isWhollyKnown(planned) && equal(type, planned, result)) return { value: planned, notes: [] };
  if (isWhollyKnown(planned) && !(isObject(planned) && isObject(result))) {
    return { value: planned, notes: [deviation(path)] };
  }
  if (isObject(planned) && isObject(result) && type.kind !== 'dynamic') {
    const members = Object.entries(planned).map(
      ([name, value]) =>
        [
          name,
          conformToPlan(findType(type, name), value, result[name] ?? null, [...path, makeStep(type, name)]),
        ] as const,
    );
    return {
      value: Object.fromEntries(members.map(([name, { value }]) => [name, value])),
      notes: members.flatMap(([, { notes }]) => notes),
    };
  }
  if (isList(planned) && isList(result) && type.kind !== 'set' && planned.length === result.length) {
    return joined(
      planned.map((one, index) => conformToPlan(typeAt(type, index), one, result[index] ?? null, [...path, { index }])),
    );
  }
  if (type.kind === 'set' && isList(planned) && isList(result)) return withoutUnknowns(type, result, path);
  const { value } = withoutUnknowns(type, planned, path);
  return { value, notes: [deviation(path)] };
};

const deviation = (path: Path): string => `${pathText(path)} was planned otherwise than it was made; the plan is kept.`;

/** The value with null where it is unknown: a state holds only what is known. */
export const withoutUnknowns = (type: CtyType, value: Value, path: Path = []): Conformed => {
  if (isUnknown(value))
    return { value: null, notes: [`${pathText(path)} is still unknown after it was made; it is stored as null.`] };
  if (isWhollyKnown(value)) return { value, notes: [] };
  if (isList(value))
    return joined(value.map((one, index) => withoutUnknowns(typeAt(type, index), one, [...path, { index }])));
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([name, one]) => [name, withoutUnknowns(findType(type, name), one, [...path, makeStep(type, name)])] as const,
    );
    return {
      value: Object.fromEntries(members.map(([name, { value: one }]) => [name, one])),
      notes: members.flatMap(([, { notes }]) => notes),
    };
  }
  return { value: null, notes: [`${pathText(path)} holds something unknown; it is stored as null.`] };
};

const joined = (elements: readonly Conformed[]): Conformed => ({
  value: elements.map(({ value }) => value),
  notes: elements.flatMap(({ notes }) => notes),
});

const makeStep = (type: CtyType, name: string): Path[number] => (type.kind === 'map' ? { key: name } : name);
