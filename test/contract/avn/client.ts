import type { Answer, Server } from '../a-server';

/** One request of the vendor's command line. */
export interface AvnRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/**
 * Sends a request header for header as the command line does (recorded 2026-11-20, aiven-client 4.16.0): without a body it calls it
 * `application/octet-stream`, and DELETE and PUT carry a length of 0.
 */
export const avnSend = async (server: Server, token: string, { method, path, body }: AvnRequest): Promise<Answer> => {
  const bodyless = method === 'DELETE' || method === 'PUT' ? { 'content-length': '0' } : {};
  return server.send({
    method,
    path,
    headers: {
      'user-agent': 'aiven-client/4.16.0',
      'accept-encoding': 'gzip, deflate',
      accept: '*/*',
      authorization: `aivenv1 ${token}`,
      ...(body === undefined
        ? { 'content-type': 'application/octet-stream', ...bodyless }
        : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
};

/** What the command line makes of an answer: the object, or the message that it prints before it ends with 1. */
export const avnRead = ({ status, headers, text }: Answer): { readonly ok: unknown } | { readonly failed: string } => {
  if (status >= 200 && status < 300) {
    if (headers['content-type'] === 'application/octet-stream') return { failed: 'the answer is taken as bytes' };
    const body: unknown = text === '' || status === 204 ? {} : JSON.parse(text);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return { failed: 'the body is no object' };
    const error: unknown = 'error' in body ? body.error : undefined;
    return error ? { failed: 'traceback: ResponseError' } : { ok: body };
  }
  const body: unknown = JSON.parse(text);
  const message: unknown = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
  return { failed: typeof message === 'string' ? `${message} (status ${status})` : 'traceback: KeyError' };
};
