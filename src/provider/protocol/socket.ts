import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Address } from './handshake';

/** Where a provider listens, and how to leave no trace of it. */
type Place = {
  /** Takes the socket's file away; who is connected stays connected, nobody connects any more. Does nothing a second time. */
  readonly hide: () => void;
};

const prefix = 'fcast-';

/** Younger folders may belong to a process that is about to listen. */
const startingMs = 60_000;

/** A folder that only this user may enter guards the socket; its path must be short. Windows has no such sockets. */
export const listen = (server: Server, ready: (address: Address) => void): Place => {
  if (process.platform === 'win32') {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      if (bound !== null && typeof bound === 'object') ready({ network: 'tcp', at: `127.0.0.1:${bound.port}` });
    });
    return { hide: () => undefined };
  }
  const folder = mkdtempSync(join(socketRoot(), prefix));
  chmodSync(folder, 0o700);
  let isThere = true;
  const hide = (): void => {
    if (isThere) rmSync(folder, { recursive: true, force: true });
    isThere = false;
  };
  process.on('exit', hide);
  const path = join(folder, 's');
  server.listen(path, () => ready({ network: 'unix', at: path }));
  return { hide };
};

/** A socket's path has at most about 100 bytes. */
const socketRoot = (): string => {
  const asked = process.env['PLUGIN_UNIX_SOCKET_DIR'] || tmpdir();
  return Buffer.byteLength(asked) <= 85 ? asked : '/tmp';
};

/** Takes away the folders of providers of this user that were killed before anybody had called them. Never rejects. */
export const sweep = async (now: number): Promise<void> => {
  if (process.platform === 'win32') return;
  const { lstat, readdir, rm } = await import('node:fs/promises');
  const root = socketRoot();
  const names = await readdir(root).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const folder = join(root, name);
    const found = await lstat(folder).catch(() => undefined);
    const isOld = found !== undefined && now - found.mtimeMs > startingMs;
    if (!isOld || !found.isDirectory() || found.uid !== process.getuid?.()) continue;
    if (await isDead(join(folder, 's'))) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
};

/** Whether nobody listens at a socket: its process has ended, in whichever container it ran. */
const isDead = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(/^(ECONNREFUSED|ENOENT)$/.test(error.code ?? '')));
  });
