import {
  type CtyType,
  equal,
  isWhollyKnown,
  objectOf,
  type ObjectValue,
  isObject,
} from '../../../src/provider/protocol';
import { decodeValue, encodeValue } from '../../../src/provider/protocol/cty/msgpack';
import { parseType } from '../../../src/provider/protocol/cty/type';
import {
  bytesField,
  type Field,
  type Fields,
  message,
  readMessage,
} from '../../../src/provider/protocol/wire/protobuf';
import type { WireSchema } from './wire-schema';

/* The laws of Terraform's core (1.12) for what names an object, written from its documentation. */

/** The types of identities by resource, as GetResourceIdentitySchemas answers them. */
export const readIdentityTypes = (answer: Fields): ReadonlyMap<string, CtyType> =>
  new Map(
    [...answer.map(1)].map(([name, bytes]) => [
      name,
      objectOf(
        Object.fromEntries(
          readMessage(bytes)
            .messages(2)
            .map((one) => [one.text(1), parseType(JSON.parse(Buffer.from(one.bytes(2) ?? []).toString()))]),
        ),
      ),
    ]),
  );

/** The parts of identities by resource: those that an import has to give, and those that it may leave out. */
export const readIdentityParts = (answer: Fields) =>
  new Map(
    [...answer.map(1)].map(([name, bytes]) => {
      const parts = readMessage(bytes).messages(2);
      const named = (isRequired: boolean) =>
        parts.filter((one) => one.bool(3) === isRequired).map((one) => one.text(1));
      return [name, { required: named(true), optional: named(false) }] as const;
    }),
  );

/** An identity in a request; nothing where there is none. */
export const identityIn = (number: number, { identity }: WireSchema, value: ObjectValue | undefined): Field =>
  identity === undefined || value === undefined
    ? []
    : bytesField(number, message(bytesField(1, message(bytesField(1, encodeValue(identity, value))))));

/** The identity of an answer; undefined: none. */
export const identityOf = ({ identity }: WireSchema, answered: Fields | undefined): ObjectValue | undefined => {
  const bytes = answered?.message(1)?.bytes(1);
  const value = identity === undefined || bytes === undefined ? null : decodeValue(identity, bytes);
  return isObject(value) ? value : undefined;
};

/** Why core would refuse the identity of an object that an answer has. */
export const identityFaults = (
  { identity }: WireSchema,
  answered: ObjectValue | undefined,
  { before, isPlan = false }: { readonly before?: ObjectValue | undefined; readonly isPlan?: boolean },
): readonly string[] => {
  if (identity === undefined) return [];
  if (answered === undefined) return ['an object has no identity'];
  return [
    ...(isPlan || isWhollyKnown(answered) ? [] : ['an identity is not wholly known']),
    ...(before === undefined || !isWhollyKnown(before) || equal(identity, before, answered)
      ? []
      : ['an identity has changed']),
  ];
};
