import type { ServiceBody } from '../../src/api';
import { aFork } from '../../src/domain/testing';
import { leftBehind } from '../../src/cli/unmanaged';

const aBody = (
  service_name: string,
  origin: { readonly stack: string; readonly path: string } | null,
): ServiceBody => ({
  service_name,
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'aws-eu-central-1',
  state: 'RUNNING',
  create_time: '2026-11-20T08:00:00Z',
  update_time: '2026-11-20T08:00:00Z',
  user_config: {},
  termination_protection: false,
  disk_space_mb: 0,
  node_count: 2,
  service_uri: null,
  backups: [],
  tags: {},
  service_integrations: [],
  databases: [],
  users: [],
  forkcast: {
    incarnation: 1,
    running_at: null,
    first_backup_at: null,
    now: '2026-11-20T08:00:00Z',
    clock_frozen: true,
    progress_percent: null,
    progress_phase: null,
    origin: origin === null ? null : { ...origin, fingerprint: 'f', latest_transaction: false },
    lineage: null,
    manifest: null,
    fork_digest: null,
  },
});

const declared = [aFork({ stack: 'demo', address: 'demo/fork', serviceName: 'pg-fork' })];

describe('leftBehind', () => {
  test('finds what a stack made and no longer declares, and what a stack that is gone made', () => {
    const found = leftBehind(declared, 'demo', [
      aBody('old-fork', { stack: 'demo', path: 'demo/old' }),
      aBody('other-fork', { stack: 'other', path: 'other/fork' }),
    ]);
    expect(found.map(({ service, path, why }) => [service.service_name, path, why])).toEqual([
      ['old-fork', 'demo/old', 'stack demo no longer declares it'],
      ['other-fork', 'other/fork', 'stack other is not in this output'],
    ]);
  });

  test('leaves alone what is declared, what moved to another path, and what nobody declared', () => {
    const services = [
      aBody('renamed', { stack: 'demo', path: 'demo/fork' }),
      aBody('pg-fork', { stack: 'demo', path: 'demo/moved' }),
      aBody('by-hand', null),
    ];
    expect(leftBehind(declared, 'demo', services)).toEqual([]);
  });
});
