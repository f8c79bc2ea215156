import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { build } from 'esbuild';
import { encodePem, makeServerIdentity } from '../../src/provider/protocol/certificate';

const folder = mkdtempSync(join(tmpdir(), 'network-'));
const { key, certificate } = makeServerIdentity(Date.now());
const cert = encodePem(certificate);
const [ca, program] = [join(folder, 'ca.pem'), join(folder, 'ask.cjs')];
const account = createTlsServer({ key, cert }, (request, response) => {
  response.end(JSON.stringify({ asked: request.url, token: request.headers.authorization }));
});
/** Ways that were opened, and whatever else came. */
const [ways, others]: [string[], string[]] = [[], []];
const ends = new Set<Duplex>();
const proxy = createServer((request, response) => {
  others.push(`${request.method} ${request.url}`);
  response.writeHead(403).end();
});
proxy.on('connect', (request, socket, head) => {
  ways.push(`${request.url} ${request.headers['proxy-authorization']}`);
  const upstream = connect(portOf(account), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  for (const end of [upstream, socket]) {
    end.on('error', () => undefined);
    ends.add(end);
  }
});

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

beforeAll(async () => {
  writeFileSync(ca, cert);
  const contents = `
    import { findProxy, httpTransport } from './src/api';
    const [url, proxied] = process.argv.slice(2);
    const proxy = findProxy(proxied, (name) => process.env[name]);
    httpTransport({ url, token: 'T', proxy }).send({ method: 'GET', path: '/v1/project' })
      .then(({ body }) => console.log(JSON.stringify(body)), (error) => console.log(error.message));`;
  const stdin = { contents, resolveDir: process.cwd(), loader: 'ts' as const };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, platform: 'node', format: 'cjs' });
  writeFileSync(program, outputFiles[0]?.text ?? '');
  for (const server of [account, proxy]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  // A server lets go of what asked for a way.
  for (const end of ends) end.destroy();
  for (const server of [account, proxy]) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  rmSync(folder, { recursive: true });
});

/** What a process of its own is answered; `proxied`: the host for which it looks up the proxy. */
const asked = (proxied: string, env: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((resolve) => {
    const url = `https://localhost:${portOf(account)}`;
    const child = spawn(process.execPath, [program, url, proxied], { env: { PATH: process.env['PATH'], ...env } });
    let text = '';
    child.stdout.on('data', (part: Buffer) => (text += part.toString()));
    child.on('close', () => resolve(text.trim()));
  });

const answer = JSON.stringify({ asked: '/v1/project', token: 'aivenv1 T' });

test('a certificate of an authority of one`s own is trusted by NODE_EXTRA_CA_CERTS, and not without it', async () => {
  expect(await asked('https://localhost', { NODE_EXTRA_CA_CERTS: ca })).toBe(answer);
  expect(await asked('https://localhost', {})).toContain('self-signed certificate');
  expect(ways).toEqual([]);
});

test('what goes through HTTPS_PROXY is a tunnel that ends at the account: the proxy sees a name, and its own login', async () => {
  const env = { HTTPS_PROXY: `http://user:word@127.0.0.1:${portOf(proxy)}` };
  expect(await asked('https://api.example', { ...env, NODE_EXTRA_CA_CERTS: ca })).toBe(answer);
  expect(await asked('https://api.example', env)).toContain('self-signed certificate');
  expect(await asked('https://api.example', { ...env, NODE_EXTRA_CA_CERTS: ca, NO_PROXY: '.example' })).toBe(answer);
  const way = `localhost:${portOf(account)} Basic dXNlcjp3b3Jk`;
  expect([[...new Set(ways)], others]).toEqual([[way], []]);
});
