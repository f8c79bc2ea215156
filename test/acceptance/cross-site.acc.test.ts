import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Sight, whenBrowser } from './a-browser';

/** A page of another origin, on this machine, that tries all that needs no leave of the browser; what it could read is its title. */
const attack = (registry: string): string => `<!doctype html><title>trying</title><script>
  const tries = [];
  const read = (answer) => answer.text().then((text) => 'read ' + text.length);
  const ask = (path, init) => fetch(${JSON.stringify(registry)} + path, init).then(read).catch(() => 'nothing');
  const plain = (mode, type) => ({ method: 'POST', mode, headers: { 'content-type': type }, body: '{"by_ms":3600000}' });
  for (const path of ['/v1/forkcast/clock/advance', '/v1/forkcast/clock/advance?x=1'])
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json'])
      for (const mode of ['no-cors', 'cors']) tries.push(ask(path, plain(mode, type)));
  tries.push(ask('/v1/project', {}), ask('/v1/project/prod/service', { mode: 'no-cors' }), ask('/v1/forkcast/token', {}));
  tries.push(ask('/v1/project/prod/service/orders-pg', { method: 'DELETE' }), ask('/v1/forkcast/clock', { method: 'PUT', body: '{}' }));
  navigator.sendBeacon(${JSON.stringify(registry)} + '/v1/forkcast/clock/advance', '{"by_ms":3600000}');
  const form = Object.assign(document.createElement('form'), { method: 'post', enctype: 'text/plain', target: 'frame' });
  form.action = ${JSON.stringify(registry)} + '/v1/forkcast/clock/advance';
  form.append(Object.assign(document.createElement('input'), { name: '{"by_ms":3600000,"x":"', value: '"}' }));
  document.documentElement.append(Object.assign(document.createElement('iframe'), { name: 'frame' }), form);
  form.submit();
  Promise.all(tries).then((all) => { document.title = [...new Set(all)].sort().join(', '); });
</script>`;

const sight = new Sight();
beforeAll(() => sight.open());
afterAll(() => sight.close());

/** Where the clock stands: the world of the demo has one that stands still. */
const clock = async (): Promise<unknown> => await (await fetch(`${sight.url}/v1/forkcast/clock`)).json();

describe('a page of another origin, in a browser on the machine of a registry without a token', () => {
  whenBrowser.each(['127.0.0.1', 'localhost', 'evil.localhost'])(
    'from %s changes nothing and reads nothing',
    async (host) => {
      const before = await clock();
      const served = createServer((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end(attack(sight.url));
      });
      await new Promise<void>((done) => served.listen(0, '127.0.0.1', done));
      const page = await sight.page('/');
      await page.goto(`http://${host}:${String((served.address() as AddressInfo).port)}/`);
      await page.waitForFunction("document.title !== 'trying'");
      // An answer that a page may not look into has a length of 0 for it.
      expect((await page.title()).split(', ').filter((told) => !['nothing', 'read 0'].includes(told))).toEqual([]);
      await new Promise((done) => setTimeout(done, 300));
      expect(await clock()).toEqual(before);
      const advance = { method: 'POST', body: '{"by_ms":3600000}' };
      expect((await fetch(`${sight.url}/v1/forkcast/clock/advance`, advance)).status).toBe(200);
      expect(await clock()).not.toEqual(before);
      await page.context().close();
      served.closeAllConnections();
      await new Promise((done) => served.close(done));
    },
  );
});
