import { findOperation, type ApiRequest, type ApiResponse, type FoundOperation } from '../../../api';
import type { Clock, JsonValue } from '../../../domain';
import { failed, refused } from '../answer';
import { identifyCaller, objectionTo, type Caller } from './authorize';
import { readJson } from './read-json';
import type { ServedRegistry } from './served-registry';
import { refuseStranger } from './strangers';

/** A request as it came in, before its body is read. */
export interface IncomingHead {
  readonly method: string;
  /** Path with its query. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
  /** `Sec-Fetch-Site`: what a browser says of the page that asks. */
  readonly site: string | undefined;
}

/** A request as it came in. */
export interface Incoming extends IncomingHead {
  readonly body: Uint8Array | undefined;
}

/** What is known when a request comes in. */
export interface Receiving {
  readonly served: ServedRegistry;
  readonly wallClock: Clock;
  /** The turn of the event loop, one object for all requests that came in with it. */
  readonly turn: () => object;
  /** Only this machine can reach the server. */
  readonly loopback: boolean;
  /** Others may ask although there is no token; false: a registry that has lost its tokens is asked by nobody. @default true */
  readonly anonymousNetwork?: boolean;
}

/** What is asked, and by whom. */
export interface ReceivedRequest {
  readonly operation: string;
  readonly token: string | null;
  readonly request: ApiRequest;
  readonly found: FoundOperation;
  readonly caller: Caller;
}

/** The answer that ends a request before it is looked into. */
export type EarlyAnswer = Pick<ReceivedRequest, 'operation' | 'token'> & {
  readonly answer: ApiResponse;
  /** The token that was sent, when its time is over and nothing says so yet. */ readonly expired?: string | undefined;
};

const methods: readonly ApiRequest['method'][] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What is asked and by whom, or the answer that ends it here: no token, not allowed, no such method. */
export const receiveHead = (incoming: IncomingHead, ports: Receiving): ReceivedRequest | EarlyAnswer => {
  const { url } = incoming;
  const method = methods.find((known) => known === incoming.method);
  const found = findOperation({ method: method ?? 'GET', path: url });
  const operation = found.kind === 'operation' || found.kind === 'not-simulated' ? found.operation.id : found.kind;
  const tokens = ports.served.current().head(ports.turn()).tokens;
  const open = found.kind === 'operation' && found.operation.needs === 'none';
  const caller = identifyCaller(incoming.authorization, {
    tokens,
    open,
    wallNow: ports.wallClock.now(),
    allowBare: ports.loopback,
  });
  const token = caller.kind === 'holder' ? caller.token.id : null;
  const answered = (answer: ApiResponse): EarlyAnswer => ({ operation, token, answer });
  if (caller.kind === 'nobody') return { ...answered(caller.answer), expired: caller.expired };
  const stranger = caller.kind === 'anyone' ? refuseStranger(incoming, ports) : undefined;
  if (stranger !== undefined) return answered(stranger);
  const objection = caller.kind === 'holder' ? objectionTo(found, url, caller.token) : undefined;
  if (objection !== undefined) return answered(objection);
  if (method === undefined && found.kind !== 'unknown-path') return answered(wrongMethod(incoming.method));
  return { operation, token, request: { method: method ?? 'GET', path: url }, found, caller };
};

/** What is asked with its body, or the answer that ends it here: that of its head, or that the body is no JSON. */
export const receive = (incoming: Incoming, ports: Receiving): ReceivedRequest | EarlyAnswer => {
  const received = receiveHead(incoming, ports);
  // The body of a write is read though none is declared: a guard that stands in it must not be passed over.
  if ('answer' in received || received.found.kind !== 'operation' || incoming.method === 'GET') return received;
  const body = parseBody(incoming.body);
  if ('refusal' in body) return { operation: received.operation, token: received.token, answer: body.refusal };
  return { ...received, request: { ...received.request, ...body } };
};

const parseBody = (
  bytes: Uint8Array | undefined,
): { readonly body?: JsonValue } | { readonly refusal: ApiResponse } => {
  const read = bytes === undefined ? ({ kind: 'none' } as const) : readJson(bytes);
  switch (read.kind) {
    case 'none':
      return {};
    case 'json':
      return { body: read.value };
    case 'fault':
      return { refusal: refused('request_invalid', read.message) };
  }
};

const wrongMethod = (method: string): ApiResponse =>
  failed(405, 'method_not_allowed', `${method} is not allowed at any path. Use ${methods.join(', ')}.`);
