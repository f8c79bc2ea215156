import { ValueError } from '../error';
import { typeAt, findType } from './equal';
import { parseJsonText } from './json-text';
import { parseNumber } from './number';
import { type CtyType, parseType } from './type';
import { Dynamic, isList, isNumber, isObject, type ObjectValue, type Value } from './value';

/**
 * Reads the JSON form of a value, as it is kept in the state. Attributes that the type no longer has are dropped and
 * missing ones are null, as Terraform does with states of the same schema version. @throws ValueError
 */
export const decodeJson = (type: CtyType, bytes: Uint8Array): Value =>
  ofJson(type, parseJsonText(Buffer.from(bytes).toString('utf8')));

/** A parsed JSON value as a value of the type. @throws ValueError when it does not fit. */
const ofJson = (type: CtyType, json: Value): Value => {
  if (json === null) return null;
  switch (type.kind) {
    case 'string':
      if (typeof json === 'string') return json;
      break;
    case 'bool':
      if (typeof json === 'boolean') return json;
      break;
    case 'number':
      if (isNumber(json)) return json;
      if (typeof json === 'string') return parseNumber(json);
      break;
    case 'dynamic':
      if (isObject(json)) return decodeDynamic(json);
      break;
    case 'list':
    case 'set':
    case 'tuple':
      if (isList(json)) return json.map((element, index) => ofJson(typeAt(type, index), element));
      break;
    case 'map':
    case 'object':
      if (isObject(json)) return decodeNamed(type, json);
  }
  throw new ValueError(`The state holds ${describeKind(json)} where the schema wants type ${type.kind}.`);
};

const describeKind = (json: Value): string => {
  if (isList(json)) return 'an array';
  return isNumber(json) ? 'a number' : isObject(json) ? 'an object' : `a ${typeof json}`;
};

const decodeDynamic = (json: ObjectValue): Value => {
  const type = parseType(json['type']);
  return new Dynamic(type, ofJson(type, json['value'] ?? null));
};

const decodeNamed = (type: CtyType, json: ObjectValue): Value => {
  const names = Object.keys(type.kind === 'object' ? type.attributes : json);
  return Object.fromEntries(
    names.map((name) => [name, Object.hasOwn(json, name) ? ofJson(findType(type, name), json[name] ?? null) : null]),
  );
};
