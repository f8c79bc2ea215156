import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { simulatorHeader } from '../../../api';
import { isJsonObject, type JsonValue } from '../../../domain';
import { failed } from '../answer';
import { afterAnswer } from './answer-end';
import type { HeldAnswers } from './held-answers';
import { isStillComing, untilHeard } from './linger';
import type { Defer } from './one-a-turn';
import { partsOf, type Outgoing } from './outgoing';
import { writePage } from './page-text';

/** What sending needs beside the answer. */
interface Sending {
  /** Makes each part of a long answer in a turn of its own. */
  readonly inTurn: Defer;
  readonly held: HeldAnswers;
}

/** An answer of which nobody reads anything for 30 s is cut: a socket's timer fires when it finds twice that nothing has moved. */
const unreadTimerMs = 15_000;
/** What fits the buffers of the machine is taken at once. */
const likelyUnread = 16 * 1024;
/** What an answer in parts holds at a time, in bytes: one part that is sent, and one that waits. */
const partsHeld = 512 * 1024;

const contentType = 'application/json; charset=utf-8';

/** What is sent of an answer. */
type Written =
  | { readonly kind: 'dropped'; readonly status: 0 }
  | { readonly kind: 'text'; readonly status: number; readonly text: string }
  | { readonly kind: 'parts'; readonly status: 200; readonly parts: Iterable<string> };

/** Sends what a request is answered with, and logs it. */
export const sendOutgoing = (reply: FastifyReply, outgoing: Outgoing, { inTurn, held }: Sending): void => {
  const { request } = reply;
  const made = writeOut(outgoing);
  const bytes = made.kind === 'parts' ? partsHeld : made.kind === 'text' ? made.text.length : 0;
  // What was changed is told in any case.
  const hasRoom = bytes <= likelyUnread || request.method !== 'GET' || held(reply.raw, bytes);
  const written = hasRoom ? made : writeOut({ ...outgoing, kind: 'answer', response: tooManyUnread });
  request.server.log.info(
    {
      reqId: request.id,
      method: request.method,
      path: request.url.split('?', 1)[0]?.slice(0, 500),
      operation: outgoing.operation,
      token: outgoing.token,
      status: written.status,
      ms: Math.round(reply.elapsedTime * 100) / 100,
    },
    written.kind === 'dropped' ? 'dropped by a fault' : 'answered',
  );
  switch (written.kind) {
    case 'dropped':
      reply.hijack();
      return void reply.raw.destroy();
    case 'text':
      return void sendText(reply, written.status, written.text);
    case 'parts':
      return void sendParts(reply, written.parts, inTurn);
  }
};

const tooManyUnread = failed(
  503,
  'unavailable',
  'Too many large answers wait for their readers. Read those, or send the request again later.',
);

const writeOut = (outgoing: Outgoing): Written => {
  switch (outgoing.kind) {
    case 'dropped':
      return { kind: 'dropped', status: 0 };
    case 'answer':
      return { kind: 'text', status: outgoing.response.status, text: writeAnswer(outgoing) };
    case 'text':
      return { kind: 'text', status: 200, text: outgoing.text };
    case 'parts':
    case 'list':
      return { kind: 'parts', status: 200, parts: partsOf(outgoing) };
  }
};

const writeAnswer = ({ operation, response: { body } }: Extract<Outgoing, { kind: 'answer' }>): string =>
  operation === 'ServicePage' && isJsonObject(body) ? writePage(body) : JSON.stringify(body);

/** Sends a body with its status. */
export const sendBody = (reply: FastifyReply, status: number, body: JsonValue): FastifyReply =>
  sendText(reply, status, JSON.stringify(body));

const sendText = (reply: FastifyReply, status: number, text: string): FastifyReply => {
  if (text.length > likelyUnread) cutWhenUnread(reply);
  if (status === 503 || status === 429) void reply.header('retry-after', '1');
  const [{ raw }, headed] = [reply.request, withHead(reply, status)];
  if (!isStillComing(raw)) return headed.send(text);
  return headed.header('content-length', Buffer.byteLength(text)).send(untilHeard(text, raw));
};

/** The next part is made once the one before is on its way, in a turn of its own; when that fails, the answer breaks off. */
const sendParts = (reply: FastifyReply, parts: Iterable<string>, inTurn: Defer): FastifyReply => {
  cutWhenUnread(reply);
  const rest = parts[Symbol.iterator]();
  const fail = (error: unknown): void => {
    reply.server.log.error({ err: error, reqId: reply.request.id }, 'an answer broke off');
    stream.destroy(error instanceof Error ? error : undefined);
  };
  const stream = new Readable({
    read: () => inTurn(() => (stream.destroyed ? undefined : pushNext(stream, rest, fail))),
    destroy: (error, done) => {
      rest.return?.();
      done(error);
    },
  });
  afterAnswer(reply.raw, () => stream.destroy());
  return withHead(reply, 200).send(stream);
};

const pushNext = (stream: Readable, rest: Iterator<string>, fail: (error: unknown) => void): void => {
  try {
    const part = rest.next();
    stream.push(part.done === true ? null : part.value);
  } catch (error) {
    fail(error);
  }
};

/** Only what waits for its reader is cut: where nothing waits to be read, the next part has not had its turn yet. */
const cutWhenUnread = ({ raw }: FastifyReply): void =>
  void raw.setTimeout(unreadTimerMs, () => (raw.writableLength > 0 ? void raw.destroy() : undefined));

const withHead = (reply: FastifyReply, status: number): FastifyReply => {
  // What is still in flight when the server closes tells its client not to use the connection again, so that it can end.
  if (!reply.server.server.listening) void reply.header('connection', 'close');
  return reply
    .code(status)
    .header('content-type', contentType)
    .header('x-request-id', reply.request.id)
    .header(simulatorHeader, 'forkcast');
};
