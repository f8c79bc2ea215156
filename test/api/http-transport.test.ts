import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createRawServer, type AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { httpTransport, RealAccountError, simulatorHeader } from '../../src/api';
import { untrusted } from './a-certificate';

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

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
};

/** A clock that moves only while somebody waits, and writes down for how long. */
const stillClock = (pauses: number[] = []) => {
  let at = 0;
  return {
    now: () => at,
    pause: (durationMs: number) => {
      pauses.push(durationMs);
      at += durationMs;
      return Promise.resolve();
    },
  };
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
        date: expect.any(Number),
      });
      await transport.send({ method: 'DELETE', path: '/v1/y' });
      expect(transport.target).toBe(`${url}/base`);
    });
    expect(seen).toEqual([
      ['POST', '/base/v1/x?limit=9', 'aivenv1 T', 'application/json', '{"a":1}'],
      ['DELETE', '/base/v1/y', 'aivenv1 T', undefined, ''],
    ]);
  });

  test.each([
    ['nothing but GET to what does not say that it simulates', undefined, false],
    ['all where a simulator answers', 'forkcast', true],
  ] as const)('with simulatorOnly, sends %s', async (_what, header, isSent) => {
    const seen: string[] = [];
    const listener: RequestListener = (request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.writeHead(404, header === undefined ? {} : { [simulatorHeader]: header }).end('{"message": "no"}');
    };
    await served(listener, async (url) => {
      const changes = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
      for (const method of changes) {
        const sent = httpTransport({ url, simulatorOnly: true }).send({ method, path: '/v1/project/p/service' });
        if (isSent) await expect(sent).resolves.toMatchObject({ status: 404 });
        else
          await expect(sent).rejects.toThrow(
            `${url} is no simulator of Forkcast, so ${method} /v1/project/p/service was not sent`,
          );
      }
      const after = httpTransport({ url, simulatorOnly: true });
      await after.send({ method: 'GET', path: '/v1/project' });
      const last = after.send({ method: 'POST', path: '/v1/last' });
      await (isSent ? expect(last).resolves.toBeDefined() : expect(last).rejects.toBeInstanceOf(RealAccountError));
    });
    expect(seen.some((line) => !line.startsWith('GET '))).toBe(isSent);
    expect(seen.filter((line) => line === 'GET /v1/forkcast/clock')).toHaveLength(isSent ? 4 : 5);
  });

  test('an empty answer is null, and a refusal that is not JSON keeps its text', async () => {
    const listener: RequestListener = (request, response) =>
      request.url === '/empty' ? response.writeHead(204).end() : response.writeHead(502).end('Bad gateway');
    await served(listener, async (url) => {
      const transport = httpTransport({ url, clock: stillClock() });
      await expect(transport.send({ method: 'GET', path: '/empty' })).resolves.toMatchObject({
        status: 204,
        body: null,
      });
      await expect(transport.send({ method: 'GET', path: '/bad' })).resolves.toMatchObject({
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
      const transport = httpTransport({ url, clock: stillClock() });
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

  test('headers that trickle end at the same bound', async () => {
    const server = createRawServer((socket) => {
      socket.on('error', () => undefined).write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('x-more: 1\r\n'), 10);
      socket.on('close', () => clearInterval(timer));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const sent = httpTransport({ url: `http://127.0.0.1:${port}`, timeoutMs: 100 }).send({
      method: 'GET',
      path: '/v1/x',
    });
    await expect(sent).rejects.toThrow('no answer within 100 ms');
    await new Promise((done) => server.close(done));
  });

  test('an answer that trickles ends at the same bound, whatever is collected meanwhile', async () => {
    const trickling: RequestListener = (_request, response) => {
      response.writeHead(200).write('[');
      const drip = setInterval(() => {
        collectGarbage();
        response.write(' ');
      }, 20);
      response.on('close', () => clearInterval(drip));
    };
    await served(trickling, async (url) => {
      const transport = httpTransport({ url, timeoutMs: 200 });
      await expect(transport.send({ method: 'GET', path: '/v1/me' })).rejects.toThrow('no answer within 200 ms');
    });
  });

  test.each([
    ['as it is', {}, Buffer.alloc(2_000, ' ')],
    ['that grows when it is decompressed', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(2_000, ' '))],
  ])('a body %s is read up to its bound', async (_how, headers, body) => {
    await served(
      (_request, response) => response.writeHead(200, headers).end(body),
      async (url) => {
        const transport = httpTransport({ url, largestBytes: 1_999 });
        await expect(transport.send({ method: 'GET', path: '/v1/me' })).rejects.toThrow('larger than 1999 bytes');
        const wide = httpTransport({ url, largestBytes: 2_000 });
        await expect(wide.send({ method: 'GET', path: '/v1/me' })).resolves.toMatchObject({ status: 200, body: null });
      },
    );
  });

  test.each([
    ['GET', 200, [2_000, 400]],
    ['POST', 429, []],
  ] as const)('a %s that is told to come again ends with %i', async (method, status, expected) => {
    const answers: readonly (readonly [number, Record<string, string>])[] = [
      [429, { 'retry-after': '2' }],
      [503, {}],
      [200, {}],
    ];
    let count = 0;
    const pauses: number[] = [];
    await served(
      (_request, response) => response.writeHead(...(answers[count++] ?? [500, {}])).end(),
      async (url) => {
        const transport = httpTransport({ url, clock: stillClock(pauses) });
        await expect(transport.send({ method, path: '/v1/me' })).resolves.toMatchObject({ status });
      },
    );
    expect(pauses).toEqual(expected);
  });

  test('a certificate that is not trusted is refused at once, with the way to trust it', async () => {
    const server = createTlsServer(untrusted, (_request, response) => void response.end('{}'));
    let connections = 0;
    server.on('connection', () => (connections += 1));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address: AddressInfo | string | null = server.address();
    try {
      if (address === null || typeof address === 'string') throw new RangeError('no port');
      const { port } = address;
      const transport = httpTransport({ url: `https://127.0.0.1:${port}` });
      await expect(transport.send({ method: 'GET', path: '/v1/project' })).rejects.toThrow(
        /certificate.* NODE_EXTRA_CA_CERTS=ca\.pem trusts it/,
      );
      expect(connections).toBe(1);
    } finally {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });

  test('a redirect is not followed', async () => {
    await served(
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/steal' }).end(),
      async (url) => {
        await expect(httpTransport({ url }).send({ method: 'GET', path: '/v1/me' })).rejects.toMatchObject({
          code: 'FC_REGISTRY_UNREACHABLE',
          message: expect.stringContaining('it redirects (302), which is not followed.'),
        });
      },
    );
  });

  test.each([
    ['in an encoding that was not asked for', 'br', Buffer.from('{}'), 1, 'encoding "br"'],
    ['whose gzip breaks off', 'gzip', gzipSync('{"a": 1}').subarray(0, 15), 3, 'unexpected end of file'],
  ])('an answer %s is told, and what may pass is asked again', async (_what, encoding, body, times, why) => {
    let count = 0;
    const listener: RequestListener = (_request, response) => {
      count += 1;
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    };
    await served(listener, async (url) => {
      const sent = httpTransport({ url, clock: stillClock() }).send({ method: 'GET', path: '/v1/me' });
      await expect(sent).rejects.toThrow(why);
    });
    expect(count).toBe(times);
  });

  test('a token that no header can hold is refused without being told, and sent nowhere', async () => {
    let count = 0;
    await served(
      () => (count += 1),
      async (url) => {
        const sent = httpTransport({ url, token: 'a\nsecret' }).send({ method: 'GET', path: '/v1/me' });
        await expect(sent).rejects.toThrow(/^(?!.*secret).*Invalid character in header content \["authorization"\]/s);
      },
    );
    expect(count).toBe(0);
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
