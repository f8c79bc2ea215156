import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpTransport } from '../../src/api';

const served = async (listener: RequestListener, use: (url: string) => Promise<void>): Promise<void> => {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address: AddressInfo | string | null = server.address();
  try {
    if (address === null || typeof address === 'string') throw new RangeError('no port');
    await use(`http://127.0.0.1:${address.port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
};

describe('the HTTP transport', () => {
  test('a request carries the token, the body and the path as they are', async () => {
    const seen: unknown[] = [];
    const echo: RequestListener = (request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        seen.push([request.method, request.url, request.headers.authorization, request.headers['content-type'], text]);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok": true}');
      });
    };
    await served(echo, async (url) => {
      const transport = httpTransport({ url: `${url}/base/`, token: 'T' });
      await expect(transport.send({ method: 'POST', path: '/v1/x?limit=9', body: { a: 1 } })).resolves.toEqual({
        status: 200,
        body: { ok: true },
      });
      await transport.send({ method: 'DELETE', path: '/v1/y' });
      expect(transport.target).toBe(`${url}/base`);
    });
    expect(seen).toEqual([
      ['POST', '/base/v1/x?limit=9', 'aivenv1 T', 'application/json', '{"a":1}'],
      ['DELETE', '/base/v1/y', 'aivenv1 T', undefined, ''],
    ]);
  });

  test('an empty answer is null, and a refusal that is not JSON keeps its text', async () => {
    const listener: RequestListener = (request, response) =>
      request.url === '/empty' ? response.writeHead(204).end() : response.writeHead(502).end('Bad gateway');
    await served(listener, async (url) => {
      const transport = httpTransport({ url });
      await expect(transport.send({ method: 'GET', path: '/empty' })).resolves.toEqual({ status: 204, body: null });
      await expect(transport.send({ method: 'GET', path: '/bad' })).resolves.toEqual({
        status: 502,
        body: { message: 'Bad gateway' },
      });
    });
  });

  test('an answer that is not JSON breaks the contract', async () => {
    await served(
      (_request, response) => response.end('<html>'),
      async (url) => {
        await expect(httpTransport({ url }).send({ method: 'GET', path: '/v1/me' })).rejects.toMatchObject({
          code: 'FC_CONTRACT_BROKEN',
        });
      },
    );
  });

  test.each([
    ['GET', 3],
    ['POST', 1],
  ] as const)('a %s whose connection breaks is sent %i times', async (method, times) => {
    let count = 0;
    const breaking: RequestListener = (request) => {
      count += 1;
      request.socket.destroy();
    };
    await served(breaking, async (url) => {
      const transport = httpTransport({ url });
      await expect(transport.send({ method, path: '/v1/me' })).rejects.toMatchObject({
        code: 'FC_REGISTRY_UNREACHABLE',
        exitCode: 3,
      });
    });
    expect(count).toBe(times);
  });

  test('no answer in time is told with the bound', async () => {
    await served(
      () => undefined,
      async (url) => {
        const transport = httpTransport({ url, timeoutMs: 50 });
        await expect(transport.send({ method: 'GET', path: '/v1/me' })).rejects.toThrow('no answer within 50 ms');
      },
    );
  });

  test('a redirect is not followed', async () => {
    await served(
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/steal' }).end(),
      async (url) => {
        await expect(httpTransport({ url }).send({ method: 'GET', path: '/v1/me' })).rejects.toMatchObject({
          code: 'FC_REGISTRY_UNREACHABLE',
        });
      },
    );
  });

  test.each([
    ['nonsense', 'not a URL'],
    ['ftp://example.com', '"ftp:"'],
    ['http://user:secret@example.com', 'FORKCAST_TOKEN'],
  ])('%s is refused', (url, reason) => {
    const make = () => httpTransport({ url });
    expect(make).toThrow(reason);
    expect(make).not.toThrow('secret');
  });
});
