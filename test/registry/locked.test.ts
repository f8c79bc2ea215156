import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedClient, openEmbeddedRegistry, openEngineClient } from '../../src/registry/embedded';
import { createFaults, createServer } from '../../src/registry/http/server';
import { createEmbedded } from '../../src/registry/embedded';
import { backupSqlite } from '../../src/registry';
import { openDatabase, type Connection } from '../../src/registry/store/driver';
import { operations } from '../../src/api';
import { defaultWorld } from './default-world';

const wallClock = { now: () => Date.parse('2026-11-26T08:00:00Z') };
const pg = (service_name: string) => ({ service_name, service_type: 'pg', plan: 'business-4' });

describe('a registry whose file another process has locked', () => {
  let folder: string;
  let path: string;
  let holder: Connection;
  /** How often the work that is tested has paused, and when the lock is given up in the course of it. */
  let pauses: number[];
  let givenUpAfter: number;
  const pause = (ms: number): Promise<void> => {
    pauses.push(ms);
    if (pauses.length === givenUpAfter) release();
    return Promise.resolve();
  };
  const release = (): void => {
    if (holder.isTransaction) holder.exec('ROLLBACK');
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forkcast-locked-'));
    path = join(folder, 'registry.db');
    createEmbedded({ path, wallClock, world: { ...defaultWorld, profile: 'instant' }, seed: 's', id: 'i' }).close();
    [pauses, givenUpAfter] = [[], Infinity];
    holder = openDatabase(path);
    holder.exec('BEGIN IMMEDIATE');
  });
  afterEach(() => {
    release();
    holder.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each([
    ['a process that does one thing', openEngineClient],
    ['one that does many', openEmbeddedClient],
  ])('asked by %s', (_who, open) => {
    const client = () => open({ path, wallClock, pause, defer: (work) => void setImmediate(work) });

    test('is read at once, and written once the lock is gone', async () => {
      const asked = client();
      expect(await asked.listServices('demo')).toEqual([]);
      expect(pauses).toEqual([]);
      givenUpAfter = 8;
      await asked.createService('demo', pg('orders'));
      expect(pauses).toEqual([1, 2, 5, 10, 20, 50, 50, 50]);
      expect((await asked.listServices('demo')).map(({ service_name: name }) => name)).toEqual(['orders']);
      asked.close();
    });

    test('says after 25 s who may hold it, and has done nothing', async () => {
      const asked = client();
      const made = asked.createService('demo', pg('orders'));
      await expect(made).rejects.toMatchObject({ exitCode: 3, code: 'FC_REGISTRY_UNREACHABLE' });
      const holderName = process.platform === 'linux' ? `process ${process.pid} \\(` : 'another process';
      await expect(made).rejects.toThrow(
        new RegExp(`was locked by ${holderName}.* for 25\\.\\d+ s: nothing was done\\. .*database shell`),
      );
      expect(await asked.listServices('demo')).toEqual([]);
      asked.close();
    });
  });

  test('is read when it cannot be opened at first', async () => {
    release();
    holder.close();
    // A file that no connection has had open: one whose statements are still in memory would share it.
    const copy = join(folder, 'copy.db');
    backupSqlite(path, copy);
    holder = openDatabase(copy);
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const asked = openEngineClient({
      path: copy,
      wallClock,
      pause: async (ms) => {
        await pause(ms);
        if (pauses.length === 3) {
          release();
          holder.close();
          holder = openDatabase(copy);
        }
      },
    });
    expect(await asked.listServices('demo')).toEqual([]);
    expect(pauses).toHaveLength(3);
    asked.close();
  });

  describe('and that is served', () => {
    const served = () => {
      const registry = openEmbeddedRegistry({ path, wallClock }, 0);
      const server = createServer({
        served: { current: () => registry },
        wallClock,
        faults: createFaults(),
        defer: (work) => void setImmediate(work),
        pause,
        longestWaitMs: 10_000,
        loopback: true,
        log: undefined,
        runId: 'test',
      });
      const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload: object = {}) => {
        const answer = await server.inject({ method, url, ...(method === 'GET' ? {} : { payload }) });
        return { status: answer.statusCode, retryAfter: answer.headers['retry-after'], body: answer.payload };
      };
      return { ask, close: () => registry.close() };
    };
    const services = '/v1/project/demo/service';

    test('writes once the lock is gone, and answers what reads meanwhile without a pause', async () => {
      const { ask, close } = served();
      const write = ask('POST', services, pg('orders'));
      expect(await ask('GET', '/health')).toMatchObject({ status: 200 });
      expect(await ask('GET', services)).toMatchObject({ status: 200, body: '{"services":[]}' });
      givenUpAfter = pauses.length + 5;
      expect(await write).toMatchObject({ status: 200 });
      expect((await ask('GET', services)).body).toContain('"orders"');
      close();
    });

    test('answers 503 after 10 s, says who may hold it, and has done nothing', async () => {
      const { ask, close } = served();
      const { status, retryAfter, body } = await ask('POST', services, pg('orders'));
      expect([status, retryAfter]).toEqual([503, '1']);
      expect(body).toMatch(/Another process .* database shell .* Send the request again\./);
      expect(body).not.toContain(folder);
      const waitedMs = pauses.reduce((sum, ms) => sum + ms, 0);
      expect(waitedMs).toBeGreaterThanOrEqual(10_000);
      expect(waitedMs).toBeLessThan(10_100);
      release();
      expect(await ask('GET', services)).toMatchObject({ body: '{"services":[]}' });
      close();
    });

    test('is asked without a pause by every operation that only reads, whatever its method', async () => {
      const { ask, close } = served();
      const reading = operations.filter(({ onlyReads }) => onlyReads);
      expect(reading.filter(({ method }) => method === 'POST').map(({ id }) => id)).toEqual([
        'ServiceBackupToAnotherRegionReport',
        'UserAuth',
        'ForkPreview',
        'ForkRequestText',
        'ForkJudge',
        'ServiceKafkaTopicListV2',
        'ServiceMetricsFetch',
        'ProjectGetServiceLogs',
      ]);
      for (const { method, path: template } of reading) {
        const url = template.replace('{project}', 'demo').replaceAll(/\{\w+\}/g, 'orders');
        expect((await ask(method === 'GET' ? 'GET' : 'POST', url)).status).not.toBe(503);
      }
      expect(pauses).toEqual([]);
      close();
    });

    test('is ready once the lock is gone, and not before', async () => {
      const { ask, close } = served();
      expect(await ask('GET', '/ready')).toMatchObject({ status: 503, retryAfter: '1' });
      givenUpAfter = pauses.length + 2;
      expect(await ask('GET', '/ready')).toMatchObject({ status: 200 });
      close();
    });
  });
});
