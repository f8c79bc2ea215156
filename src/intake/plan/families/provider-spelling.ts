import { isJsonList, isJsonObject, type JsonObject, type JsonValue, type SettingFields } from '../../../domain';

/**
 * Attributes of the vendor's provider that are another spelling of an API key.
 * @see terraform-provider-aiven 4.61.0, internal/sdkprovider/userconfig/service (read 2026-11-27)
 */
const spellings: ReadonlyMap<string, string> = new Map([
  ['ip_filter_object', 'ip_filter'],
  ['ip_filter_string', 'ip_filter'],
]);

/** How the vendor's provider spells a name of the API: Terraform's names have neither dots nor dashes. Never throws. */
const inProvider = (serviceType: string, name: string): string =>
  name.replaceAll('.', serviceType === 'pg' ? '__dot__' : '_').replaceAll('-', '_');

type Spelled = ReadonlyMap<string, string>;

/** Names of the API by their spelling in the provider; of those that it spells alike, the first. Never throws. */
export const bySpelling = (serviceType: string, names: readonly string[]): Spelled =>
  new Map([...names].reverse().map((name) => [inProvider(serviceType, name), name]));

/** The API's name of an attribute of a block of settings, among the names there. Never throws. */
export const nameInApi = (names: Spelled, attribute: string): string =>
  spellings.get(attribute) ?? names.get(attribute) ?? attribute;

/** A block inside a block of settings, in the names of the API. Fields that are not known keep their own. Never throws. */
export const namedInApi = (serviceType: string, fields: SettingFields | undefined, value: JsonValue): JsonValue => {
  const block = isJsonList(value) && value.length === 1 ? (value[0] ?? null) : value;
  if (fields === undefined || !isJsonObject(block)) return value;
  const names = bySpelling(serviceType, Object.keys(fields));
  const named: JsonObject = Object.fromEntries(
    Object.entries(block).map(([attribute, inner]) => {
      const name = nameInApi(names, attribute);
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, typeof field === 'object' ? namedInApi(serviceType, field, inner) : inner];
    }),
  );
  return named;
};
