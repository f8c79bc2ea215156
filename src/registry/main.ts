import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import type { Judge } from '../domain';
import { createFaults, createServer, isLoopback, type ConsoleFiles, type ServedRegistry } from './http/server';
import { ListenRefusedError } from './http/server/errors';

export type { ConsoleFiles, ResetOutcome } from './http/server';

/** How a registry is served. */
export interface ServeOptions {
  readonly served: ServedRegistry;
  readonly host: string;
  /** 0: a free one is picked. */
  readonly port: number;
  /** Serve addresses beyond this machine although no token was made. @default false */
  readonly allowAnonymousNetwork?: boolean;
  /** @default 'info' */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | undefined;
  /** The console's own files; undefined: it is not served. */
  readonly console?: ConsoleFiles | undefined;
  /** Lines of the log; undefined: none are written. */
  readonly log: { write(line: string): void } | undefined;
  readonly now: () => number;
  /** What the rules say of forks; undefined: nothing is judged. */
  readonly judge?: Judge | undefined;
}

/** A registry that answers on a socket. */
export interface RunningServer {
  readonly url: string;
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
  const server = createServer({
    served,
    wallClock: { now: options.now },
    faults: createFaults(),
    defer: (work) => void setImmediate(work),
    pause: (ms) => pause(ms),
    longestWaitMs,
    judge: options.judge,
    loopback,
    anonymousNetwork: options.allowAnonymousNetwork === true,
    log: log?.stream,
    logLevel: options.logLevel,
    console: options.console,
    runId: randomBytes(4).toString('hex'),
  });
  try {
    await server.listen({ host, port });
  } catch (cause) {
    throw new ListenRefusedError(host, cause instanceof Error ? cause.message : String(cause), { cause });
  }
  return {
    url: writeUrl(server.server.address(), host),
    close: async () => {
      const cut = setTimeout(() => server.server.closeAllConnections(), longestCloseMs);
      await server.close();
      clearTimeout(cut);
      log?.flush();
    },
  };
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

const writeUrl = (address: AddressInfo | string | null, host: string): string => {
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
};
