import type { Registry } from '../registry';
import { openEmbeddedRegistry } from '../registry/embedded';
import { serveRegistry, type RunningServer, type ServeOptions } from '../registry/main';
import { foundRegistry, readFounding } from './world/found-registry';

/** A served file, and whether no token was ever made for it. */
interface ServedFile extends RunningServer {
  readonly anonymous: boolean;
}

/**
 * Serves the registry in a file, which a reset makes anew: all that happened is forgotten but its tokens.
 * @throws RegistryUnreachableError, ListenRefusedError
 */
export const serveFile = async (path: string, options: Omit<ServeOptions, 'served'>): Promise<ServedFile> => {
  const open = (): Registry => openEmbeddedRegistry({ path, wallClock: { now: options.now } });
  let registry = open();
  const reset = (): void => {
    const founding = readFounding(path);
    const tokens = registry.tokens();
    registry.close();
    try {
      foundRegistry(path, founding, { replace: true, now: options.now });
    } finally {
      registry = open();
    }
    registry.executeAll(
      tokens.flatMap(({ id, createdAt: _createdAt, revokedAt, ...grant }) => [
        { type: 'CreateToken' as const, grant },
        ...(revokedAt === null ? [] : [{ type: 'RevokeToken' as const, id }]),
      ]),
    );
  };
  try {
    const anonymous = registry.tokens().length === 0;
    const server = await serveRegistry({ ...options, served: { current: () => registry, reset } });
    const close = async (): Promise<void> => {
      await server.close();
      registry.close();
    };
    return { url: server.url, anonymous, close };
  } catch (error) {
    registry.close();
    throw error;
  }
};
