import { fromTextFields, isJsonObject, parseJson, schemaFault, ServiceResource, type JsonValue } from '../domain';
import { startBudget } from './budget';
import { ServiceResourceError } from './errors';

/**
 * Reads a declared service as a carrier holds it, fields as texts included. Fields of the wrong form are told by name.
 * @throws ServiceResourceError
 */
export const parseServiceResource = (text: string): ServiceResource => {
  const parsed = ServiceResource.safeParse(fieldsOf(text), { reportInput: true });
  if (!parsed.success) throw new ServiceResourceError(schemaFault(parsed.error, 'the resource'));
  startBudget({ now: () => 0 }, parsed.data);
  return parsed.data;
};

const fieldsOf = (text: string): Readonly<Record<string, JsonValue>> => {
  const value = parseJson(text);
  if (value === undefined) throw new ServiceResourceError('the resource: it is no JSON');
  if (!isJsonObject(value)) throw new ServiceResourceError('the resource: it is no JSON object');
  return fromTextFields(value);
};
