import { fromTextFields, isJsonObject, parseJson, type JsonValue, type ServiceResource } from '../domain';
import { startBudget } from './budget';
import { ServiceResourceError } from './errors';
import { resourceCheck } from './resource-check';

/**
 * Reads a declared service as a carrier holds it, fields as texts included. Fields of the wrong form are told by name.
 * @throws ServiceResourceError
 */
export const parseServiceResource = (text: string): ServiceResource => {
  const resource = parseFields(text);
  if (!resourceCheck.is(resource)) throw new ServiceResourceError(resourceCheck.faultIn(resource, 'the resource'));
  startBudget({ now: () => 0 }, resource);
  return resource;
};

const parseFields = (text: string): Readonly<Record<string, JsonValue>> => {
  const value = parseJson(text);
  if (value === undefined) throw new ServiceResourceError('the resource: it is no JSON');
  if (!isJsonObject(value)) throw new ServiceResourceError('the resource: it is no JSON object');
  return fromTextFields(value);
};
