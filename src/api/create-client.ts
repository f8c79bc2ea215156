import { asked } from './asked';
import { accepted, askingOver } from './asking-over';
import { clientOf, type RegistryClient } from './client';
import { contract } from './operations';
import type { Transport } from './transport';

/** The typed client of the whole contract on a transport. Closing the client closes the transport. */
export const createClient = (transport: Transport): RegistryClient => ({
  ...clientOf(askingOver(transport, (id) => asked(contract[id]))),
  target: transport.target,
  isSimulated: transport.isSimulated ?? (() => Promise.resolve(true)),
  call: async (method, path, body) =>
    accepted(await transport.send({ method, path, ...(body === undefined ? {} : { body }) })),
  get: async (path) => {
    const response = await transport.send({ method: 'GET', path });
    accepted(response);
    return response;
  },
  close: () => transport.close(),
});
