import { encodeValue } from '../cty/msgpack';
import { hasErrors } from '../diagnostic';
import type { EphemeralResource } from '../provider';
import { blockType, complete } from '../schema/schema';
import { validateConfig } from '../schema/validation';
import { bytesField, message } from '../wire/protobuf';
import { diagnosticsField, makeCall, needObject, type Rpc, type RpcContext, findNamed } from './context';
import { refuseWith } from './refuse';

/** The ephemeral resource of a request. @throws ProviderBugError when there is none of that name. */
const findEphemeral = <Client>({ provider }: RpcContext<Client>, typeName: string): EphemeralResource<Client> =>
  findNamed(provider.ephemerals, typeName, 'ephemeral resource');

export const validateEphemeralResourceConfig: Rpc = {
  answer: (request, context) => {
    const { schema, validate } = findEphemeral(context, request.text(1));
    const config = needObject(schema, request.message(2));
    return message(diagnosticsField(1, schema, [...validateConfig(schema, config), ...(validate?.(config) ?? [])]));
  },
  refuse: refuseWith(1),
};

export const openEphemeralResource: Rpc = {
  answer: async (request, context) => {
    const { schema, open } = findEphemeral(context, request.text(1));
    const config = needObject(schema, request.message(2));
    const { result, diagnostics = [] } = await open(config, makeCall(context));
    if (hasErrors(diagnostics)) return message(diagnosticsField(1, schema, diagnostics));
    const opened = complete(schema, { ...config, ...result });
    return message(
      diagnosticsField(1, schema, diagnostics),
      bytesField(3, message(bytesField(1, encodeValue(blockType(schema), opened)))),
    );
  },
  refuse: refuseWith(1),
};

/** What is opened lasts as long as the command: nothing is renewed, and nothing is there to be closed. */
export const renewEphemeralResource: Rpc = { answer: () => message(), refuse: refuseWith(1) };

export const closeEphemeralResource: Rpc = { answer: () => message(), refuse: refuseWith(1) };
