import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sweep } from '../../../src/provider/protocol/socket';
import { bundleStandIn } from '../null-provider/bundle';
import { firstLine, startProvider, StatusError } from './caller';
import { openClient } from './client';

const folder = mkdtempSync(join(tmpdir(), 'forkcast-protocol-'));
const file = join(folder, 'provider.js');

beforeAll(() => bundleStandIn(file));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a provider started as Terraform starts it', () => {
  test('prints one line with protocol 6, its socket and a certificate without padding', async () => {
    const provider = await startProvider(file);
    expect(provider.line).toMatch(/^1\|6\|unix\|\/[^|]+\/s\|grpc\|[A-Za-z0-9+/]{200,}\n$/);
    await provider.close();
  });

  test.each([true, false])('makes and reads an object over the wire, with TLS: %s', async (withTls) => {
    const provider = await startProvider(file, { tls: withTls });
    const client = await openClient(provider);
    await client.configure();
    const made = await client.change('null_resource', { triggers: { a: '1' } }, null);
    expect(made).toMatchObject({ action: 'create', faults: [], state: { value: { triggers: { a: '1' } } } });
    await client.close();
  });

  test.each(['another', 'none'] as const)(
    'refuses a client that shows %s of the certificates announced',
    async (shows) => {
      const provider = await startProvider(file, { shows });
      await expect(openClient(provider)).rejects.toThrow();
      expect(provider.child.exitCode).toBeNull();
      await provider.close();
    },
  );

  test.each([
    ['another', 'TLSv1.3'],
    ['another', 'TLSv1.2'],
    ['none', 'TLSv1.3'],
    ['none', 'TLSv1.2'],
  ] as const)('runs no call of a client that shows %s of the certificates announced, over %s', async (shows, tls) => {
    const provider = await startProvider(file);
    for (let round = 0; round < 12; round += 1) {
      const stranger = provider.connect(shows, tls);
      // Over TLS 1.3 the request comes in the flight that ends the handshake.
      await expect(stranger.call('/plugin.GRPCController/Shutdown', new Uint8Array(0))).rejects.toThrow();
      await stranger.close();
    }
    await expect(openClient(provider)).resolves.toBeDefined();
    expect(provider.child.exitCode).toBeNull();
    await provider.close();
  });

  test('leaves nothing when it is killed while it works, and is not found any more by others', async () => {
    const provider = await startProvider(file);
    await openClient(provider);
    expect(existsSync(dirname(provider.socketPath))).toBe(false);
    await provider.close();
  });

  test('takes away what providers left that were killed before their first call', async () => {
    const here = { env: { TMPDIR: tmpdir() } };
    const left = await startProvider(file, here);
    const folder = dirname(left.socketPath);
    await left.close();
    expect(existsSync(folder)).toBe(true);
    const [living, young] = [await startProvider(file, here), mkdtempSync(join(tmpdir(), 'fcast-'))];
    for (const one of [folder, dirname(living.socketPath)]) utimesSync(one, 0, 0);
    await sweep(Date.now());
    expect([folder, dirname(living.socketPath), young].map(existsSync)).toEqual([false, true, true]);
    rmSync(young, { recursive: true });
    await living.close();
    rmSync(dirname(living.socketPath), { recursive: true });
  });

  test('answers UNIMPLEMENTED to a method it does not know', async () => {
    const provider = await startProvider(file);
    const call = provider.call('/tfplugin6.Provider/NoSuchMethod', new Uint8Array(0));
    await expect(call).rejects.toMatchObject(new StatusError(12, 'unknown method /tfplugin6.Provider/NoSuchMethod'));
    await provider.close();
  });

  test('ends at once on Shutdown, after its answer, and leaves no socket', async () => {
    const provider = await startProvider(file);
    await expect(provider.call('/plugin.GRPCController/Shutdown', new Uint8Array(0))).resolves.toHaveLength(0);
    await expect(provider.ended).resolves.toBe(0);
    expect(existsSync(provider.socketPath)).toBe(false);
  });

  test('stays when Ctrl-C reaches its process group', async () => {
    const provider = await startProvider(file);
    provider.child.kill('SIGINT');
    provider.child.kill('SIGTERM');
    await expect(openClient(provider)).resolves.toBeDefined();
    await provider.close();
  });

  test('is refused by hand, with a word of what it is', () => {
    const child = spawn(process.execPath, [file], { stdio: 'ignore', env: {} });
    return expect(new Promise((resolve) => child.on('close', resolve))).resolves.toBe(1);
  });

  test('ends when the process that started it was killed', async () => {
    const stdio = "{ stdio: ['ignore', 'inherit', 'ignore'] }";
    const script = `require('child_process').spawn(process.execPath, [${JSON.stringify(file)}], ${stdio})`;
    const env = {
      ...process.env,
      NODE_EXTRA_CA_CERTS: '',
      TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
    };
    const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'], env });
    const served = await firstLine(parent);
    // The provider holds the pipe too: it closes when both have ended.
    const closed = new Promise((resolve) => parent.stdout.on('close', () => resolve('ended')));
    parent.kill('SIGKILL');
    await expect(closed).resolves.toBe('ended');
    expect(existsSync(served.split('|')[3] ?? '')).toBe(false);
  });
});

describe('a resident provider', () => {
  test('prints how to reach it, serves several commands, and ends on SIGTERM', async () => {
    const child = spawn(process.execPath, [file, '--resident'], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
    const printed: unknown = JSON.parse(await firstLine(child));
    expect(printed).toMatchObject({
      'registry.terraform.io/hashicorp/null': { Protocol: 'grpc', ProtocolVersion: 6, Pid: child.pid, Test: true },
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGTERM');
    await expect(ended).resolves.toBe(0);
  });
});
