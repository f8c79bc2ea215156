import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, findOperation, httpTransport, NameUnsendableError, operations } from '../../src/api';
import { filledPath } from '../../src/api/path';

/** Names that somebody, or something, reads as more than a name. */
export const hostile = [
  ...[
    '.',
    '..',
    '...',
    '',
    ' ',
    '%2e',
    '%2E%2e',
    '.%2e',
    '%252e',
    '%',
    '%zz',
    '..;',
    './..',
    '../..',
    '..\\..',
    '/',
    '//',
    'a/../b',
  ],
  ...[
    'a?b=c',
    'a#b',
    '?',
    '#',
    ';',
    ':',
    '@',
    'http://x/',
    '\\',
    '\t',
    '\n',
    '..\t',
    '\u0000',
    'é',
    'e\u0301',
    '．．',
    '\u202e',
    '\ud800',
  ],
  ...['__proto__', 'constructor', '{project}', 'service', 'user', 'x'.repeat(2_000), "'()*!~", '+', '&', '=', '[]'],
];

export interface Case {
  readonly operation: (typeof operations)[number];
  /** The hostile one among its names. */
  readonly odd: string;
  readonly names: Readonly<Record<string, string>>;
}

/** The names of the parts of a path. */
export const partsOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => part);

/** One part of an operation at a time, with each of the names. */
const casesOf = (operation: (typeof operations)[number], names: readonly string[]): readonly Case[] =>
  partsOf(operation.path).flatMap((odd, index) =>
    names.map((name) => ({
      operation,
      odd: name,
      names: Object.fromEntries(
        partsOf(operation.path).map((part, at) => [part, at === index ? name : `plain-${odd}`]),
      ),
    })),
  );

/** Every part of every operation with every hostile name. */
export const everyCase = (): readonly Case[] => operations.flatMap((operation) => casesOf(operation, hostile));

/** Asks a raw server through the real client; for one test file. */
export const aRawServer = (): ((asked: Case) => Promise<unknown>) => {
  let server: Server;
  let url: string;
  let seen: { readonly method: string; readonly url: string }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push({ method: request.method ?? '', url: request.url ?? '' });
      request.resume();
      response.setHeader('content-type', 'application/json').end('{}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** What the server got of a request: its operation and names; `refused`: the client has sent nothing. */
  return async ({ operation, names }: Case): Promise<unknown> => {
    const { method } = operation;
    seen = [];
    try {
      await createClient(httpTransport({ url })).call(method, filledPath(operation.path, names));
    } catch (error) {
      if (!(error instanceof NameUnsendableError)) throw error;
      expect(seen).toEqual([]);
      return 'refused';
    }
    expect(seen).toHaveLength(1);
    const found = findOperation({ method, path: seen[0]?.url ?? '' });
    return found.kind === 'operation' ? [seen[0]?.method, found.operation.id, found.parameters] : found.kind;
  };
};
