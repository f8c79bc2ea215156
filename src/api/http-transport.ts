import * as z from 'zod/mini';
import { once, withoutCredentials } from '../domain';
import { AnswerRefusedError, exchange, type WholeAnswer } from './http-exchange';
import { ContractBrokenError, RealAccountError, RegistryUnreachableError } from './errors';
import type { Pace } from './pace';
import type { Proxy } from './proxy';
import { pauseAskedFor, pauseBeforeRetry, type Attempt } from './retry';
import type { ApiRequest, ApiResponse, Transport } from './transport';

/** Where a served registry is, and how long to wait for it. */
interface HttpTransportOptions {
  /** Base URL such as `http://127.0.0.1:8080`, without `/v1`; a path prefix is kept. */
  readonly url: string;
  /** Sent as `Authorization: aivenv1 TOKEN`; absent: no header. Never part of a message. */
  readonly token?: string;
  /** Longest wait for one whole answer. @default 30000 */
  readonly timeoutMs?: number;
  /** Largest body of an answer, in bytes, as it is after decompression. @default 268435456 */
  readonly largestBytes?: number;
  /** What requests go through: `findProxy` reads it of an environment. @default nothing */
  readonly proxy?: Proxy | string | undefined;
  /** Sends nothing but GET to what does not say that it is a simulator: there real services are made and ended. @default false */
  readonly simulatorOnly?: boolean;
  /** With `simulatorOnly`: what may be sent to a real account all the same. @default nothing */
  readonly mayChange?: ((request: ApiRequest) => boolean) | undefined;
  /** How fast requests may follow each other where no simulator answers. @default as they come */
  readonly pace?: Pace;
  /** Says how late it is, in milliseconds since the epoch, and waits. @default that of the machine */
  readonly clock?: RetryClock;
}

interface RetryClock {
  readonly now: () => number;
  readonly pause: (durationMs: number) => Promise<void>;
}

/** An attempt, with all that is needed to end with it. */
type Outcome =
  | (Extract<Attempt, { kind: 'answered' }> & WholeAnswer)
  | (Exclude<Attempt, { kind: 'answered' }> & { readonly why: string; readonly cause: unknown });

/** The timer is looked up when it is used: a process that asks a registry of its own does not load it (decision 0009). */
const machineClock: RetryClock = {
  now: () => Date.now(),
  pause: (durationMs) => new Promise((resolve) => void setTimeout(resolve, durationMs)),
};

/**
 * A transport over HTTP to a registry, ours or the vendor's. A GET is sent again by the policy of `retry.ts`; nothing else is ever sent
 * twice. Redirects are refused, so that a token stays with the host it was given to. With `simulatorOnly`, who answers is known before
 * anything but a GET is sent: by the answers so far, else by asking.
 * @throws RegistryUnreachableError when `url` is no http(s) URL, or the proxy cannot be used
 */
export const httpTransport = (options: HttpTransportOptions): Transport => {
  const base = parseBase(options.url);
  const bounds = { timeoutMs: options.timeoutMs ?? 30_000, largestBytes: options.largestBytes ?? 256 * 1024 * 1024 };
  const { now, pause } = options.clock ?? machineClock;
  const proxy = options.proxy;
  if (typeof proxy === 'string') throw new RegistryUnreachableError(base, proxy);
  const headers = {
    accept: 'application/json',
    ...(options.token === undefined ? {} : { authorization: `aivenv1 ${options.token}` }),
  };
  const attempt = async ({ method, path, body }: ApiRequest): Promise<Outcome> => {
    const bare = { method, url: `${base}${path}`, headers, proxy };
    const typed = { ...headers, 'content-type': 'application/json' };
    const question = body === undefined ? bare : { ...bare, headers: typed, body: JSON.stringify(body) };
    try {
      return { kind: 'answered', ...(await exchange(question, bounds)) };
    } catch (error) {
      return explainFailure(error);
    }
  };
  let [simulated, isAsked] = [false, false];
  const takePlace = takingPlaces(options.pace, { now, pause });
  const sendWhole = async (request: ApiRequest): Promise<ApiResponse> => {
    const startedAt = now();
    let queuedMs = 0;
    for (let attempts = 1; ; attempts += 1) {
      const queuedAt = now();
      const isCounted = !simulated && (await takePlace());
      queuedMs += now() - queuedAt;
      const outcome = await attempt(request);
      const standing = { method: request.method, attempts, spentMs: now() - startedAt - queuedMs, now: now() };
      const pauseMs = pauseBeforeRetry(outcome, standing);
      if (outcome.kind === 'answered') simulated ||= outcome.simulated;
      isAsked ||= outcome.kind === 'answered' && outcome.status < 300;
      const askedMs = pauseAskedFor(outcome, now());
      if (!simulated && !isCounted) options.pace?.take(now());
      if (!simulated && askedMs !== undefined) options.pace?.closeUntil(now() + askedMs);
      if (pauseMs !== undefined) await pause(pauseMs);
      else if (outcome.kind === 'answered')
        return { status: outcome.status, body: parseBody(request, outcome), ...dateOf(outcome) };
      else throw new RegistryUnreachableError(base, `${outcome.why}${throughWords(proxy)}`, { cause: outcome.cause });
    }
  };
  const isSimulated = async (): Promise<boolean> => {
    if (!simulated && !isAsked) await sendWhole({ method: 'GET', path: '/v1/forkcast/clock' });
    isAsked = true;
    return simulated;
  };
  return {
    target: base,
    send: async (request) => {
      const isFree =
        options.simulatorOnly !== true || request.method === 'GET' || options.mayChange?.(request) === true;
      if (!isFree && !(await isSimulated())) throw new RealAccountError(base, `${request.method} ${request.path}`);
      return sendWhole(request);
    },
    isSimulated,
    close: () => undefined,
  };
};

const throughWords = (proxy: Proxy | undefined): string =>
  proxy === undefined ? '' : ` It was asked through the proxy ${proxy.host}:${proxy.port}; NO_PROXY leaves hosts out.`;

/**
 * Waits for a place among the requests of the minute, and says whether it was counted. Where nobody keeps count, who answers is not known
 * before the first answer: a simulator has no limit.
 */
const takingPlaces = (pace: Pace | undefined, { now, pause }: RetryClock): (() => Promise<boolean>) => {
  let isFirst = true;
  return async () => {
    const isUncounted = pace === undefined || (isFirst && !pace.isKept());
    isFirst = false;
    if (isUncounted) return false;
    for (let waitMs = pace.take(now()); waitMs > 0; waitMs = pace.take(now())) await pause(waitMs);
    return true;
  };
};

const dateOf = ({ date }: WholeAnswer): Pick<ApiResponse, 'date'> => (date === undefined ? {} : { date });

const parseBase = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const refuse = (why: string): never => {
    throw new RegistryUnreachableError(
      url === undefined ? withoutCredentials(text) : `${url.protocol}//${url.host}`,
      why,
    );
  };
  if (url === undefined) return refuse('it is not a URL. Write it like http://127.0.0.1:8080.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refuse(`the scheme "${url.protocol}" is not served. Use http: or https:.`);
  }
  if (url.username !== '' || url.password !== '') {
    return refuse('it holds credentials. Give the token in FORKCAST_TOKEN.');
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
};

const parseBody = (request: ApiRequest, { status, text }: WholeAnswer): ApiResponse['body'] => {
  if (text.trim() === '') return null;
  try {
    return z.json().parse(JSON.parse(text));
  } catch {
    if (status >= 400) return { message: text.slice(0, 500) };
    throw new ContractBrokenError(
      `${request.method} ${request.path}`,
      `it is not JSON: ${JSON.stringify(text.slice(0, 80))}`,
    );
  }
};

/** What a connection fails with: read by shape, because it may come from another realm; the schema is made when it is needed. */
const failure = once(() => z.looseObject({ name: z.string(), message: z.string(), code: z.optional(z.string()) }));

/** Codes of a certificate that is not trusted, as OpenSSL and Node name them. */
const untrusted =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|INVALID_(CA|PURPOSE)|ERR_TLS_CERT)/;

const explainFailure = (error: unknown): Exclude<Outcome, { kind: 'answered' }> => {
  if (error instanceof AnswerRefusedError) return { kind: 'refused', why: `${error.message}.`, cause: error };
  const read = failure().safeParse(error);
  if (!read.success) return { kind: 'refused', why: String(error), cause: error };
  const { name, message, code } = read.data;
  const reason = [message, code].find((text) => text !== undefined && text !== '') ?? name;
  const isUntrusted = code !== undefined && untrusted.test(code);
  const hint = isUntrusted
    ? ' Where its authority is your own, NODE_EXTRA_CA_CERTS=ca.pem trusts it.'
    : code === 'ECONNREFUSED'
      ? ' Start it with "forkcast registry serve".'
      : '';
  // What Node itself will not send is not sent a second time, and a certificate stays the same.
  const isBroken = code !== undefined && !code.startsWith('ERR_') && !isUntrusted;
  return { kind: isBroken ? 'broken' : 'refused', why: `${reason}.${hint}`, cause: error };
};
