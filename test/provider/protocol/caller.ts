import { type ChildProcess, spawn } from 'node:child_process';
import http2 from 'node:http2';
import net from 'node:net';
import tls from 'node:tls';
import { createService, type Ports, type Provider } from '../../../src/provider/protocol';
import { makeServerIdentity, encodePem } from '../../../src/provider/protocol/certificate';
import { frame, unframe } from '../../../src/provider/protocol/grpc';
import { magicCookie } from '../../../src/provider/protocol/handshake';

/** Something that answers gRPC calls by method; rejects with the status when there is one. */
export type Caller = {
  readonly call: (method: string, request: Uint8Array) => Promise<Uint8Array>;
  /** The same of a call that is answered by a stream; absent: this one cannot. */
  readonly list?: (method: string, request: Uint8Array) => Promise<readonly Uint8Array[]>;
  readonly close: () => Promise<void>;
};

/** A gRPC status other than OK. */
export class StatusError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Ports without time: the clock stands, and timers fire when the test says so. */
export const stillPorts = (overrides: Partial<Ports> = {}): Ports => ({
  now: () => Date.UTC(2026, 10, 1),
  after: () => () => undefined,
  log: () => undefined,
  ...overrides,
});

/** A provider in this process, without a socket. */
export const inProcess = <Client>(provider: Provider<Client>, ports: Ports = stillPorts()): Caller => {
  const connection = createService(provider, ports).connect();
  return {
    call: async (method, request) => {
      const answer = await connection.call(method, request);
      if (answer.kind === 'failed') throw new StatusError(answer.status, answer.why);
      if (answer.kind === 'stream') throw new RangeError(`${method} answers a stream.`);
      return answer.message;
    },
    list: async (method, request) => {
      const answer = await connection.call(method, request);
      if (answer.kind !== 'stream') throw new RangeError(`${method} answers no stream.`);
      const messages: Uint8Array[] = [];
      for await (const one of answer.messages) messages.push(one);
      return messages;
    },
    close: () => Promise.resolve(),
  };
};

/** A provider as Terraform starts it: a process of its own, a handshake line, mutual TLS. */
export type ProviderChild = Caller & {
  readonly child: ChildProcess;
  readonly line: string;
  readonly socketPath: string;
  /** Resolves with the exit code when the process has ended. */
  readonly ended: Promise<number | null>;
  /** Another connection to it. */
  readonly connect: (shows: NonNullable<StartOptions['shows']>, protocol?: tls.SecureVersion) => Caller;
};

export type StartOptions = {
  readonly tls?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** The certificate that the client shows; only the one that it announced is accepted. @default announced */
  readonly shows?: 'announced' | 'another' | 'none';
};

export const startProvider = async (file: string, options: StartOptions = {}): Promise<ProviderChild> => {
  const [announced, other] = [makeServerIdentity(Date.now()), makeServerIdentity(Date.now())];
  const withTls = options.tls ?? true;
  const env = {
    PATH: process.env['PATH'],
    [magicCookie.name]: magicCookie.value,
    PLUGIN_PROTOCOL_VERSIONS: '5,6',
    ...(withTls ? { PLUGIN_CLIENT_CERT: encodePem(announced.certificate) } : {}),
    ...options.env,
  };
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const line = await firstLine(child);
  const [, , , socketPath = '', , certificate = ''] = line.trim().split('|');
  const connect: ProviderChild['connect'] = (shows, protocol) => {
    const shown = shows === 'another' ? other : announced;
    const session = http2.connect('http://localhost', {
      createConnection: () =>
        withTls
          ? tls.connect({
              socket: net.connect(socketPath),
              servername: 'localhost',
              ca: encodePem(Buffer.from(certificate, 'base64')),
              ...(shows === 'none' ? {} : { key: shown.key, cert: encodePem(shown.certificate) }),
              ...(protocol === undefined ? {} : { minVersion: protocol, maxVersion: protocol }),
              ALPNProtocols: ['h2'],
            })
          : net.connect(socketPath),
    });
    session.on('error', () => undefined);
    const close = (): Promise<void> => Promise.resolve(session.destroy());
    return { call: (method, request) => callOver(session, method, request), close };
  };
  const caller = connect(options.shows ?? 'announced');
  const close = async (): Promise<void> => {
    await caller.close();
    child.kill('SIGKILL');
    await ended;
  };
  return { child, line, socketPath, ended, close, connect, call: caller.call };
};

/** The first line that a process prints. */
export const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text);
    });
    child.on('close', (code) => reject(new RangeError(`The provider ended with ${code} before its first line.`)));
  });

const callOver = (session: http2.ClientHttp2Session, method: string, request: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const stream = session.request({
      ':method': 'POST',
      ':path': method,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    const chunks: Buffer[] = [];
    let status: http2.IncomingHttpHeaders = {};
    const note = (headers: http2.IncomingHttpHeaders): void => {
      status = { ...status, ...headers };
    };
    stream.on('response', note);
    stream.on('trailers', note);
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', reject);
    session.on('close', () => reject(new RangeError('The connection is closed.')));
    stream.on('end', () => {
      const code = Number(status['grpc-status'] ?? 2);
      if (code === 0) resolve(unframe(Buffer.concat(chunks)));
      else reject(new StatusError(code, decodeURIComponent([status['grpc-message'] ?? 'no status'].flat().join())));
    });
    stream.end(frame(request));
  });
