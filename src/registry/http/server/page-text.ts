import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../domain';

/** The texts of services that were shown before, as long as these are kept. */
const texts = new WeakMap<JsonObject, string>();

/** The JSON text of a page of services. */
export const writePage = (body: JsonObject): string => {
  const fields = Object.entries(body).map(([name, value]) => {
    const text =
      name === 'services' && isJsonList(value) ? `[${value.map(writeService).join(',')}]` : JSON.stringify(value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${fields.join(',')}}`;
};

const writeService = (service: JsonValue): string => {
  if (!isJsonObject(service)) return JSON.stringify(service);
  const known = texts.get(service);
  if (known !== undefined) return known;
  const made = JSON.stringify(service);
  texts.set(service, made);
  return made;
};
