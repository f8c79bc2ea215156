import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type * as Http2 from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import type { Ports } from './call';
import { decodePem, makeServerIdentity, encodePem, type ServerIdentity } from './certificate';
import { frame, type GrpcAnswer, grpcStatus, requestBytesMax, statusText, unframe } from './grpc';
import { type Address, handshakeLine, readHandshake, reattachValue } from './handshake';
import { createLog } from './log';
import type { Connection, Service } from './service';

/** A provider as a process: its address (`HOST/NAMESPACE/NAME`), and how to load it after Terraform has been answered. */
type ProviderProcess = {
  readonly address: string;
  readonly load: (ports: Ports) => Promise<Service>;
};

/** Checks every so often whether the parent still lives, and how long an unused process waits for its first connection. */
const [parentCheckMs, firstConnectionMs] = [1_000, 60_000];

/** The whole window may be in flight: a schema or a large state is one message. */
const windowBytes = 4 * 1024 * 1024;

/**
 * Runs the process. Started by Terraform it prints the handshake line, then serves until it is told to shut down or its
 * parent is gone. With `--resident` it prints the value of TF_REATTACH_PROVIDERS and serves every command that is given it,
 * until SIGINT or SIGTERM; with `--end-with-parent` also until its parent is gone.
 *
 * The line is printed before HTTP/2 and the provider are loaded: Terraform makes its connection meanwhile.
 */
export const serve = (provider: ProviderProcess): void => {
  const resident = process.argv.includes('--resident');
  const asked = resident ? { kind: 'serve' as const, clientCertificate: undefined } : readHandshake(process.env);
  if (asked.kind === 'refused') {
    process.stderr.write(`${asked.why}\n`);
    process.exitCode = 1;
    return;
  }
  keepStdoutClean();
  const identity = asked.clientCertificate === undefined ? undefined : makeServerIdentity(Date.now());
  const server = createServer();
  const { connected } = watchLife(resident);
  listen(server, (address) => {
    process.stdout.write(
      resident
        ? `${reattachValue(provider.address, address, process.pid)}\n`
        : handshakeLine(address, identity?.certificate),
    );
    const http = loadHttp(provider, identity, asked.clientCertificate);
    server.on('connection', (socket: Socket) => {
      connected();
      void http.then((loaded) => loaded.emit('connection', socket));
    });
  });
};

/** Whatever prints to stdout would follow the handshake line; it goes to the log instead, and a bug ends one call only. */
const keepStdoutClean = (): void => {
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', () => undefined);
  const report = (error: unknown): void =>
    ports().log('error', error instanceof Error ? String(error.stack) : String(error));
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
};

const ports = (): Ports => ({
  now: Date.now,
  after: (ms, fire) => {
    const timer = setTimeout(fire, ms);
    return () => clearTimeout(timer);
  },
  log: createLog(process.env, { now: Date.now, write: (line) => void process.stderr.write(line) }),
});

/** A folder that only this user may enter guards the socket; its path must be short. Windows has no such sockets. */
const listen = (server: Server, ready: (address: Address) => void): void => {
  if (process.platform === 'win32') {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      if (bound !== null && typeof bound === 'object') ready({ network: 'tcp', at: `127.0.0.1:${bound.port}` });
    });
    return;
  }
  const folder = mkdtempSync(join(socketRoot(), 'tfp-'));
  chmodSync(folder, 0o700);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 's');
  server.listen(path, () => ready({ network: 'unix', at: path }));
};

/** A socket's path has at most about 100 bytes. */
const socketRoot = (): string => {
  const asked = process.env['PLUGIN_UNIX_SOCKET_DIR'] || tmpdir();
  return Buffer.byteLength(asked) <= 85 ? asked : '/tmp';
};

/**
 * No orphan: the process ends when its parent has changed, for Terraform may be killed without a word, and when nobody
 * has connected in time. Standard input says nothing: it is the terminal. Ctrl-C reaches the whole group, so it is
 * ignored: Terraform asks for the stop itself.
 */
const watchLife = (resident: boolean): { readonly connected: () => void } => {
  if (resident) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));
  } else {
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => undefined);
  }
  if (resident && !process.argv.includes('--end-with-parent')) return { connected: () => undefined };
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(0), parentCheckMs).unref();
  const unused = setTimeout(() => resident || process.exit(0), firstConnectionMs).unref();
  return { connected: () => clearTimeout(unused) };
};

const loadHttp = async (
  provider: ProviderProcess,
  identity: ServerIdentity | undefined,
  clientCertificate: string | undefined,
): Promise<Http2.Http2Server> => {
  const { createSecureServer, createServer: createPlainServer } = await import('node:http2');
  const options = { settings: { initialWindowSize: windowBytes }, maxSessionMemory: 256 };
  const server =
    identity === undefined
      ? createPlainServer(options)
      : createSecureServer({
          ...options,
          key: identity.key,
          cert: encodePem(identity.certificate),
          // No authority is asked: Node would load all it knows first, which takes as long as the rest of the start.
          ca: [],
          requestCert: true,
          rejectUnauthorized: false,
          minVersion: 'TLSv1.2',
          ALPNProtocols: ['h2'],
        });
  const service = provider.load(ports());
  server.on('session', (session) => serveSession(session, service));
  // The handshake has proven that the client has the key of its certificate; this tells that it is the one announced.
  server.on('secureConnection', (socket: TLSSocket) => {
    const { raw } = socket.getPeerCertificate();
    if (clientCertificate !== undefined && !decodePem(clientCertificate).equals(raw ?? Buffer.alloc(0)))
      socket.destroy();
  });
  for (const event of ['error', 'sessionError', 'tlsClientError', 'clientError']) server.on(event, () => undefined);
  return server;
};

const serveSession = (session: Http2.ServerHttp2Session, service: Promise<Service>): void => {
  const connection = service.then((loaded) => loaded.connect());
  connection.catch((error: unknown) => ports().log('error', String(error)));
  session.setLocalWindowSize(windowBytes);
  session.on('error', () => undefined);
  session.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    const method = String(headers[':path']);
    if (streams.has(method)) stream.respond(responseHeaders);
    else
      receive(
        stream,
        (answered) => void answerCall(method, answered, connection).then((answer) => respond(stream, method, answer)),
      );
  });
};

/** Terraform opens these two and uses neither; they stay open until the end. */
const streams = new Set(['/plugin.GRPCStdio/StreamStdio', '/plugin.GRPCBroker/StartStream']);

const shutdown = '/plugin.GRPCController/Shutdown';

const responseHeaders = { ':status': 200, 'content-type': 'application/grpc' };

const receive = (stream: Http2.ServerHttp2Stream, done: (bytes: Buffer | undefined) => void): void => {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= requestBytesMax) chunks.push(chunk);
  });
  stream.on('end', () => done(size <= requestBytesMax ? Buffer.concat(chunks) : undefined));
};

const answerCall = async (
  method: string,
  bytes: Buffer | undefined,
  connection: Promise<Connection>,
): Promise<GrpcAnswer> => {
  if (method === shutdown) return { kind: 'ok', message: new Uint8Array(0) };
  if (bytes === undefined) {
    return {
      kind: 'failed',
      status: grpcStatus.resourceExhausted,
      why: `a request has at most ${requestBytesMax} bytes`,
    };
  }
  try {
    return await (await connection).call(method, unframe(bytes));
  } catch (error) {
    return { kind: 'failed', status: grpcStatus.internal, why: String(error) };
  }
};

const respond = (stream: Http2.ServerHttp2Stream, method: string, answer: GrpcAnswer): void => {
  if (stream.destroyed) return;
  if (answer.kind === 'failed') {
    const trailers = { 'grpc-status': String(answer.status), 'grpc-message': statusText(answer.why) };
    stream.respond({ ...responseHeaders, ...trailers }, { endStream: true });
    return;
  }
  stream.respond(responseHeaders, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': String(grpcStatus.ok) }));
  // Terraform waits for the process to end after this answer, so it ends as soon as the answer is out.
  if (method === shutdown) stream.on('close', () => setImmediate(() => process.exit(0)));
  stream.end(frame(answer.message));
};
