import { decodeJson } from '../cty/json';
import { decodeValue, encodeValue } from '../cty/msgpack';
import { type CtyType, objectOf, string, typeJson } from '../cty/type';
import { isNull, isObject, type ObjectValue, type Value } from '../cty/value';
import { encodeDiagnostic, errorAt } from '../diagnostic';
import type { ManagedResource } from '../resource';
import {
  boolField,
  bytesField,
  type Field,
  type Fields,
  intField,
  mapField,
  message,
  messagesField,
  textField,
} from '../wire/protobuf';
import { findResource, type Rpc } from './context';
import { refuseWith } from './refuse';

/** The version of every identity: the attributes below have not changed yet. */
const identityVersion = 0;

const identityType = <Client>({ identity }: ManagedResource<Client>): CtyType =>
  objectOf(Object.fromEntries(Object.keys(identity?.attributes ?? {}).map((name) => [name, string])));

/** What names an object: those attributes of it. Undefined: it has no identity, or not all of it (unknown is fine in a plan). */
const identityOf = <Client>({ identity }: ManagedResource<Client>, object: ObjectValue): ObjectValue | undefined => {
  if (identity === undefined) return undefined;
  const values = Object.keys(identity.attributes).map((name) => [name, object[name] ?? null] as const);
  return values.some(([, value]) => isNull(value)) ? undefined : Object.fromEntries(values);
};

/** The identity of an object in an answer; nothing where there is no object. */
export const identityField = <Client>(number: number, resource: ManagedResource<Client>, object: Value): Field => {
  const identity = isObject(object) ? identityOf(resource, object) : undefined;
  return identity === undefined ? [] : bytesField(number, encodeIdentity(resource, identity));
};

const encodeIdentity = <Client>(resource: ManagedResource<Client>, identity: ObjectValue): Uint8Array =>
  message(bytesField(1, message(bytesField(1, encodeValue(identityType(resource), identity)))));

/** The identity that a request names; undefined: none. */
export const readIdentity = <Client>(
  resource: ManagedResource<Client>,
  data: Fields | undefined,
): ObjectValue | undefined => {
  const bytes = data?.message(1)?.bytes(1);
  const value = bytes === undefined || bytes.length === 0 ? null : decodeValue(identityType(resource), bytes);
  return isObject(value) ? value : undefined;
};

export const getResourceIdentitySchemas: Rpc = {
  answer: (_, { provider: { resources = [] } }) => {
    const named = resources.filter(({ identity }) => identity !== undefined);
    return message(mapField(1, Object.fromEntries(named.map((one) => [one.typeName, encodeSchema(one)]))));
  },
  refuse: refuseWith(2),
};

const encodeSchema = <Client>({ identity }: ManagedResource<Client>): Uint8Array =>
  message(
    intField(1, identityVersion),
    messagesField(
      2,
      Object.entries(identity?.attributes ?? {}).map(([name, { description, isOptional }]) =>
        message(
          textField(1, name),
          bytesField(2, Buffer.from(JSON.stringify(typeJson(string)))),
          boolField(3, isOptional !== true),
          boolField(4, isOptional === true),
          textField(5, description),
        ),
      ),
    ),
  );

export const upgradeResourceIdentity: Rpc = {
  answer: (request, context) => {
    const resource = findResource(context, request.text(1));
    const [version, json] = [request.int(2), request.message(3)?.bytes(1)];
    if (version !== identityVersion || json === undefined) {
      const known = `The identity of ${resource.typeName} has version ${version}, this provider knows ${identityVersion}.`;
      const detail = `${known} Use the provider that wrote it, or a newer one.`;
      return message(messagesField(2, [encodeDiagnostic(errorAt({ summary: 'The identity cannot be read', detail }))]));
    }
    const identity = decodeJson(identityType(resource), json);
    return message(isObject(identity) ? bytesField(1, encodeIdentity(resource, identity)) : []);
  },
  refuse: refuseWith(2),
};
