import { canonicalJson, isJsonList, isJsonObject, parseRecoveryTime, type JsonValue } from '../../domain';

/**
 * Whether two values of one setting mean the same: an instant in another spelling, the addresses of `ip_filter` in another order, null
 * and absence. Never throws.
 */
export const sameSetting = (key: string, before: JsonValue | undefined, asked: JsonValue | undefined): boolean =>
  normalize(key, before ?? null) === normalize(key, asked ?? null);

const normalize = (key: string, value: JsonValue): string => {
  if (key === 'recovery_target_time' && typeof value === 'string')
    return canonicalJson(parseRecoveryTime(value)?.at ?? value);
  if (key === 'ip_filter' && isJsonList(value)) return value.map(readAddress).sort().join();
  return canonicalJson(value);
};

/** An address alone is a text; an object that only names the network says no more. */
const readAddress = (item: JsonValue): string => {
  if (!isJsonObject(item)) return canonicalJson(item);
  const said = Object.entries(item).filter(([, value]) => value !== null && value !== '');
  const [[name, network] = [], ...others] = said;
  return canonicalJson(name === 'network' && network !== undefined && others.length === 0 ? network : item);
};
