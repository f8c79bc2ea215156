import { hasErrors } from '../diagnostic';
import { complete } from '../schema/schema';
import { message } from '../wire/protobuf';
import { diagnosticsField, dynamicField, findEphemeral, makeCall, needObject, type Rpc } from './context';
import { refuseWith } from './refuse';

export const openEphemeralResource: Rpc = {
  answer: async (request, context) => {
    const { schema, open } = findEphemeral(context, request.text(1));
    const config = needObject(schema, request.message(2));
    const { result, diagnostics = [] } = await open(config, makeCall(context));
    if (hasErrors(diagnostics)) return message(diagnosticsField(1, schema, diagnostics));
    const opened = complete(schema, { ...config, ...result });
    return message(diagnosticsField(1, schema, diagnostics), dynamicField(3, schema, opened));
  },
  refuse: refuseWith(1),
};

/** What is opened lasts as long as the command: nothing is renewed, and nothing is there to be closed. */
export const renewEphemeralResource: Rpc = { answer: () => message(), refuse: refuseWith(1) };

export const closeEphemeralResource: Rpc = { answer: () => message(), refuse: refuseWith(1) };
