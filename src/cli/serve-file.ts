import { setTimeout as pause } from 'node:timers/promises';
import { patiently, type Registry } from '../registry';
import { causeBehind, keyVariable, openEmbeddedRegistry } from '../registry/embedded';
import { serveRegistry, type RunningServer, type ServeOptions } from '../registry/main';
import { resetApart } from './reset-apart';
import type { Terminal } from './terminal';

/** A served file, and whether no token was ever made for it. */
interface ServedFile extends RunningServer {
  readonly anonymous: boolean;
}

/**
 * Serves the registry in a file, which a reset makes anew: all that happened is forgotten but its tokens.
 * @throws RegistryUnreachableError, ListenRefusedError
 */
export const serveFile = async (
  path: string,
  { env, ...options }: Omit<ServeOptions, 'served'> & Pick<Terminal, 'env'>,
): Promise<ServedFile> => {
  const [key, wallClock] = [env[keyVariable], { now: options.now }];
  const open = (): Registry => openEmbeddedRegistry({ path, key, wallClock }, 0);
  let registry = await patiently(open, { pause, wallClock });
  const reopen = (): void => {
    const next = open();
    registry.close();
    registry = next;
  };
  try {
    const anonymous = registry.tokens().length === 0;
    const server = await serveRegistry({
      ...options,
      served: {
        current: () => registry,
        reopen,
        reset: () => resetApart(path),
        causeBehind: (error) => causeBehind(path, error),
      },
    });
    const close = async (): Promise<void> => {
      await server.close();
      registry.close();
    };
    return { ...server, anonymous, close };
  } catch (error) {
    registry.close();
    throw error;
  }
};
