import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../domain';
import type { ConfigGraph } from './config-graph';
import { objectOr } from './marked-value';

/** Modules deeper than this are not followed. */
const deepest = 32;

/**
 * Whether an expression is a variable that is null for all that a plan tells: as it was given, handed through by calls of modules, or by
 * its default. A module hands its optional arguments through so, and what is null is not written. Never throws.
 */
export const isNullVariable = (
  expression: JsonValue | undefined,
  {
    graph,
    variables,
    modules,
  }: { readonly graph: ConfigGraph; readonly variables: JsonObject; readonly modules: readonly string[] },
): boolean => {
  const valueAt = (path: readonly string[], within: readonly string[], depth: number): JsonValue | undefined => {
    const [name = '', ...inner] = path;
    const usual = graph.variableDefault(within, name);
    const argument = graph.argument(within, name);
    const set = objectOr(variables[name])['value'];
    if (within.length === 0) return partAt(set === undefined ? usual : set, inner);
    if (argument === undefined) return partAt(usual, inner);
    const given = isJsonObject(argument) ? argument['constant_value'] : undefined;
    const passed = given === undefined ? variableIn(argument) : undefined;
    if (given === undefined && (passed === undefined || depth > deepest)) return undefined;
    const value = passed === undefined ? given : valueAt(passed, within.slice(0, -1), depth + 1);
    // A variable that may not be null has its default then; whether it may, no plan tells.
    return partAt(value ?? (value === null && usual === undefined ? null : usual), inner);
  };
  const path = variableIn(expression);
  return path !== undefined && valueAt(path, modules, 0) === null;
};

/** The variable that an expression refers to and to nothing else, with the attributes that lead on from it. */
const variableIn = (expression: JsonValue | undefined): readonly string[] | undefined => {
  const references = isJsonObject(expression) ? expression['references'] : undefined;
  if (!isJsonList(references)) return undefined;
  const texts = references.filter((reference) => typeof reference === 'string');
  const [longest] = [...texts].sort((a, b) => b.length - a.length);
  if (longest === undefined || !/^var(\.[\w-]+)+$/.test(longest)) return undefined;
  if (!texts.every((reference) => longest === reference || longest.startsWith(`${reference}.`))) return undefined;
  return longest.split('.').slice(1);
};

/** Null too where an attribute of an object is left out. */
const partAt = (value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined => {
  const [name, ...inner] = path;
  if (value === undefined || value === null || name === undefined) return value;
  return isJsonObject(value) ? partAt(value[name] ?? null, inner) : undefined;
};
