import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { Service } from '../../src/constructs';
import { dayMs, parseJson, serviceCode } from '../../src/domain';
import { aCreate, aWorld } from '../registry/world';
import { aShellWithOrders } from '../cli/a-registry';
import { forkcast, json } from '../cli/a-terminal';
import { anApp } from '../constructs/an-app';
import { answerRequest } from '../../src/registry/http';

const plain = {
  project: 'demo',
  service_name: 'copy',
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'aws-eu-central-1',
  user_config: { service_to_fork_from: 'orders', recovery_target_time: '2026-11-22T12:00:00Z' },
};

/** Every field, and texts that a language would take for its own. */
const odd = {
  ...plain,
  disk_space_mb: 204_800,
  termination_protection: true,
  latest_transaction: true,
  from: 'primary',
  tags: { team: `o'hara "core" \${team} %{if} $HOME \`id\` \\ ä €`, 'a-b': 'two\nlines' },
  user_config: {
    service_to_fork_from: 'orders',
    pg_version: '16',
    backup_hour: 3,
    ip_filter: ['10.0.0.0/8', '192.168.0.0/16'],
    admin_password: 'Abcdef123456',
    pg: { work_mem: 8, timezone: "Europe/Oslo's", log_autovacuum_min_duration: -1 },
  },
} as const;

const wanted = [
  ['a fork of an instant', plain],
  ['a fork with all there is, and odd texts', odd],
] as const;

const environment = { ADMIN_PASSWORD: 'Abcdef123456', FORKCAST_REGISTRY: 'http://registry', FORKCAST_TOKEN: 'secret' };

/** The words that a shell gives to the command of a line. */
const wordsOf = (line: string): readonly string[] =>
  execFileSync('sh', ['-c', `forkcast() { printf '%s\\0' "$@"; }; curl() { forkcast "$@"; }; ${line}`], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1);

type Made = Readonly<Record<string, unknown>> & { readonly user_config: object };

/** The service that has to be there then. */
const madeOf = ({
  project: _project,
  from: _from,
  latest_transaction: _latest,
  user_config: settings,
  ...service
}: Made) => ({
  termination_protection: false,
  tags: {},
  ...service,
  disk_space_mb: service.disk_space_mb ?? expect.any(Number),
  user_config: expect.objectContaining({ ...settings }),
});

describe.each(wanted)('%s', (_, service) => {
  const code = serviceCode(service);

  describe('as a command line', () => {
    const shell = aShellWithOrders();
    test('makes it', async () => {
      const ran = await forkcast([...wordsOf(code.cli), '--format', 'json'], { cwd: shell.folder.path });
      expect(ran.err).toBe('');
      const settings = Object.fromEntries(
        Object.entries(service.user_config).filter(([key]) => key !== 'admin_password'),
      );
      expect(json(ran)['service']).toMatchObject({ ...madeOf(service), user_config: settings });
    });
  });

  test('as a request makes it', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: { pg_version: '16' } }));
    world.advance(22 * dayMs);
    const words = wordsOf(code.curl);
    const body = parseJson(words.at(-1) ?? '') ?? null;
    expect(words.slice(0, 5)).toEqual([
      '--fail-with-body',
      'http://registry/v1/project/demo/service',
      '-H',
      'Authorization: aivenv1 secret',
      '-H',
    ]);
    const answer = answerRequest(world.registry, { method: 'POST', path: '/v1/project/demo/service', body });
    expect(answer).toMatchObject({ status: 200, body: { service: madeOf(service) } });
  });

  test('as a construct declares it', () => {
    const { stack } = anApp();
    runInNewContext(code.typescript, { Service, stack });
    const made = stack.node.findChild('copy') as Service;
    const request = made.toRequest();
    expect(made.problems()).toEqual([]);
    const { user_config: settings, ...fields } = service;
    expect(request.userConfig).toEqual(
      Object.fromEntries(
        Object.entries(settings).map(([key, value]) => [
          key,
          key === 'admin_password' ? expect.objectContaining({ known: false }) : { known: true, value },
        ]),
      ),
    );
    expect(request).toMatchObject({
      project: { value: fields.project },
      serviceName: { value: fields.service_name },
      plan: { value: fields.plan },
      cloud: { value: fields.cloud_name },
      ...('tags' in fields ? { tags: { value: fields.tags }, from: fields.from, latestTransaction: true } : {}),
    });
  });
});
