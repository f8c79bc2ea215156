import type { Readable, Writable } from 'node:stream';
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
} from 'fastify';
import { simulatorHeader } from '../../../api';
import { given } from '../../../domain';
import { errorBody } from '../answer';
import { parserOptions } from './client-errors';
import { serveConsole, type ConsoleFiles } from './console-pages';
import type { IncomingHead } from './receive';
import { makeResponder, type Responder, type ResponderPorts } from './responder';
import { sendBody, sendOutgoing } from './send-answer';
import { following } from './served-registry';
import { heldAnswers } from './held-answers';
import { oneATurn } from './one-a-turn';
import type { Outgoing } from './outgoing';
import { strictly } from './strict-vendor';
import { patiently } from '../../patience';
import { answerStorage, watchStorage, type StorageWatch } from './storage';
import { paced } from './paced-body';
import { bodyReader, type BodyRefusal } from './read-body';

/** What a server is made of. */
interface ServerOptions extends Omit<ResponderPorts, 'report' | 'storage' | 'inTurn'> {
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

/** Of all bodies that are kept at one time, and of all answers that wait for their readers. */
const largestTogether = 64 * 1024 * 1024;

/** Who asks whether the server is ready has a limit of its own, a short one. */
const longestReadyMs = 500;

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
  const [storage, inTurn] = [watchStorage(), oneATurn(options.defer)];
  const sending = { inTurn, held: heldAnswers(largestTogether) };
  const responder = makeResponder({
    ...options,
    storage,
    inTurn,
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
      else sendOutgoing(reply, outgoing, sending);
    };
    const away = request.method === 'GET' ? undefined : turnAway(readHead(request));
    if (away instanceof Promise) away.then(turn).catch((error: unknown) => sendTrouble(reply, error));
    else turn(away);
  });
  server.setErrorHandler((error, _request, reply) => sendTrouble(reply, error));
  server.get('/health', (_request, reply) => sendBody(reply, 200, { status: 'ok' }));
  server.get('/ready', (_request, reply) => sendReadiness(options, storage, reply));
  if (options.console !== undefined) serveConsole(server, options.console, () => isOpen(options));
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { body } = request;
    if (body === 'too-large' || body === 'too-many' || body === 'broken-off') return refuseBody(reply, body);
    const outgoing = respond({ ...readHead(request), body: body instanceof Uint8Array ? body : undefined });
    if (outgoing instanceof Promise)
      outgoing.then((end) => sendOutgoing(reply, end, sending)).catch((error: unknown) => sendTrouble(reply, error));
    else sendOutgoing(reply, outgoing, sending);
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

/** Whoever reaches the server may ask for what only a registry of ours tells; false where that cannot be read. */
const isOpen = ({ served, strictVendor, loopback, anonymousNetwork }: ServerOptions): boolean => {
  if (strictVendor === true || (!loopback && anonymousNetwork === false)) return false;
  try {
    return served.current().tokens().length === 0;
  } catch {
    return false;
  }
};

const readHead = ({ method, url, headers }: FastifyRequest): IncomingHead => ({
  method,
  url,
  authorization: headers.authorization,
  origin: headers.origin,
  host: headers.host,
  site: [headers['sec-fetch-site']].flat()[0],
});

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
    return sendBody(reply, 200, { status: 'ready' });
  } catch (error) {
    const trouble = answerStorage(error);
    if (trouble === undefined) reply.request.server.log.error({ err: error }, 'the registry cannot be asked');
    const status = trouble?.body.message ?? 'the registry cannot be read';
    return sendBody(reply, 503, { status, code: trouble?.body.errors[0]?.error_code ?? 'internal' });
  }
};

/** The answer to a request whose body was not kept: it is sent at once, and its connection ends once the body is through. */
const refuseBody = (reply: FastifyReply, why: BodyRefusal): FastifyReply => {
  void reply.header('connection', 'close');
  switch (why) {
    case 'too-large':
      return sendBody(
        reply,
        413,
        errorBody(413, 'body_too_large', `The body is larger than ${largestBody} bytes. Send less.`),
      );
    case 'too-many':
      return sendBody(
        reply,
        503,
        errorBody(503, 'unavailable', 'Too many large bodies are being sent. Send it again later.'),
      );
    case 'broken-off':
      return sendBody(reply, 400, errorBody(400, 'request_invalid', 'The body broke off.'));
  }
};

/** Trouble that the framework found before a request reached the API. */
const sendTrouble = (reply: FastifyReply, error: unknown): FastifyReply => {
  const { status, code } = readTrouble(error);
  if (code === 'FST_ERR_BAD_URL') {
    return sendBody(reply, 404, errorBody(404, 'path_unknown', 'The path of the request cannot be decoded.'));
  }
  if (status >= 400 && status < 500) {
    const body = errorBody(status, 'request_invalid', 'The request is not one of HTTP that this server reads.');
    return sendBody(reply, status, body);
  }
  reply.request.server.log.error({ err: error }, 'a request failed');
  const body = errorBody(500, 'internal', 'This is a bug in Forkcast: please report it, with the log of the server.');
  return sendBody(reply, 500, body);
};

const readTrouble = (error: unknown): { readonly status: number; readonly code: string } => {
  const fields = typeof error === 'object' && error !== null ? error : {};
  const status = 'statusCode' in fields && typeof fields.statusCode === 'number' ? fields.statusCode : 500;
  return { status, code: 'code' in fields && typeof fields.code === 'string' ? fields.code : '' };
};
