import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, RegistryUnreachableError } from '../../../src/api';
import { at } from '../../../src/domain/testing';
import { createEmbedded, openEmbeddedRegistry } from '../../../src/registry/embedded';
import { openEmbedded } from '../embedded-transport';
import { defaultWorld } from '../default-world';

const wallClock = { now: () => at('2026-11-20T08:00:00Z') };

describe('an embedded registry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-embedded-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is made once, and opened by the first request', async () => {
    const path = join(folder, 'deep', 'registry.db');
    createEmbedded({ path, wallClock, world: defaultWorld, seed: 's', id: 'i' }).close();
    expect(() => createEmbedded({ path, wallClock, world: defaultWorld, seed: 's', id: 'i' })).toThrow('already');
    const client = createClient(openEmbedded({ path, wallClock }));
    expect(client.target).toBe(`sqlite:${path}`);
    await client.createService('demo', { service_name: 'a', service_type: 'pg', plan: 'startup-4', user_config: {} });
    client.close();
    const registry = openEmbeddedRegistry({ path, wallClock });
    expect(registry.facts()).toMatchObject({ origin: `sqlite:${path}` });
    expect(registry.services('demo')).toHaveLength(1);
    registry.close();
  });

  test('that is not there is told with the remedy, and nothing is made', async () => {
    const path = join(folder, 'nowhere.db');
    const client = createClient(openEmbedded({ path, wallClock }));
    const asked = client.status();
    await expect(asked).rejects.toMatchObject({ code: 'FC_REGISTRY_UNREACHABLE', exitCode: 3 });
    await expect(asked).rejects.toThrow('forkcast registry init');
    expect(() => openEmbeddedRegistry({ path, wallClock })).toThrow('forkcast registry init');
    client.close();
  });

  test('that is something else is not touched', () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'These are notes, and no registry.');
    expect(() => openEmbeddedRegistry({ path, wallClock })).toThrow(RegistryUnreachableError);
  });
});
