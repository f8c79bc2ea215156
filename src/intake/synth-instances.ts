import { isJsonList, isJsonObject, parseJson, type JsonObject, type JsonValue } from '../domain';
import { doubleMarks, templateParts } from './template';

/** More instances of one block are not looked at one by one. */
const mostInstances = 1_000;

/** What a block of a synth output makes: the attributes of an instance, what tells instances apart filled in. */
interface Instance {
  /** `[0]`, `["eu"]`; empty: the block has no loop, or stands for instances whose number is not known. */
  readonly index: string;
  readonly values: JsonObject;
  /** It stands for instances whose number is not known: `values` holds for each of them. */
  readonly uncounted?: true;
}

/** The instances of a resource block, by its `count` or `for_each`. Never throws. */
export const instancesOf = ({ count, for_each: each, ...values }: JsonObject): readonly Instance[] => {
  const single: readonly Instance[] = [{ index: '', values }];
  const uncounted: readonly Instance[] = [{ index: '', values, uncounted: true }];
  if (isWritten(count)) {
    if (isSwitch(count)) return single;
    const number = typeof count === 'string' && /^\d{1,9}$/.test(count) ? Number(count) : count;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > mostInstances)
      return uncounted;
    const indexes = Array.from({ length: number }, (_, index) => index);
    return counted(
      indexes.map((index) => ({ index, terms: { count: { index } } })),
      values,
    );
  }
  if (!isWritten(each)) return single;
  const entries = entriesOf(each);
  if (entries === undefined || entries.length > mostInstances) return uncounted;
  return counted(
    entries.map(([key, value]) => ({ index: key, terms: { each: { key, value } } })),
    values,
  );
};

interface Turn {
  readonly index: string | number;
  readonly terms: JsonObject;
}

const counted = (turns: readonly Turn[], values: JsonObject): readonly Instance[] =>
  turns.map(({ index, terms }) => {
    const own = Object.entries(values).map(([name, value]) => [name, filled(value, terms)] as const);
    return { index: `[${JSON.stringify(index)}]`, values: Object.fromEntries(own) };
  });

const isWritten = (value: JsonValue | undefined): value is JsonValue => value !== undefined && value !== null;

/** One or none, as a condition decides: where it is one, it is as if the block had no loop. */
const isSwitch = (count: JsonValue): boolean =>
  typeof count === 'string' && /\?\s*(1\s*:\s*0|0\s*:\s*1)[\s)]*\}$/.test(count);

const entriesOf = (each: JsonValue): readonly (readonly [string, JsonValue])[] | undefined => {
  if (isJsonObject(each)) return Object.entries(each);
  const [, items] = (typeof each === 'string' && /^\$\{toset\((\[.*\])\)\}$/s.exec(each)) || [];
  const list = items === undefined ? undefined : parseJson(items);
  if (list === undefined || !isJsonList(list) || !list.every((item) => typeof item === 'string')) return undefined;
  return [...new Set(list)].map((item) => [item, item] as const);
};

/** A template with `each.key`, `each.value.plan` or `count.index` filled in. */
const filled = (template: JsonValue, terms: JsonObject): JsonValue => {
  if (typeof template === 'string') return filledText(template, terms);
  if (isJsonList(template)) return template.map((item) => filled(item, terms));
  if (!isJsonObject(template)) return template;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, filled(value, terms)] as const));
};

const filledText = (text: string, terms: JsonObject): JsonValue => {
  if (!text.includes('${')) return text;
  const parts = templateParts(text).map(({ kind, text: part }) => {
    const term = kind === 'expression' ? termOf(part, terms) : undefined;
    return { term, written: kind === 'text' ? doubleMarks(part) : part };
  });
  const [only] = parts;
  if (parts.length === 1 && only?.term !== undefined) return only.term;
  return parts
    .map(({ term, written }) => (typeof term === 'string' || typeof term === 'number' ? String(term) : written))
    .join('');
};

const termOf = (expression: string, terms: JsonObject): JsonValue | undefined => {
  const [, root, rest = ''] = /^\$\{\s*(count|each)((?:\.[\w-]+|\["[^"\\]+"\])+)\s*\}$/.exec(expression) ?? [];
  if (root === undefined) return undefined;
  const path = [...rest.matchAll(/\.([\w-]+)|\["([^"]+)"\]/g)].map(([, plain, quoted]) => plain ?? quoted ?? '');
  return path.reduce<JsonValue | undefined>(
    (found, name) =>
      found !== undefined && isJsonObject(found) && Object.hasOwn(found, name) ? found[name] : undefined,
    terms[root],
  );
};
