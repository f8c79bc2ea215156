import { Readable, type Writable } from 'node:stream';
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
} from 'fastify';
import { simulatorHeader } from '../../../api';
import { given, type JsonValue } from '../../../domain';
import { errorBody } from '../answer';
import { parserOptions } from './client-errors';
import { serveConsole, type ConsoleFiles } from './console-pages';
import { following, makeResponder, type IncomingHead, type Responder, type ResponderPorts } from './responder';
import { oneATurn } from './one-a-turn';
import { isStillComing, untilHeard } from './linger';
import type { Outgoing } from './outgoing';
import { strictly } from './strict-vendor';
import { patiently } from '../../patience';
import { answerStorage, watchStorage, type StorageWatch } from './storage';
import { paced } from './paced-body';
import { bodyReader, type BodyRefusal } from './read-body';

/** What a server is made of. */
interface ServerOptions extends Omit<ResponderPorts, 'report' | 'storage'> {
  /** Where lines of the log go, one JSON object each; undefined: nowhere. */
  readonly log: { write(line: string): void } | undefined;
  /** Least level that is logged. @default 'info' */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | undefined;
  /** The console's own files; undefined: it is not served. */
  readonly console?: ConsoleFiles | undefined;
  /** What makes the server under it; absent: one that speaks without TLS. */
  readonly serverFactory?: FastifyServerFactory | undefined;
  /** It answers as the vendor would: nothing of ours. @default false */
  readonly strictVendor?: boolean | undefined;
  /** Begins the ids of requests, so that those of two runs differ. */
  readonly runId: string;
}

/** Largest body that is read, in bytes. */
export const largestBody = 4 * 1024 * 1024;

/** Of all bodies that are kept at one time. */
const largestTogether = 64 * 1024 * 1024;

/** Who asks whether the server is ready has a limit of its own, a short one. */
const longestReadyMs = 500;

/** An answer of which nobody reads anything for 30 s is cut: a socket's timer fires when it finds twice that nothing has moved. */
const unreadTimerMs = 15_000;
/** What fits the buffers of the machine is taken at once. */
const likelyUnread = 16 * 1024;

const contentType = 'application/json; charset=utf-8';

/**
 * The registry as a web server that does not listen yet: every path of the API, and beside it `/health` (the process answers) and
 * `/ready` (the registry can be read and written, and the server is not closing).
 */
export const createServer = (options: ServerOptions): FastifyInstance => {
  let requests = 0;
  const server = fastify({
    ...given({ serverFactory: options.serverFactory }),
    ...parserOptions,
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : `${options.runId}-${(requests += 1)}`;
    },
    return503OnClosing: false,
    logger: options.log === undefined ? false : { level: options.logLevel ?? 'info', stream: options.log },
    frameworkErrors: (error, _request, reply) => void sendTrouble(reply, error),
  });
  const [storage, defer] = [watchStorage(), oneATurn(options.defer)];
  const responder = makeResponder({
    ...options,
    storage,
    report: (error) => server.log.error({ err: error }, 'a request failed'),
  });
  const { turnAway, respond } = options.strictVendor === true ? strictOn(server, responder, options.served) : responder;
  const pace = paced(oneATurn(options.defer));
  const answers = takeBodies(server, pace);
  // What is still to come of a request that is turned away, or that needs no body, is thrown away as it comes.
  server.addHook('preParsing', (request, reply, body, done) => {
    answers.set(request, reply.raw);
    const turn = (outgoing: Outgoing | undefined): void => {
      if (outgoing !== undefined || request.method === 'GET') pace(request.raw);
      if (outgoing === undefined) done(null, body);
      else finish(reply, outgoing, defer);
    };
    const away = request.method === 'GET' ? undefined : turnAway(readHead(request));
    if (away instanceof Promise) away.then(turn).catch((error: unknown) => sendTrouble(reply, error));
    else turn(away);
  });
  server.setErrorHandler((error, _request, reply) => sendTrouble(reply, error));
  server.get('/health', (_request, reply) => send(reply, 200, { status: 'ok' }));
  server.get('/ready', (_request, reply) => sendReadiness(options, storage, reply));
  if (options.console !== undefined) serveConsole(server, options.console);
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { body } = request;
    if (body === 'too-large' || body === 'too-many' || body === 'broken-off') return refuseBody(reply, body);
    const outgoing = respond({ ...readHead(request), body: body instanceof Uint8Array ? body : undefined });
    if (outgoing instanceof Promise)
      outgoing.then((end) => finish(reply, end, defer)).catch((error: unknown) => sendTrouble(reply, error));
    else finish(reply, outgoing, defer);
    return reply;
  };
  server.all('/*', answer);
  server.setNotFoundHandler(answer);
  return server;
};

/** Reads the bodies of requests; gives what is to hold the answer to each. */
const takeBodies = (server: FastifyInstance, pace: (body: Readable) => void): WeakMap<FastifyRequest, Writable> => {
  // Every body is read as bytes, whatever it calls itself: clients send none with all kinds of content types.
  server.removeAllContentTypeParsers();
  const readBody = bodyReader({ largest: largestBody, together: largestTogether });
  const answers = new WeakMap<FastifyRequest, Writable>();
  server.addContentTypeParser('*', (request: FastifyRequest, body: Readable) => {
    pace(body);
    return Number(request.headers['content-length']) > largestBody
      ? Promise.resolve<BodyRefusal>('too-large')
      : readBody(body, answers.get(request) ?? body);
  });
  return answers;
};

const readHead = ({ method, url, headers }: FastifyRequest): IncomingHead => ({
  method,
  url,
  authorization: headers.authorization,
  origin: headers.origin,
  host: headers.host,
  site: [headers['sec-fetch-site']].flat()[0],
});

type Defer = ServerOptions['defer'];

const finish = (reply: FastifyReply, outgoing: Outgoing, defer: Defer): void => {
  const { request } = reply;
  const status = outgoing.kind === 'answer' ? outgoing.response.status : outgoing.kind === 'dropped' ? 0 : 200;
  request.server.log.info(
    {
      reqId: request.id,
      method: request.method,
      path: request.url.split('?', 1)[0]?.slice(0, 500),
      operation: outgoing.operation,
      token: outgoing.token,
      status,
      ms: Math.round(reply.elapsedTime * 100) / 100,
    },
    outgoing.kind === 'dropped' ? 'dropped by a fault' : 'answered',
  );
  if (outgoing.kind === 'dropped') {
    reply.hijack();
    reply.raw.destroy();
    return;
  }
  if (outgoing.kind === 'parts') sendParts(reply, outgoing.parts, defer);
  else if (outgoing.kind === 'text') sendText(reply, 200, outgoing.text);
  else send(reply, outgoing.response.status, outgoing.response.body);
};

const send = (reply: FastifyReply, status: number, body: JsonValue): FastifyReply => {
  if (status === 503 || status === 429) void reply.header('retry-after', '1');
  return sendText(reply, status, JSON.stringify(body));
};

const cutWhenUnread = ({ raw }: FastifyReply): void => void raw.setTimeout(unreadTimerMs, () => raw.destroy());

const sendText = (reply: FastifyReply, status: number, text: string): FastifyReply => {
  if (text.length > likelyUnread) cutWhenUnread(reply);
  const [{ raw }, headed] = [reply.request, withHead(reply, status)];
  if (!isStillComing(raw)) return headed.send(text);
  return headed.header('content-length', Buffer.byteLength(text)).send(untilHeard(text, raw));
};

/** The next part is made once the one before is on its way, in a turn of its own; when that fails, the answer breaks off. */
const sendParts = (reply: FastifyReply, parts: Iterable<string>, defer: Defer): FastifyReply => {
  cutWhenUnread(reply);
  const paced = async function* (): AsyncIterable<string> {
    try {
      for (const part of parts) {
        yield part;
        await new Promise<void>((turn) => defer(turn));
      }
    } catch (error) {
      reply.server.log.error({ err: error, reqId: reply.request.id }, 'an answer broke off');
      throw error;
    }
  };
  return withHead(reply, 200).send(Readable.from(paced(), { objectMode: false }));
};

/** Without the header that tells it from a real account, too; its date is that of the registry's clock, since a vendor has no other. */
const strictOn = (server: FastifyInstance, responder: Responder, served: ServerOptions['served']): Responder => {
  server.addHook('onSend', (_request, reply, payload, done) => {
    reply.removeHeader(simulatorHeader);
    const now = clockOf(served);
    if (now !== undefined) void reply.header('date', new Date(now).toUTCString());
    done(null, payload);
  });
  return strictly(responder);
};

/** What the registry's clock shows; undefined while nobody can read it, which the answer tells by itself. */
const clockOf = (served: ServerOptions['served']): number | undefined => {
  try {
    return served.current().clock().now;
  } catch {
    return undefined;
  }
};

const withHead = (reply: FastifyReply, status: number): FastifyReply => {
  // What is still in flight when the server closes tells its client not to use the connection again, so that it can end.
  if (!reply.server.server.listening) void reply.header('connection', 'close');
  return reply
    .code(status)
    .header('content-type', contentType)
    .header('x-request-id', reply.request.id)
    .header(simulatorHeader, 'forkcast');
};

const sendReadiness = async (
  { served, pause, wallClock }: Pick<ServerOptions, 'served' | 'pause' | 'wallClock'>,
  storage: StorageWatch,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const ask = (): void => {
    served.current().clock();
    storage.check(() => served.current().probe());
  };
  try {
    await patiently(() => following(served, ask), { pause, wallClock, longestWaitMs: longestReadyMs });
    return send(reply, 200, { status: 'ready' });
  } catch (error) {
    const trouble = answerStorage(error);
    if (trouble === undefined) reply.request.server.log.error({ err: error }, 'the registry cannot be asked');
    const status = trouble?.body.message ?? 'the registry cannot be read';
    return send(reply, 503, { status, code: trouble?.body.errors[0]?.error_code ?? 'internal' });
  }
};

/** The answer to a request whose body was not kept: it is sent at once, and its connection ends once the body is through. */
const refuseBody = (reply: FastifyReply, why: BodyRefusal): FastifyReply => {
  void reply.header('connection', 'close');
  switch (why) {
    case 'too-large':
      return send(
        reply,
        413,
        errorBody(413, 'body_too_large', `The body is larger than ${largestBody} bytes. Send less.`),
      );
    case 'too-many':
      return send(
        reply,
        503,
        errorBody(503, 'unavailable', 'Too many large bodies are being sent. Send it again later.'),
      );
    case 'broken-off':
      return send(reply, 400, errorBody(400, 'request_invalid', 'The body broke off.'));
  }
};

/** Trouble that the framework found before a request reached the API. */
const sendTrouble = (reply: FastifyReply, error: unknown): FastifyReply => {
  const { status, code } = readTrouble(error);
  if (code === 'FST_ERR_BAD_URL') {
    return send(reply, 404, errorBody(404, 'path_unknown', 'The path of the request cannot be decoded.'));
  }
  if (status >= 400 && status < 500) {
    const body = errorBody(status, 'request_invalid', 'The request is not one of HTTP that this server reads.');
    return send(reply, status, body);
  }
  reply.request.server.log.error({ err: error }, 'a request failed');
  const body = errorBody(500, 'internal', 'This is a bug in Forkcast: please report it, with the log of the server.');
  return send(reply, 500, body);
};

const readTrouble = (error: unknown): { readonly status: number; readonly code: string } => {
  const fields = typeof error === 'object' && error !== null ? error : {};
  const status = 'statusCode' in fields && typeof fields.statusCode === 'number' ? fields.statusCode : 500;
  return { status, code: 'code' in fields && typeof fields.code === 'string' ? fields.code : '' };
};
