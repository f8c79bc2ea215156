import type * as Http2 from 'node:http2';
import { createServer, type Socket } from 'node:net';
import type { Ports } from './call';
import { decodePem, makeServerIdentity, encodePem, type ServerIdentity } from './certificate';
import { frame, type GrpcAnswer, grpcStatus, requestBytesMax, statusText, unframe } from './grpc';
import { handshakeLine, readHandshake, reattachValue } from './handshake';
import { createLog } from './log';
import type { Connection, Service } from './service';
import { listen, sweep } from './socket';

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
  const place = listen(server, (address) => {
    process.stdout.write(
      resident
        ? `${reattachValue(provider.address, address, process.pid)}\n`
        : handshakeLine(address, identity?.certificate),
    );
    // Terraform connects once; a resident process is connected to by every command.
    const called = resident ? () => undefined : place.hide;
    const enter = loadHttp(provider, called, identity, asked.clientCertificate);
    server.on('connection', (socket: Socket) => {
      connected();
      void enter.then((loaded) => loaded(socket));
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
  setTimeout(() => void sweep(Date.now()), parentCheckMs).unref();
  const unused = setTimeout(() => resident || process.exit(0), firstConnectionMs).unref();
  return { connected: () => clearTimeout(unused) };
};

/**
 * How a connection enters: at once, or through TLS, which proves that the client has the key of its certificate, and past the
 * comparison of that certificate with the one announced. Not a byte of any other client reaches HTTP/2.
 */
const loadHttp = async (
  provider: ProviderProcess,
  called: () => void,
  identity: ServerIdentity | undefined,
  clientCertificate = '',
): Promise<(socket: Socket) => void> => {
  const [{ createServer: createHttpServer }, { createServer: createTlsServer }] = await Promise.all([
    import('node:http2'),
    import('node:tls'),
  ]);
  const http = createHttpServer({ settings: { initialWindowSize: windowBytes }, maxSessionMemory: 256 });
  const service = provider.load(ports());
  http.on('session', (session) => serveSession(session, service, called));
  for (const event of ['error', 'sessionError', 'clientError']) http.on(event, () => undefined);
  if (identity === undefined) return (socket) => void http.emit('connection', socket);
  const guard = createTlsServer({
    key: identity.key,
    cert: encodePem(identity.certificate),
    // No authority is asked: Node would load all it knows first, which takes as long as the rest of the start.
    ca: [],
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['h2'],
  });
  const announced = decodePem(clientCertificate);
  guard.on('secureConnection', (socket) => {
    const { raw } = socket.getPeerCertificate();
    if (announced.length > 0 && announced.equals(raw ?? Buffer.alloc(0))) http.emit('connection', socket);
    else socket.destroy();
  });
  for (const event of ['error', 'tlsClientError']) guard.on(event, () => undefined);
  return (socket) => void guard.emit('connection', socket);
};

const serveSession = (session: Http2.ServerHttp2Session, service: Promise<Service>, called: () => void): void => {
  const connection = service.then((loaded) => loaded.connect());
  connection.catch((error: unknown) => ports().log('error', String(error)));
  session.setLocalWindowSize(windowBytes);
  session.on('error', () => undefined);
  session.on('stream', (stream, headers) => {
    called();
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
  if (answer.kind === 'ok') stream.end(frame(answer.message));
  else void sendAll(stream, answer.messages);
};

/** Each as soon as it is there; who asked may have gone meanwhile. */
const sendAll = async (
  stream: Http2.ServerHttp2Stream,
  messages: Extract<GrpcAnswer, { kind: 'stream' }>['messages'],
): Promise<void> => {
  for await (const one of messages) if (!stream.destroyed) stream.write(frame(one));
  stream.end();
};
