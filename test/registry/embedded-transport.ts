import type { Transport } from '../../src/api';
import { answerRequest } from '../../src/registry/http';
import type { Registry } from '../../src/registry';

/** A transport with no socket: each request is answered by the registry in the same process. Closing it closes the registry. */
export const embeddedTransport = (registry: Registry, target: string): Transport => ({
  target,
  send: async (request) => Promise.resolve(answerRequest(registry, request)),
  close: () => registry.close(),
});
