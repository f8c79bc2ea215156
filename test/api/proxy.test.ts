import { createServer } from 'node:net';
import { findProxy, httpTransport } from '../../src/api';

const found = (url: string, env: Readonly<Record<string, string>>) => findProxy(url, (name) => env[name]);
const proxy = 'http://proxy.example:3128';
const through = { host: 'proxy.example', port: 3128 };

test.each<readonly [string, Readonly<Record<string, string>>, unknown]>([
  ['https://api.example', {}, undefined],
  ['https://api.example', { HTTPS_PROXY: proxy }, through],
  ['https://api.example', { https_proxy: 'proxy.example:3128' }, through],
  ['https://api.example', { HTTP_PROXY: proxy, HTTPS_PROXY: '' }, undefined],
  ['http://api.example', { HTTP_PROXY: proxy }, through],
  ['http://api.example', { http_proxy: 'http://proxy.example' }, { host: 'proxy.example', port: 80 }],
  [
    'https://api.example',
    { HTTPS_PROXY: 'http://u%40x:p@[::1]:8' },
    { host: '::1', port: 8, authorization: 'Basic dUB4OnA=' },
  ],
  ['https://localhost:8', { HTTPS_PROXY: proxy }, undefined],
  ['http://127.0.0.9:8', { HTTP_PROXY: proxy }, undefined],
  ['https://[::1]:8', { HTTPS_PROXY: proxy }, undefined],
  ['https://api.example', { HTTPS_PROXY: proxy, NO_PROXY: '*' }, undefined],
  ['https://api.example', { HTTPS_PROXY: proxy, NO_PROXY: 'other, api.example' }, undefined],
  ['https://api.example', { HTTPS_PROXY: proxy, no_proxy: '.example' }, undefined],
  ['https://api.example', { HTTPS_PROXY: proxy, NO_PROXY: 'pi.example' }, through],
  ['https://api.example', { HTTPS_PROXY: proxy, NO_PROXY: 'example:8443' }, through],
  ['https://api.example', { HTTPS_PROXY: proxy, NO_PROXY: 'example:443' }, undefined],
  [
    'https://api.example',
    { HTTPS_PROXY: 'https://proxy.example' },
    expect.stringContaining('HTTPS_PROXY names no proxy'),
  ],
  ['nonsense', { HTTPS_PROXY: proxy }, undefined],
])('%s with %j', (url, env, expected) => {
  expect(found(url, env)).toEqual(expected);
});

test('a proxy that opens no way is told, and nothing of the request reaches it', async () => {
  let seen = '';
  const server = createServer((socket) => {
    socket.on('data', (part) => {
      seen += part.toString();
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const transport = httpTransport({ url: 'https://api.example', token: 'T', proxy: { host: '127.0.0.1', port } });
  await expect(transport.send({ method: 'GET', path: '/v1/project' })).rejects.toThrow(
    `the proxy opens no way there: status 407. It was asked through the proxy 127.0.0.1:${port}`,
  );
  await new Promise((done) => server.close(done));
  expect(seen).toMatch(/^CONNECT api\.example:443 HTTP\/1\.1\r\n/);
  expect(seen).not.toMatch(/aivenv1|v1\/project/);
});
