import { randomBytes } from 'node:crypto';
import { createServer as createTlsServer } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import type { Judge } from '../domain';
import {
  createFaults,
  createServer,
  isLoopback,
  parserBounds,
  type ConsoleFiles,
  type ServedRegistry,
} from './http/server';
import { ListenRefusedError } from './http/server/errors';

export type { ConsoleFiles, ResetOutcome } from './http/server';

/** What a server is known by: its certificate with its chain, and the key of that, in PEM. */
interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** How a registry is served. */
export interface ServeOptions {
  readonly served: ServedRegistry;
  readonly host: string;
  /** 0: a free one is picked. */
  readonly port: number;
  /** Certificate and key; absent: without TLS. */
  readonly tls?: TlsFiles | undefined;
  /** Serve addresses beyond this machine although no token was made. @default false */
  readonly allowAnonymousNetwork?: boolean;
  /** @default 'info' */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | undefined;
  /** The console's own files; undefined: it is not served. */
  readonly console?: ConsoleFiles | undefined;
  /** Lines of the log; undefined: none are written. */
  readonly log: { write(line: string): void } | undefined;
  /** It answers as the vendor would: nothing of ours. @default false */
  readonly strictVendor?: boolean;
  /** Port of a second listener, on this machine alone, which is not strict and shares faults with the first; 0: a free one. */
  readonly control?: number | undefined;
  readonly now: () => number;
  /** What the rules say of forks; undefined: nothing is judged. */
  readonly judge?: Judge | undefined;
}

/** A registry that answers on a socket. */
export interface RunningServer {
  readonly url: string;
  /** Of the second listener; absent: there is none. */
  readonly controlUrl?: string;
  /** Takes no new connections, finishes what is in flight for at most 10 seconds, then cuts what is left. */
  close(): Promise<void>;
}

const longestCloseMs = 10_000;

/** Others have limits for an answer: they are told of a lock before these end. */
const longestWaitMs = 10_000;

/**
 * Serves a registry. An address beyond this machine is refused while the registry has no token.
 * @throws ListenRefusedError when the address is refused or cannot be had
 */
export const serveRegistry = async (options: ServeOptions): Promise<RunningServer> => {
  const { served, host, port } = options;
  const loopback = isLoopback(host);
  const anonymous = served.current().tokens().length === 0;
  if (anonymous && !loopback && options.allowAnonymousNetwork !== true) {
    throw new ListenRefusedError(
      host,
      'others could reach it, and the registry has no token. Make one with "forkcast registry token create", ' +
        'or say --allow-anonymous-network',
    );
  }
  const log = options.log === undefined ? undefined : gathered(options.log);
  const ports: ServerOptions = {
    served,
    wallClock: { now: options.now },
    faults: createFaults(),
    defer: (work) => void setImmediate(work),
    pause: (ms) => pause(ms),
    longestWaitMs,
    judge: options.judge,
    loopback,
    strictVendor: options.strictVendor,
    anonymousNetwork: options.allowAnonymousNetwork === true,
    serverFactory: options.tls && overTls(options.tls),
    log: log?.stream,
    logLevel: options.logLevel,
    console: options.console,
    runId: randomBytes(4).toString('hex'),
  };
  const server = makeServer(host, ports);
  const control =
    options.control === undefined
      ? undefined
      : makeServer(thisMachine, { ...ports, strictVendor: false, loopback: true, serverFactory: undefined });
  const listeners = control === undefined ? [server] : [server, control];
  const close = async (): Promise<void> => {
    const cut = setTimeout(() => listeners.forEach((one) => one.server.closeAllConnections()), longestCloseMs);
    await Promise.all(listeners.map((one) => one.close()));
    clearTimeout(cut);
    log?.flush();
  };
  try {
    await server.listen({ host, port });
    await control?.listen({ host: thisMachine, port: options.control ?? 0 });
  } catch (cause) {
    await close();
    throw new ListenRefusedError(host, cause instanceof Error ? cause.message : String(cause), { cause });
  }
  return {
    url: writeUrl(server.server.address(), host, options.tls === undefined ? 'http' : 'https'),
    ...(control === undefined ? {} : { controlUrl: writeUrl(control.server.address(), thisMachine, 'http') }),
    close,
  };
};

const thisMachine = '127.0.0.1';

const overTls =
  (tls: TlsFiles): ServerOptions['serverFactory'] =>
  (handler) =>
    createTlsServer({ ...tls, ...parserBounds }, handler);

type ServerOptions = Parameters<typeof createServer>[0];

/** @throws ListenRefusedError when the certificate or its key is none, or they are not of each other */
const makeServer = (host: string, options: ServerOptions): ReturnType<typeof createServer> => {
  try {
    return createServer(options);
  } catch (cause) {
    if (options.serverFactory === undefined) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ListenRefusedError(host, `its certificate and key cannot be used (${why})`, { cause });
  }
};

const logEveryMs = 50;

/** Writes lines of the log together, at most 50 ms later: each write of its own would cost as much as answering a request. */
const gathered = (log: NonNullable<ServeOptions['log']>) => {
  let lines = '';
  let due: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(due);
    due = undefined;
    if (lines !== '') log.write(lines);
    lines = '';
  };
  const write = (line: string): void => {
    lines += line;
    due ??= setTimeout(flush, logEveryMs);
  };
  return { stream: { write }, flush };
};

const writeUrl = (address: AddressInfo | string | null, host: string, scheme: 'http' | 'https'): string => {
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `${scheme}://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
};
