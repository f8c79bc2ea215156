import * as z from 'zod/mini';
import { once, withoutCredentials } from '../domain';
import { ContractBrokenError, RegistryUnreachableError } from './errors';
import type { ApiRequest, ApiResponse, Transport } from './transport';

/** Where a served registry is, and how long to wait for it. */
export interface HttpTransportOptions {
  /** Base URL such as `http://127.0.0.1:8080`, without `/v1`; a path prefix is kept. */
  readonly url: string;
  /** Sent as `Authorization: aivenv1 TOKEN`; absent: no header. Never part of a message. */
  readonly token?: string;
  /** Longest wait for one answer. @default 30000 */
  readonly timeoutMs?: number;
}

const attemptsOfGet = 3;
const pauseMs = 200;

/**
 * A transport over HTTP to a registry, ours or the vendor's. A GET whose connection fails is tried three times, 200 ms apart;
 * nothing else is ever sent twice. Redirects are refused, so that a token stays with the host it was given to.
 * @throws RegistryUnreachableError when `url` is no http(s) URL
 */
export const httpTransport = (options: HttpTransportOptions): Transport => {
  const base = parseBase(options.url);
  const timeoutMs = options.timeoutMs ?? 30_000;
  const headers = {
    accept: 'application/json',
    ...(options.token === undefined ? {} : { authorization: `aivenv1 ${options.token}` }),
  };
  const once = async (request: ApiRequest): Promise<ApiResponse> => {
    const hasBody = request.body !== undefined;
    const response = await fetch(`${base}${request.path}`, {
      method: request.method,
      headers: hasBody ? { ...headers, 'content-type': 'application/json' } : headers,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
    });
    return { status: response.status, body: parseBody(request, response.status, await response.text()) };
  };
  return {
    target: base,
    send: async (request) => {
      const attempts = request.method === 'GET' ? attemptsOfGet : 1;
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(request);
        } catch (error) {
          if (error instanceof ContractBrokenError) throw error;
          const why = explainFailure(error, timeoutMs);
          if (attempt >= attempts || !why.again) throw new RegistryUnreachableError(base, why.text, { cause: error });
          await pause();
        }
      }
    },
    close: () => undefined,
  };
};

/** The global timer, and the schema made when it is needed: a process that asks a registry of its own loads neither (decision 0009). */
const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, pauseMs));

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

const parseBody = (request: ApiRequest, status: number, text: string): ApiResponse['body'] => {
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

/** What fetch rejects with: read by shape, because it may come from another realm. */
const failure = once(() =>
  z.looseObject({
    name: z.string(),
    message: z.string(),
    cause: z.optional(z.looseObject({ message: z.optional(z.string()), code: z.optional(z.string()) })),
  }),
);

const explainFailure = (error: unknown, timeoutMs: number): { readonly text: string; readonly again: boolean } => {
  const read = failure().safeParse(error);
  if (!read.success) return { text: String(error), again: false };
  const { name, message, cause } = read.data;
  if (name === 'TimeoutError') return { text: `no answer within ${timeoutMs} ms.`, again: false };
  const reason = [cause?.message, cause?.code, message].find((text) => text !== undefined && text !== '') ?? name;
  const hint = cause?.code === 'ECONNREFUSED' ? ' Start it with "forkcast registry serve".' : '';
  return { text: `${reason}.${hint}`, again: cause?.code !== undefined };
};
