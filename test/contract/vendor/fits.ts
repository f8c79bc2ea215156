import { isJsonList, isJsonObject, type JsonValue } from '../../../src/domain';

/**
 * The places where an answer lacks what another has, or has it in another kind: a field that is not there, a text for a number. Null fits
 * everything, and of lists the first items are compared. What a user writes is not compared: the answer may be about another service than
 * the request.
 */
export const misfits = (wanted: JsonValue, got: JsonValue | undefined, path = ''): readonly string[] => {
  if (got === undefined) return [`${path} is missing`];
  if (wanted === null || got === null) return [];
  if (isJsonList(wanted)) {
    if (!isJsonList(got)) return [`${path} is no list`];
    const [first] = wanted;
    const [own] = got;
    return first === undefined || own === undefined ? [] : misfits(first, own, `${path}[0]`);
  }
  if (isJsonObject(wanted)) {
    if (!isJsonObject(got)) return [`${path} is no object`];
    if (/(^|\.)(tags|user_config|endpoint_config)$/u.test(path)) return [];
    return Object.entries(wanted).flatMap(([name, value]) => misfits(value, got[name], `${path}.${name}`));
  }
  return typeof wanted === typeof got ? [] : [`${path} is a ${typeof got}, not a ${typeof wanted}`];
};
