import type { FastifyInstance, FastifyReply } from 'fastify';
import { asksFirst } from '../../../api';

/** The files of the console by their names; what is not among them is a state of the page, whose address is `page`. */
export interface ConsoleFiles {
  readonly page: Uint8Array;
  /** Their names hold a hash of what is in them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Scripts, style and requests from this server alone, no text that becomes a script, and no page around it. */
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
].join('; ');

const preloads = asksFirst.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin`).join(', ');

/**
 * Serves the console at `/console/`: one page for each of its addresses, and its files, which are kept for a year. Where nobody needs a
 * token, `isOpen`, the browser is told with the page of the list what that asks for, and asks while it reads the scripts. Elsewhere no
 * page keeps a hold of the window that asks for the token (decision 0079).
 */
export const serveConsole = (server: FastifyInstance, { page, files }: ConsoleFiles, isOpen: () => boolean): void => {
  const send = (reply: FastifyReply, type: string, keep: string, bytes: Uint8Array): FastifyReply =>
    reply
      .header('content-type', type)
      .header('cache-control', keep)
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .send(bytes);
  server.get('/console', (_request, reply) => reply.redirect('/console/', 308));
  server.get<{ Params: { readonly '*': string } }>('/console/files/*', (request, reply) => {
    const name = request.params['*'];
    const bytes = files.get(name);
    if (bytes === undefined) return reply.callNotFound();
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return send(reply, type, 'public, max-age=31536000, immutable', bytes);
  });
  server.get<{ Params: { readonly '*': string } }>('/console/*', (request, reply) => {
    const isList = request.params['*'] === '';
    if (!isOpen()) void reply.header('cross-origin-opener-policy', 'same-origin');
    else if (isList) void reply.header('link', preloads);
    return send(reply, 'text/html; charset=utf-8', 'no-cache', page);
  });
};
