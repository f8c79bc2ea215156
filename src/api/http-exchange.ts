import type { IncomingMessage } from 'node:http';

/** What is sent. `url` is http: or https:. */
interface Question {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What one exchange over HTTP may cost. */
interface ExchangeBounds {
  /** From the first byte sent to the last one read, in milliseconds. */
  readonly timeoutMs: number;
  /** Of the body, as it is after decompression. */
  readonly largestBytes: number;
}

/** The header by which a simulator of Forkcast says that it is one: a change of what it keeps costs nobody anything. */
export const simulatorHeader = 'x-forkcast-simulator';

/** An answer that is not taken: it took, or held, more than its bounds, or points elsewhere. The same comes again. */
export class AnswerRefusedError extends Error {}

/** One answer, read to its end. */
export interface WholeAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** It comes from a simulator of Forkcast, which says so in a header of each answer. */
  readonly simulated: boolean;
  /** Of the header `Date`, in milliseconds since the epoch; absent: there is none. */
  readonly date?: number;
  readonly text: string;
}

/**
 * Sends a request and reads its whole answer within its bounds. A redirect is refused, so that a token stays with the host it was given to.
 * Not by `fetch`: Node compiles that from its source when it is first used, which costs three times the start of the process.
 * @throws AnswerRefusedError with the bound; what `node:http` throws otherwise
 */
export const exchange = async (question: Question, bounds: ExchangeBounds): Promise<WholeAnswer> => {
  const { url, method, headers, body } = question;
  const { request } = url.startsWith('https:') ? await import('node:https') : await import('node:http');
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { 'accept-encoding': 'gzip', ...headers, ...length } });
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
      sent.destroy();
    };
    const late = `no answer within ${bounds.timeoutMs} ms`;
    const timer = setTimeout(() => fail(new AnswerRefusedError(late)), bounds.timeoutMs);
    sent.on('error', fail);
    sent.on('response', (response) => {
      readAnswer(response, bounds.largestBytes).then((answer) => {
        clearTimeout(timer);
        resolve(answer);
      }, fail);
    });
    sent.end(body);
  });
};

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const readAnswer = async (response: IncomingMessage, largestBytes: number): Promise<WholeAnswer> => {
  const { statusCode: status = 0, headers } = response;
  if (redirects.has(status)) throw new AnswerRefusedError(`it redirects (${status}), which is not followed`);
  const date = Date.parse(headers.date ?? '');
  return {
    status,
    retryAfter: headers['retry-after'] ?? null,
    simulated: headers[simulatorHeader] !== undefined,
    ...(Number.isNaN(date) ? {} : { date }),
    text: await readBody(response, largestBytes),
  };
};

const readBody = async (response: IncomingMessage, largestBytes: number): Promise<string> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  const body: AsyncIterable<Buffer> = await decompressed(response);
  for await (const part of body) {
    bytes += part.byteLength;
    if (bytes > largestBytes) throw new AnswerRefusedError(`the answer is larger than ${largestBytes} bytes`);
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts, bytes));
};

/** As what asked for gzip reads it; what else a server may do to a body was not asked for. */
const decompressed = async (response: IncomingMessage): Promise<AsyncIterable<Buffer>> => {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return response;
  if (encoding !== 'gzip' && encoding !== 'x-gzip')
    throw new AnswerRefusedError(`the answer is in the encoding "${encoding}", which was not asked for`);
  const { createGunzip } = await import('node:zlib');
  // The stream of the answer waits for a reader; an answer that breaks off breaks what is read of it.
  const plain = createGunzip();
  response.on('error', (error) => plain.destroy(error));
  return response.pipe(plain);
};
