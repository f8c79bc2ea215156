import { hasErrors } from '../diagnostic';
import { validateConfig } from '../schema/validation';
import type { Walk } from '../provider';
import { type Fields, message, textField } from '../wire/protobuf';
import { diagnosticsField, needObject, type Rpc } from './context';
import { refuseWith } from './refuse';

export const validateProviderConfig: Rpc = {
  answer: (request, { provider }) => {
    const config = needObject(provider.schema, request.message(1));
    const diagnostics = [...validateConfig(provider.schema, config), ...(provider.validate?.(config) ?? [])];
    return message(diagnosticsField(2, provider.schema, diagnostics));
  },
  refuse: refuseWith(2),
};

export const configureProvider: Rpc = {
  answer: async (request, { provider, session, ports }) => {
    const { client, diagnostics = [] } = await provider.configure(
      needObject(provider.schema, request.message(2)),
      ports,
      readWalk(request.message(3)),
    );
    if (client !== undefined && !hasErrors(diagnostics)) session.client = client;
    return message(diagnosticsField(1, provider.schema, diagnostics));
  },
  refuse: refuseWith(1),
};

/** Of what Terraform can do: to defer, and to write without keeping, which none before 1.11 knows. */
const readWalk = (client: Fields | undefined): Walk =>
  client?.bool(2) === true && !client.bool(1) ? 'plan' : 'unknown';

/** The user interrupts: running operations are asked to end, and to answer with what they have made. */
export const stopProvider: Rpc = {
  answer: (_, { session }) => {
    session.stop.abort('stopped');
    return message();
  },
  refuse: (why) => message(textField(1, why)),
};
