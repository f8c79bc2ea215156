import { setTimeout as pause } from 'node:timers/promises';
import type { Transport } from '../../src/api';
import { answerRequest } from '../../src/registry/http';
import type { Registry } from '../../src/registry';
import type { EmbeddedOptions } from '../../src/registry/embedded';
import { lazyRegistry } from '../../src/registry/embedded/open-embedded';

/** A transport with no socket: each request is answered by the registry in the same process. Closing it closes the registry. */
export const embeddedTransport = (registry: Registry, target: string): Transport => ({
  target,
  send: async (request) => Promise.resolve(answerRequest(registry, request)),
  close: () => registry.close(),
});

/** A transport to the registry in a file, which is opened by the first request: what never asks never opens it. */
export const openEmbedded = (options: EmbeddedOptions): Transport => {
  const { use, close } = lazyRegistry({ ...options, pause });
  return {
    target: `sqlite:${options.path}`,
    send: (request) => use((registry) => answerRequest(registry, request)),
    close,
  };
};
