import type { ApiRequest } from '../../src/api';
import { aForkConfig, aProvider, type Fault, live, replanned, service, told } from '../provider/a-provider';
import type { StoredObject } from '../provider/protocol/client';

const is =
  (method: string, path: RegExp) =>
  (request: ApiRequest): boolean =>
    request.method === method && path.test(request.path);

/** The requests of each operation, in the order made: a fault meets one of them. */
const boundaries: Readonly<Record<string, Fault['on']>> = {
  'facts read': is('GET', /snapshot/),
  'create sent': is('POST', /\/service$/),
  'service read': is('GET', /\/service\/copy$/),
  'update sent': is('PUT', /\/service\/copy$/),
  'delete sent': is('DELETE', /\/service\/copy$/),
};

const kinds: readonly Fault['kind'][] = [500, 503, 409, 'answer-lost', 'never-arrives'];

const config = aForkConfig();
const larger = { ...config, plan: 'business-8' };

describe.each(Object.entries(boundaries))('a fault when: %s', (_, on) => {
  test.each(kinds)('%s: the next apply converges, with no orphan and no taint', async (kind) => {
    const it = await aProvider();
    const settle = async (wanted: typeof config | null, from: StoredObject | null): Promise<StoredObject | null> => {
      it.fail({ on, kind });
      const command = await it.again();
      const first = await command.change(service, wanted, from).catch(() => ({ state: from, faults: [] }));
      expect(first.faults).toEqual([]);
      expect(first.state?.tainted).toBeUndefined();
      const core = await it.again();
      const read = first.state === null ? null : await core.read(service, first.state);
      const again = await core.change(service, wanted, read?.state ?? first.state);
      expect(again.faults).toEqual([]);
      expect(again.state?.tainted).toBeUndefined();
      const last = await (await it.again()).change(service, wanted, again.state);
      expect(told(last.diagnostics, 'error')).toEqual([]);
      return last.state;
    };
    const made = await settle(config, null);
    expect(live(it, 'copy')?.facts.plan).toBe('business-4');
    if (made === null) throw new RangeError('It was lost.');
    expect((await replanned(await it.again(), config, made)).plan.action).toBe('no-op');
    const changed = await settle(larger, made);
    expect(live(it, 'copy')?.facts.plan).toBe('business-8');
    expect(await settle(null, changed)).toBeNull();
    expect(live(it, 'copy')).toBeUndefined();
  });
});
