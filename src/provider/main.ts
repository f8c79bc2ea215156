import { existsSync, writeFileSync } from 'node:fs';
import type { RegistryClient, Transport } from '../api';
import { providerAddress } from './address';
import type { Outside } from './client';
import { serve } from './protocol/transport';

type Connect = Outside['connect'];

/** Loads what speaks to a registry, and opens the registry itself, when the first request is made. */
const connector = async (): Promise<Connect> => {
  const { createClient, httpTransport } = await import('../api/index.js');
  const { findRegistryLocation, registryLocationText } = await import('../domain/index.js');
  const { ProviderRegistryError } = await import('./errors.js');
  return ({ registry, token = process.env['FORKCAST_TOKEN'] }): RegistryClient => {
    const environment = process.env['FORKCAST_REGISTRY'];
    const location = findRegistryLocation({ asked: registry, environment, cwd: process.cwd(), exists: existsSync });
    switch (location?.kind) {
      case 'http':
        return createClient(httpTransport({ url: location.url, ...(token ? { token } : {}) }));
      case 'sqlite': {
        const { path } = location;
        return createClient(lazyTransport(registryLocationText(location), () => openFile(path)));
      }
      default:
        throw new ProviderRegistryError(registry ?? environment ?? '');
    }
  };
};

const openFile = async (path: string): Promise<Transport> => {
  const { openEmbedded } = await import('../registry/embedded/index.js');
  return openEmbedded({ path, wallClock: { now: () => Date.now() } });
};

const lazyTransport = (target: string, open: () => Promise<Transport>): Transport => {
  let opened: Promise<Transport> | undefined;
  return {
    target,
    send: async (request) => (await (opened ??= open())).send(request),
    close: () => void opened?.then((transport) => transport.close()),
  };
};

/** Terraform shows nothing that a provider writes while it works, so progress goes past it, when it is asked for. */
const tellTerminal = (line: string): void => {
  try {
    writeFileSync('/dev/tty', `${line}\n`, { flag: 'a' });
  } catch {
    // There is no terminal: the log has the line.
  }
};

serve({
  address: providerAddress,
  load: async (ports) => {
    const [{ loadProvider }, connect] = await Promise.all([import('./load-provider.js'), connector()]);
    const isAsked = (process.env['FORKCAST_PROGRESS'] ?? '') !== '';
    return loadProvider(ports, {
      environment: (name) => process.env[name] || undefined,
      connect,
      ...(isAsked ? { tell: tellTerminal } : {}),
    });
  },
});
