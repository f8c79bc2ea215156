import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { at } from '../../../src/domain/testing';
import { StoreExistsError, StoreFormatError, StoreReplacedError, type Registry } from '../../../src/registry';
import {
  createEmbedded,
  openEmbeddedClient,
  openEmbeddedRegistry,
  readFoundingNote,
  type WorldFile,
} from '../../../src/registry/embedded';
import { aGrant } from '../server/a-server';
import { defaultWorld } from '../default-world';

const wallClock = { now: () => at('2026-11-20T08:00:00Z') };
const world: WorldFile = {
  ...defaultWorld,
  profile: 'instant',
  services: [{ service: 'demo/orders', type: 'pg', plan: 'business-4', createdAt: '-3d' }],
};
const refusedWorld: WorldFile = {
  ...world,
  services: [...(world.services ?? []), { service: 'demo/b', type: 'pg', plan: 'no-plan', createdAt: '-1d' }],
};

describe('the founding of a registry', () => {
  let folder: string;
  const path = () => join(folder, 'registry.db');
  let made = 0;
  const found = (part: Partial<Parameters<typeof createEmbedded>[0]> = {}): Registry =>
    createEmbedded({ path: path(), wallClock, world, seed: 's', id: `r${(made += 1)}`, ...part });
  const names = (registry: Registry) => registry.services('demo')?.map(({ facts: { service } }) => service);
  const drafts = () => readdirSync(folder).filter((name) => name.includes('founding'));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forkcast-founding-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('leaves one file, which only its owner may read, whatever the umask', () => {
    const before = process.umask(0);
    try {
      found().close();
    } finally {
      process.umask(before);
    }
    expect(drafts()).toEqual([]);
    for (const name of readdirSync(folder))
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  });

  test('that is refused leaves nothing where there was nothing, but a key that another one may have taken by now', () => {
    expect(() => found({ world: refusedWorld })).toThrow('no-plan');
    expect(readdirSync(folder)).toEqual(['registry.db.key']);
  });

  test('that is refused leaves the registry that was there, with its tokens, and whoever has it open goes on', () => {
    const before = found({ founding: 'first' });
    before.execute({ type: 'CreateToken', grant: aGrant('secret') });
    before.execute({ type: 'TerminateService', project: 'demo', service: 'orders' });
    expect(() => found({ world: refusedWorld, replace: true, founding: 'second' })).toThrow('no-plan');
    expect(names(before)).toEqual([]);
    expect(before.tokens()).toHaveLength(1);
    expect(readFoundingNote(path())).toBe('first');
    before.close();
  });

  test('is not done over a registry by itself, nor over what is none', () => {
    found().close();
    expect(() => found()).toThrow(StoreExistsError);
    writeFileSync(join(folder, 'notes.txt'), 'These are notes, and no registry.');
    for (const replace of [false, true]) {
      expect(() => found({ path: join(folder, 'notes.txt'), replace })).toThrow(StoreFormatError);
    }
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toContain('notes');
  });

  test('is done in an empty file, as a founding that was cut off leaves it', () => {
    writeFileSync(path(), '');
    const registry = found();
    expect(names(registry)).toEqual(['orders']);
    registry.close();
  });

  test('in the place of another keeps its tokens as they were, ended ones among them, and nothing else', () => {
    const before = found();
    before.execute({ type: 'CreateToken', grant: aGrant('one', { description: 'kept' }) });
    before.execute({ type: 'CreateToken', grant: aGrant('two') });
    before.execute({ type: 'RevokeToken', id: before.tokens()[1]?.id ?? '' });
    before.execute({ type: 'CreateDatabase', project: 'demo', service: 'orders', database: 'extra' });
    const tokens = before.tokens();
    before.close();
    const after = found({ replace: true });
    expect(after.tokens()).toEqual(tokens);
    expect(after.findService({ project: 'demo', service: 'orders' })?.databases).toEqual(['defaultdb']);
    after.close();
  });

  test('in the place of one that others have open is noticed by their next look or write', async () => {
    const before = found();
    const client = openEmbeddedClient({ path: path(), wallClock, defer: setImmediate, pause });
    expect(await client.listServices('demo')).toHaveLength(1);
    found({ replace: true, world: defaultWorld }).close();
    expect(() => before.status()).toThrow(StoreReplacedError);
    expect(() => before.head()).toThrow(StoreReplacedError);
    expect(() => before.execute({ type: 'AdvanceClock', byMs: 1 })).toThrow(StoreReplacedError);
    expect(await client.listServices('demo')).toEqual([]);
    await client.createService('demo', { service_name: 'a', service_type: 'pg', plan: 'startup-4', user_config: {} });
    const now = openEmbeddedRegistry({ path: path(), wallClock });
    expect(names(now)).toEqual(['a']);
    for (const registry of [now, before, client]) registry.close();
  });

  test('a file that is removed, or another one moved to its place, is noticed too', async () => {
    const before = found();
    const client = openEmbeddedClient({ path: path(), wallClock, defer: setImmediate, pause });
    expect(await client.listServices('demo')).toHaveLength(1);
    rmSync(path());
    expect(() => before.execute({ type: 'AdvanceClock', byMs: 1 })).toThrow(StoreReplacedError);
    await expect(client.listServices('demo')).rejects.toMatchObject({ code: 'FC_REGISTRY_UNREACHABLE' });
    for (const open of [before, client]) open.close();
  });
});
