import { typeJson } from '../cty/type';
import { providerBug } from '../diagnostic';
import type { Parameter, Provider, ProviderFunction } from '../provider';
import type { ManagedResource } from '../resource';
import { findSchemaFaults, type SchemaOwner } from '../schema/faults';
import type { Schema } from '../schema/schema';
import { encodeSchema } from '../schema/wire';
import {
  boolField,
  bytesField,
  type Field,
  intField,
  mapField,
  message,
  messagesField,
  textField,
} from '../wire/protobuf';
import { diagnosticsField, resourceSchema, type Rpc } from './context';
import { encodeDiagnostic } from '../diagnostic';

/** Deletions are planned too, the schema may be kept for a whole command, and objects of other types may be moved here. */
const capabilities = message(boolField(1, true), boolField(2, true), boolField(3, true));

/** Something of a provider that has a name and a schema. */
type Offer = { readonly typeName: string; readonly schema: Schema };

const withTimeouts = <Client>(resource: ManagedResource<Client>): Offer => ({
  typeName: resource.typeName,
  schema: resourceSchema(resource),
});

/** Every fault of every schema; Terraform would refuse the provider for most, and crash for some. */
export const findProviderFaults = <Client>(provider: Provider<Client>): readonly string[] => {
  const faultsIn = (words: string, owner: SchemaOwner, offers: readonly Offer[] = []): readonly string[] =>
    offers.flatMap(({ typeName, schema }) =>
      findSchemaFaults(schema, owner).map((fault) => `${words} ${typeName}: ${fault}`),
    );
  return [
    ...findSchemaFaults(provider.schema, 'provider').map((fault) => `provider: ${fault}`),
    ...faultsIn('resource', 'resource', provider.resources?.map(withTimeouts)),
    ...faultsIn('data source', 'other', provider.dataSources),
    ...faultsIn('list', 'other', provider.lists),
    ...faultsIn('action', 'other', provider.actions),
    ...faultsIn('ephemeral resource', 'other', provider.ephemerals),
  ];
};

export const getProviderSchema: Rpc = {
  answer: (_, { provider }) => {
    const answer = answers.get(provider) ?? encodeProvider(provider);
    answers.set(provider, answer);
    return answer;
  },
  refuse: (why) => refuseSchema(why),
};

/** A resident process is asked for the same schema by every command. */
const answers = new WeakMap<object, Uint8Array>();

const encodeProvider = <Client>(provider: Provider<Client>): Uint8Array => {
  const faults = findProviderFaults(provider);
  if (faults.length > 0) return refuseSchema(`The schema cannot be used: ${faults.join('; ')}.`);
  const { resources = [], dataSources, ephemerals, lists, actions } = provider;
  return message(
    bytesField(1, encodeSchema(provider.schema)),
    schemasField(2, resources.map(withTimeouts)),
    schemasField(3, dataSources),
    bytesField(6, capabilities),
    functionsField(7, provider),
    schemasField(8, ephemerals),
    schemasField(9, lists),
    schemasField(11, actions, (encoded) => message(bytesField(1, encoded))),
  );
};

const schemasField = (
  number: number,
  offers: readonly Offer[] = [],
  wrap = (encoded: Uint8Array): Uint8Array => encoded,
): Field =>
  mapField(number, Object.fromEntries(offers.map(({ typeName, schema }) => [typeName, wrap(encodeSchema(schema))])));

const refuseSchema = (why: string): Uint8Array =>
  message(bytesField(1, encodeSchema({ attributes: {} })), diagnosticsField(4, { attributes: {} }, [providerBug(why)]));

/** OpenTofu asks a configured provider for its functions; they are the same. */
export const getFunctions: Rpc = {
  answer: (_, { provider }) => message(functionsField(1, provider)),
  refuse: (why) => message(messagesField(2, [encodeDiagnostic(providerBug(why))])),
};

const functionsField = <Client>(number: number, { functions = [] }: Provider<Client>): Field =>
  mapField(number, Object.fromEntries(functions.map((one) => [one.name, encodeFunction(one)])));

const encodeFunction = ({ parameters, variadic, returns, summary, description }: ProviderFunction): Uint8Array =>
  message(
    messagesField(1, parameters.map(encodeParameter)),
    variadic === undefined ? [] : bytesField(2, encodeParameter(variadic)),
    bytesField(3, message(bytesField(1, Buffer.from(JSON.stringify(typeJson(returns)))))),
    textField(4, summary),
    textField(5, description),
    intField(6, description === undefined ? 0 : 1),
  );

const encodeParameter = ({ name, type, allowsNull, allowsUnknown, description }: Parameter): Uint8Array =>
  message(
    textField(1, name),
    bytesField(2, Buffer.from(JSON.stringify(typeJson(type)))),
    boolField(3, allowsNull),
    boolField(4, allowsUnknown),
    textField(5, description),
    intField(6, description === undefined ? 0 : 1),
  );
