import { operations } from '../../../src/api';
import { minuteMs } from '../../../src/domain';
import { aServer, type Server } from '../a-server';
import { GoProvider, isRetried, RefusedError, type Asked } from './client';
import { service as decodeService, DecodeError } from './decode';

const source: Asked = {
  name: 'source-pg',
  type: 'pg',
  plan: 'business-4',
  cloud: 'google-europe-west1',
  userConfig: { pg_version: '17' },
};
const fork: Asked = {
  ...source,
  name: 'pg-fork',
  cloud: 'aws-eu-central-1',
  userConfig: { service_to_fork_from: 'source-pg', project_to_fork_from: 'demo' },
};

describe('the vendor`s Terraform provider', () => {
  let open: Server;
  let provider: GoProvider;
  const tick = () => open.world.advance(60_000);
  beforeEach(() => {
    open = aServer({ profile: 'realistic' });
    provider = new GoProvider(open, open.token('write', ['demo']), 'demo');
  });
  afterEach(async () => {
    await open.close();
    expect(open.bugs()).toEqual([]);
  });

  test('creates a service, waits for its first backup, and reads back what it asked', async () => {
    const made = await provider.create(source, tick);
    expect(made).toMatchObject({ plan: 'business-4', disk_space_mb: await provider.planDisk('pg', 'business-4') });
    expect(made['user_config']).toMatchObject({ pg_version: '17' });
    expect(provider.calls.slice(0, 2)).toEqual([
      'GET /v1/project/demo/service-types/pg/plans/business-4',
      'POST /v1/project/demo/service',
    ]);
    expect(await provider.backups('source-pg')).toMatchObject({ pitr: { primary_region: { pitr_range_end: null } } });
  });

  test.each(['2026-11-01T01:30:00+00:00', '2026-11-01 01:30:00', '2026-11-01T01:30:00.250Z'])(
    'forks at %s, and the keys that force a replacement come back byte for byte, also after an update',
    async (recovery_target_time) => {
      await provider.create(source, tick);
      open.world.advance(180 * minuteMs);
      const keys = { ...fork.userConfig, recovery_target_time };
      const made = await provider.create({ ...fork, userConfig: keys }, tick);
      expect(made['user_config']).toMatchObject(keys);
      const updated = await provider.update({ ...fork, plan: 'business-8', userConfig: { backup_hour: 4 } }, tick);
      expect(updated['user_config']).toMatchObject({ ...keys, backup_hour: 4, pg_version: '17' });
      expect(updated['plan']).toBe('business-8');
    },
  );

  test('does not hand the fork keys of a source down to its fork', async () => {
    await provider.create(source, tick);
    await provider.create(fork, tick);
    const second = { ...fork, name: 'second', userConfig: { service_to_fork_from: 'pg-fork' } };
    const { user_config: settings } = await provider.create(second, tick);
    expect(settings).toMatchObject({ service_to_fork_from: 'pg-fork' });
    expect(settings).not.toHaveProperty('project_to_fork_from');
    expect(settings).not.toHaveProperty('recovery_target_time');
  });

  test('asks before it upgrades, and upgrades', async () => {
    await provider.create(source, tick);
    const { user_config: settings } = await provider.update({ ...source, userConfig: { pg_version: '18' } }, tick);
    expect(settings).toMatchObject({ pg_version: '18' });
    await expect(provider.update({ ...source, userConfig: { pg_version: '16' } }, tick)).rejects.toThrow(
      /upgrade refused: Service source-pg runs version 18/,
    );
  });

  test('powers a service on again with any update', async () => {
    await provider.create(source, tick);
    await provider.send('PUT', '/v1/project/demo/service/source-pg', { powered: false });
    expect(await provider.get('source-pg')).toMatchObject({ state: 'POWEROFF' });
    await provider.update(source, tick);
    open.world.advance(30 * minuteMs);
    expect(await provider.get('source-pg')).toMatchObject({ state: 'RUNNING' });
  });

  test.each([
    { type: 'mysql', plan: 'business-4', keys: { recovery_target_time: '2026-11-01T03:00:00+00:00' } },
    { type: 'opensearch', plan: 'business-4', keys: {} },
  ])('makes and forks $type, a named backup sent again with every update', async ({ type, plan, keys }) => {
    const asked = { ...source, name: 'first', type, plan, userConfig: {} };
    await provider.create(asked, tick);
    open.world.advance(300 * minuteMs);
    const { backups } = await provider.backups('first');
    const [backup] = backups as { backup_name: string }[];
    const named = type === 'opensearch' ? { recovery_basebackup_name: backup?.backup_name ?? '' } : {};
    const userConfig = { ...keys, ...named, service_to_fork_from: 'first' };
    const copy = { ...asked, name: 'copy', userConfig };
    expect((await provider.create(copy, tick))['user_config']).toMatchObject(userConfig);
    const again = await provider.update({ ...copy, userConfig: named }, tick);
    expect(again['user_config']).toMatchObject(userConfig);
  });

  test('deletes a service, and takes one that is gone for deleted', async () => {
    await provider.create(source, tick);
    await provider.remove('source-pg');
    await provider.remove('source-pg');
    const read = await provider.send('GET', '/v1/project/demo/service/source-pg?include_secrets=true');
    expect(read.status).toBe(404);
  });

  test('is told of a name that is taken in the words that it looks for', async () => {
    await provider.create(source, tick);
    const error = await provider.create(source, tick).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({ answer: { status: 409 }, message: expect.stringContaining('already exists') });
  });

  test('never tries a refused request again: no POST, PUT or DELETE at what is missing is worded for that', async () => {
    await provider.create(source, tick);
    const admin = new GoProvider(open, open.token('admin'), 'demo');
    const targets = operations.filter(({ method }) => method !== 'GET');
    for (const { method, path } of targets) {
      for (const body of [undefined, {}, { user_config: {}, tags: {}, username: 'x', database: 'x', period: 'hour' }]) {
        const filled = path.replace('{project}', 'demo').replace(/\{\w+\}/g, 'gone');
        if (filled === '/v1/forkcast/reset') continue;
        const answer = await admin.send(method, filled, body);
        expect({ method, filled, retried: isRetried(method, answer) }).toEqual({ method, filled, retried: false });
      }
    }
  });

  test('is refused a fork in the vendor`s shape, with the code and the rules that foretell it', async () => {
    await provider.create(source, tick);
    const refused = async (userConfig: object, part: object = {}) => {
      const answer = await provider.send('POST', '/v1/project/demo/service', {
        ...{ service_name: 'pg-fork', service_type: 'pg', plan: 'business-4', cloud: 'google-europe-west1' },
        ...{ user_config: userConfig, ...part },
      });
      expect(isRetried('POST', answer)).toBe(false);
      const { message, errors } = JSON.parse(answer.text) as { message: string; errors: [Record<string, unknown>] };
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ message, status: answer.status });
      return [answer.status, errors[0]['error_code'], errors[0]['predicted_by']];
    };
    const from = { service_to_fork_from: 'source-pg' };
    expect(await refused({ service_to_fork_from: 'gone' })).toEqual([
      400,
      'fork_source_not_found',
      expect.arrayContaining(['source/not-found']),
    ]);
    expect(await refused({ ...from, recovery_target_time: '2025-07-01T15:16:22+00:00' })).toEqual([
      400,
      'recovery_time_out_of_range',
      expect.arrayContaining(['recovery/target-time-before-window']),
    ]);
    expect(await refused(from, { cloud: 'eu-central-1' })).toEqual([
      400,
      'cloud_unknown',
      expect.arrayContaining(['placement/cloud-unknown']),
    ]);
  });
});

test('the strict reading finds what would break the Go client', () => {
  const bad: readonly object[] = [
    {},
    { maintenance: null },
    { connection_info: null },
    { create_time: '2026-11-20 08:00:00' },
    { service_uri_params: { port: 5432 } },
    { backups: [{ backup_name: 'b', backup_time: '', data_size: 1 }] },
    { backups: [{ backup_name: 'b', backup_time: '2026-11-20T08:00:00Z', data_size: 1.5 }] },
  ];
  for (const value of bad) expect(() => decodeService(value, 'service')).toThrow(DecodeError);
});
