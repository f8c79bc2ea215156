import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpTransport, simulatorHeader, type ApiRequest } from '../../../src/api';
import { serveRegistry, type RunningServer, type ServeOptions } from '../../../src/registry/main';
import { aCreate, aWorld } from '../world';

const orders = '/v1/project/demo/service/orders';

describe('a second listener, beside one that is strict', () => {
  const running: RunningServer[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.close()));
  });

  const serve = async (options: Partial<ServeOptions> = {}) => {
    const world = aWorld();
    world.run(aCreate());
    const server = await serveRegistry({
      ...{ served: { current: () => world.registry }, host: '127.0.0.1', port: 0, control: 0, strictVendor: true },
      ...{ log: undefined, now: () => world.wall.now(), ...options },
    });
    running.push(server);
    return { world, url: server.url, control: server.controlUrl ?? '' };
  };

  const ask = (url: string, request: ApiRequest) => httpTransport({ url, token: 'any' }).send(request);

  test('has what the first one does not tell: the clock, faults and ledgers, and that it is a simulator', async () => {
    const { url, control } = await serve();
    expect(control).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    for (const path of ['/v1/forkcast/clock', '/v1/forkcast/fault']) {
      expect([path, (await ask(url, { method: 'GET', path })).status]).toEqual([path, 404]);
      expect([path, (await ask(control, { method: 'GET', path })).status]).toEqual([path, 200]);
    }
    const [strict, whole] = await Promise.all([fetch(`${url}${orders}`), fetch(`${control}${orders}`)]);
    expect([strict.headers.has(simulatorHeader), whole.headers.has(simulatorHeader)]).toEqual([false, true]);
    expect(await strict.text()).not.toContain('"forkcast"');
    expect(await whole.text()).toContain('"forkcast"');
  });

  test('steers the same registry: faults that are set at it happen at the first, and its clock is that of both', async () => {
    const { world, url, control } = await serve();
    const body = { error_rate: 1, error_status: 503, operations: ['ServiceGet'] };
    expect((await ask(control, { method: 'PUT', path: '/v1/forkcast/fault', body })).status).toBe(200);
    expect((await fetch(`${url}${orders}`)).status).toBe(503);
    expect((await ask(control, { method: 'DELETE', path: '/v1/forkcast/fault' })).status).toBe(200);
    expect((await fetch(`${url}${orders}`)).status).toBe(200);
    const before = world.now();
    const advance = { method: 'POST', path: '/v1/forkcast/clock/advance', body: { by_ms: 86_400_000 } } as const;
    expect([(await ask(url, advance)).status, world.now()]).toEqual([404, before]);
    expect([(await ask(control, advance)).status, world.now()]).toEqual([200, before + 86_400_000]);
  });

  test('is not there unless it is asked for', async () => {
    const { control } = await serve({ control: undefined });
    expect(control).toBe('');
  });

  test('that cannot have its port leaves neither of them behind', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    await expect(serve({ control: port })).rejects.toThrow(/EADDRINUSE/u);
    expect(running).toEqual([]);
    await new Promise((resolve) => taken.close(resolve));
  });
});
