import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOtherRegistry } from '../../src/cli/other-registry';
import type { RegistryLocation } from '../../src/domain';
import { takeIn } from '../../src/intake';

const cwd = mkdtempSync(join(tmpdir(), 'forkcast-other-'));
writeFileSync(join(cwd, 'registry.db'), '');
symlinkSync(join(cwd, 'registry.db'), join(cwd, 'same.db'));

const sqlite: RegistryLocation = { kind: 'sqlite', path: join(cwd, 'registry.db'), named: true };
const http = (url: string): RegistryLocation => ({ kind: 'http', url, named: true });

describe('a registry that a block of the provider names', () => {
  test.each<[named: string, read: RegistryLocation, isOther: boolean]>([
    [`sqlite:${cwd}/registry.db`, sqlite, false],
    ['sqlite:registry.db', sqlite, false],
    [`sqlite:${cwd}/same.db`, sqlite, false],
    [`sqlite:${cwd}/other.db`, sqlite, true],
    ['sqlite:other.db', sqlite, true],
    ['sqlite:elsewhere/registry.db', sqlite, false],
    ['https://one.example', http('https://one.example:443/'), false],
    ['http://user:secret@ONE.example:80', http('http://one.example'), false],
    ['http://127.0.0.1:8080', http('http://localhost:8080'), false],
    ['http://localhost:8081', http('http://localhost:8080'), true],
    ['https://two.example', http('https://one.example'), true],
    ['http://localhost:8080', sqlite, false],
    ['https://one.example', sqlite, true],
    [`sqlite:${cwd}/other.db`, http('http://[::1]:8080'), false],
    [`sqlite:${cwd}/other.db`, http('https://one.example'), true],
    [`sqlite:${cwd}/other.db`, { kind: 'facts', path: `${cwd}/facts.json`, named: true }, false],
    [`sqlite:${cwd}/other.db`, { kind: 'sqlite', path: `${cwd}/none.db`, named: false }, false],
    ['what is this', sqlite, false],
  ])('%s beside %j', (named, read, isOther) => {
    expect(isOtherRegistry(named, read, cwd)).toBe(isOther);
  });
});

const aBlock = (name: string, provider: string) => ({
  address: `forkcast_service.${name}`,
  mode: 'managed',
  type: 'forkcast_service',
  name,
  provider_config_key: provider,
  expressions: { service_name: { constant_value: 'copy' } },
});

/** Three blocks of one name: of a provider that names no registry, of one that names one, and of one whose variable does. */
const aPlan = (isSensitive: boolean): string => {
  const names = { plain: 'forkcast', constant: 'forkcast.two', variable: 'forkcast.three', computed: 'forkcast.four' };
  const after = { project: 'demo', service_name: 'copy', service_type: 'pg', plan: 'business-4' };
  const registry = (expression: object) => ({ name: 'forkcast', expressions: { registry: expression } });
  return JSON.stringify({
    format_version: '1.2',
    variables: { where: { value: 'https://user:hunter2@three.example' } },
    resource_changes: Object.keys(names).map((name) => ({
      address: `forkcast_service.${name}`,
      mode: 'managed',
      type: 'forkcast_service',
      name,
      change: { actions: ['create'], before: null, after, after_unknown: {} },
    })),
    configuration: {
      provider_config: {
        forkcast: { name: 'forkcast', expressions: {} },
        'forkcast.two': registry({ constant_value: 'https://two.example' }),
        'forkcast.three': registry({ references: ['var.where'] }),
        'forkcast.four': registry({ references: ['forkcast_service.plain.id', 'forkcast_service.plain'] }),
      },
      root_module: {
        variables: { where: isSensitive ? { sensitive: true } : {} },
        resources: Object.entries(names).map(([name, provider]) => aBlock(name, provider)),
      },
    },
  });
};

describe('blocks whose provider asks another registry', () => {
  const taken = (isElsewhere: (named: string | undefined) => boolean, isSensitive = false) =>
    takeIn(() => aPlan(isSensitive), ['plan.json'], undefined, isElsewhere);

  test('are not judged, and the way to judge them is told without what is secret', () => {
    const { requests, inputs } = taken(() => true);
    expect(requests.map(({ address }) => address)).toEqual(['forkcast_service.plain', 'forkcast_service.computed']);
    const reasons = inputs.flatMap(({ notJudged }) => notJudged.map(({ reason }) => reason)).join('\n');
    expect(reasons).toMatch(/asks another registry, https:\/\/two\.example, .* --registry https:\/\/two\.example$/m);
    expect(reasons).toContain('three.example');
    expect(reasons).not.toContain('hunter2');
    expect(inputs).toMatchObject([{ judged: 2, others: 0 }]);
    const hidden = JSON.stringify(taken(() => true, true).inputs);
    expect(hidden).toContain('that of var.where');
    expect(hidden).not.toContain('three.example');
  });

  test('are those alone: each is judged by the registry that it asks', () => {
    const { requests } = taken((named) => named?.includes('three.example') ?? false);
    expect(requests.map(({ address }) => address)).toEqual([
      'forkcast_service.plain',
      'forkcast_service.constant',
      'forkcast_service.computed',
    ]);
    expect(taken(() => false).requests).toHaveLength(4);
  });

  test('are those that name none, too, where the environment names another one than that of a block beside', () => {
    const { requests, inputs } = taken((named) => !named?.includes('two.example'));
    const addresses = requests.map(({ address }) => address);
    expect(addresses).toEqual(['forkcast_service.constant', 'forkcast_service.computed']);
    expect(JSON.stringify(inputs)).toContain('judge it in a run of its own, without --registry');
  });
});
