import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { Socket } from 'node:net';
import { type Proxy, withoutBrackets } from './proxy';

/** What is sent. `url` is http: or https:. */
interface Question {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What it goes through; absent: straight to where `url` leads. */
  readonly proxy?: Proxy | undefined;
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
export const exchange = (question: Question, bounds: ExchangeBounds): Promise<WholeAnswer> =>
  new Promise((resolve, reject) => {
    let destroy: (() => void) | undefined;
    let isOver = false;
    const end = (): void => {
      isOver = true;
      clearTimeout(timer);
    };
    const fail = (error: Error): void => {
      end();
      reject(error);
      destroy?.();
    };
    const late = `no answer within ${bounds.timeoutMs} ms`;
    const timer = setTimeout(() => fail(new AnswerRefusedError(late)), bounds.timeoutMs);
    const hold = (what: { destroy(): unknown }): void => {
      destroy = () => void what.destroy();
      if (isOver) destroy();
    };
    prepare(question, hold).then((sent) => {
      hold(sent);
      sent.on('error', fail);
      sent.on('response', (response) => {
        readAnswer(response, bounds.largestBytes).then((answer) => {
          end();
          resolve(answer);
        }, fail);
      });
      sent.end(question.body);
    }, fail);
  });

/** The request, which is still to be ended: through a proxy by its own words for http:, and by a tunnel for https:. */
const prepare = async (question: Question, hold: (what: { destroy(): unknown }) => void): Promise<ClientRequest> => {
  const { url, method, headers, body, proxy } = question;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const options: RequestOptions = { method, headers: { 'accept-encoding': 'gzip', ...headers, ...length } };
  if (!url.startsWith('https:')) {
    const { request } = await import('node:http');
    if (proxy === undefined) return request(url, options);
    const { host, port } = proxy;
    const headed = { ...options.headers, ...loginOf(proxy), host: new URL(url).host };
    return request({ ...options, host, port, path: url, headers: headed });
  }
  const { request } = await import('node:https');
  if (proxy === undefined) return request(url, options);
  const target = new URL(url);
  const host = withoutBrackets(target.hostname);
  const socket = await openTunnel(proxy, `${target.hostname}:${target.port || 443}`, hold);
  const [{ connect }, { isIP }] = await Promise.all([import('node:tls'), import('node:net')]);
  const named = isIP(host) === 0 ? { servername: host } : {};
  return request(url, { ...options, createConnection: () => connect({ socket, host, ...named }) });
};

const loginOf = ({ authorization }: Proxy): Readonly<Record<string, string>> =>
  authorization === undefined ? {} : { 'proxy-authorization': authorization };

/** A connection to `place` through a proxy, which sees no more of it than the name. */
const openTunnel = async (
  proxy: Proxy,
  place: string,
  hold: (what: { destroy(): unknown }) => void,
): Promise<Socket> => {
  const { request } = await import('node:http');
  const { host, port } = proxy;
  const headers = { host: place, ...loginOf(proxy) };
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, method: 'CONNECT', path: place, headers, agent: false });
    hold(sent);
    sent.on('error', reject);
    sent.on('response', (response) => {
      response.destroy();
      reject(new AnswerRefusedError(`the proxy answered with status ${response.statusCode}`));
    });
    sent.on('connect', (response, socket) => {
      if (response.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new AnswerRefusedError(`the proxy opens no way there: status ${response.statusCode}`));
    });
    sent.end();
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
