import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSnapshot, serviceKey } from '../../../src/domain';
import { at } from '../../../src/domain/testing';
import { openEmbeddedRegistry } from '../../../src/registry/embedded/open-embedded';

/** A registry and a snapshot as version 0.1.0 wrote them: `source-pg`, and `pg-fork` with a row of its own. */
const kept = join(__dirname, '../../golden/kept/0.1.0');
const fork = { project: 'demo', service: 'pg-fork' };
const me = { id: 'owner-of-mine', label: { stack: 'acme', path: 'acme/fork' } };

describe('the registry file of release 0.1.0', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-kept-'));
  const path = join(folder, 'registry.db');
  copyFileSync(join(kept, 'registry.db'), path);
  const open = () => openEmbeddedRegistry({ path, wallClock: { now: () => at('2026-11-26T08:00:00Z') } });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds what it held, and nobody ever held its services', () => {
    const registry = open();
    expect(registry.contents(fork)?.rows.map(({ key }) => key)).toEqual(['customer-17', 'customer-18']);
    expect(registry.findService(fork)?.facts.ownership).toEqual({ state: 'never' });
    registry.close();
  });

  test('takes owners: of services that it has, and makers of new ones', () => {
    const registry = open();
    const claim = { type: 'UpdateService', ...fork, owner: { ...me, by: null }, expect: { owner: 'never' } } as const;
    expect(registry.execute(claim).kind).toBe('accepted');
    const made = registry.execute({
      type: 'CreateService',
      project: 'demo',
      service: 'second',
      serviceType: 'pg',
      plan: 'business-4',
      userConfig: {},
      owner: { ...me, id: 'owner-of-second', making: true, by: null },
    });
    expect(made.kind).toBe('accepted');
    registry.close();
    const again = open();
    expect(again.findService(fork)?.facts.ownership).toMatchObject({ state: 'held', owner: me });
    expect(again.findService({ ...fork, service: 'second' })?.facts.ownership).toMatchObject({
      state: 'making',
      fresh: true,
    });
    expect(again.contents(fork)?.rows).toHaveLength(2);
    again.close();
  });
});

test('the snapshot of release 0.1.0 is read, and tells nothing of owners', () => {
  const facts = parseSnapshot(JSON.parse(readFileSync(join(kept, 'facts.json'), 'utf8')), 'facts:facts.json');
  const service = facts.services.get(serviceKey(fork));
  expect(service?.lineage?.sourceService).toBe('source-pg');
  expect(service?.ownership).toBeUndefined();
});
