import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkcastProvider } from '../../src/provider/forkcast-provider';
import { inProcess, startProvider } from '../provider/protocol/caller';
import { openClient } from '../provider/protocol/client';
import { repositoryRoot } from '../source-tree';

const file = join(repositoryRoot, 'dist/bin/terraform-provider-forkcast.js');
const nothing = new Uint8Array(0);

const inCache = async (work: (home: string) => Promise<void>): Promise<void> => {
  const home = mkdtempSync(join(tmpdir(), 'forkcast-start-'));
  try {
    await work(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

const start = (home: string) => startProvider(file, { env: { XDG_CACHE_HOME: home, HOME: home } });

/** A process that is asked for a plan, and told to end. */
const planned = async (home: string): Promise<unknown> => {
  const provider = await start(home);
  const core = await openClient(provider);
  await core.configure({ registry: `sqlite:${join(home, 'registry.db')}`, project: 'demo' });
  const config = { service_name: 'plain', service_type: 'pg', plan: 'business-4' };
  const { planned: object } = await core.plan('forkcast_service', config, null);
  await provider.call('/plugin.GRPCController/Shutdown', nothing);
  expect(await provider.ended).toBe(0);
  return object;
};

const kept = (home: string): readonly string[] => {
  try {
    return readdirSync(join(home, 'forkcast'));
  } catch {
    return [];
  }
};

describe('the installed file of the provider', () => {
  test('leaves room below its bar of 1 MB for what is still to come', () => {
    expect(statSync(file).size).toBeLessThan(960_000);
  });

  test('answers for its schemas what the program answers, without loading it', () =>
    inCache(async (home) => {
      const program = inProcess(
        forkcastProvider({
          environment: () => undefined,
          drawId: () => 'drawn-id-1',
          connect: () => {
            throw new RangeError('A schema opens no registry.');
          },
        }),
      );
      const provider = await start(home);
      for (const name of ['GetProviderSchema', 'GetResourceIdentitySchemas']) {
        const method = `/tfplugin6.Provider/${name}`;
        const [answered, expected] = [await provider.call(method, nothing), await program.call(method, nothing)];
        expect(Buffer.compare(answered, expected)).toBe(0);
      }
      await provider.close();
      expect(kept(home)).toEqual([]);
    }));

  test('keeps the code of its program for the next process of the same user, which plans the same', () =>
    inCache(async (home) => {
      const first = await planned(home);
      const [name = '', ...others] = kept(home);
      expect([name, others]).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.code$/), []]);
      const code = statSync(join(home, 'forkcast', name));
      expect(code.mode & 0o777).toBe(0o600);
      expect(await planned(home)).toEqual(first);
      expect(statSync(join(home, 'forkcast', name)).mtimeMs).toBe(code.mtimeMs);
      writeFileSync(join(home, 'forkcast', name), 'damaged');
      expect(await planned(home)).toEqual(first);
      expect(statSync(join(home, 'forkcast', name)).size).toBeGreaterThan(code.size / 2);
    }));

  test('works where nothing can be kept', () =>
    inCache(async (home) => {
      mkdirSync(join(home, 'forkcast'), { mode: 0o700 });
      chmodSync(join(home, 'forkcast'), 0o755);
      expect(await planned(home)).toMatchObject({ service_name: 'plain' });
      expect(kept(home)).toEqual([]);
    }));

  test('calls the errors of its program, whose names are shortened, as the source does', () => {
    const text = readFileSync(file, 'latin1');
    const named = [...text.matchAll(/\bstatic name="(\w+)"/g)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(['RegistryUnreachableError', 'ValueError', 'WireError']));
  });
});
