import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../src/domain';
import { planJson, type ResourceSpec } from '../intake/plan-builder';
import { aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

const shell = aShellWithOrders();
const path = (file: string): string => join(shell.folder.path, file);
const write = (file: string, text: string): void => writeFileSync(path(file), text);
const read = (file: string): string => readFileSync(path(file), 'utf8');

const values = {
  project: 'demo',
  cloud_name: 'google-europe-west1',
  plan: 'business-4',
  service_name: 'copy',
  service_to_fork_from: 'orders',
  project_to_fork_from: 'demo',
};
type Values = Readonly<Record<keyof typeof values, string>>;

/** The source has this tag. */
const tagBlock = `  tag {
    key   = "team"
    value = "shop"
  }
`;

/** The block as somebody wrote it, with what an edit has to leave alone. */
const hcl = (
  { project, cloud_name, plan, service_name, ...keys }: Values,
  name = 'copy',
  tags = tagBlock,
): string => `# é — ours
resource "aiven_pg" "${name}" {
  project      = "${project}"	# a tab
  cloud_name   = "${cloud_name}"
  plan         = "${plan}" // as the source
  service_name = "${service_name}"
${tags}
  pg_user_config {
    service_to_fork_from = "${keys.service_to_fork_from}"
    project_to_fork_from = "${keys.project_to_fork_from}"
  }
}
`;

const forkSpec = ({ service_to_fork_from, project_to_fork_from, ...after }: Values): ResourceSpec => ({
  address: 'aiven_pg.copy',
  after: {
    ...after,
    tag: [{ key: 'team', value: 'shop' }],
    pg_user_config: [{ service_to_fork_from, project_to_fork_from }],
  },
});

const writePlan = (...resources: readonly ResourceSpec[]): void =>
  write('plan.json', JSON.stringify(planJson({ resources })));

/** Rules that find an error in the plan as it stands. */
const errors = async (): Promise<readonly string[]> => {
  const { findings } = json(await shell.run('check plan.json --source . --format json'));
  const listed: readonly { readonly ruleId: string; readonly severity: string }[] = JSON.parse(
    JSON.stringify(findings),
  );
  return listed.flatMap(({ ruleId, severity }) => (severity === 'error' ? [ruleId] : []));
};

const typos: readonly (readonly [string, string, Partial<Values>])[] = [
  ['a cloud without its provider', 'placement/cloud-unknown', { cloud_name: 'europe-west1' }],
  ['a plan', 'sizing/plan-unknown', { plan: 'busines-4' }],
  ['the project', 'project/unknown-project', { project: 'demoo' }],
  ['the source', 'source/not-found', { service_to_fork_from: 'order' }],
  ['the project of the source', 'source/not-found', { project_to_fork_from: 'demo2' }],
];

describe('check --source', () => {
  test.each(['main.tf', 'main.tf/inner', 'none'])('%s is no folder, which is what it names', async (path) => {
    writePlan(forkSpec(values));
    write('main.tf', hcl(values));
    for (const line of [`check plan.json --source ${path}`, `check plan.json --source ${path} --fix=patch`]) {
      const { exitCode, err } = await shell.run(line);
      const why = `${path} cannot be used: it is no folder that can be read. Name the folder of the .tf files, such as .`;
      expect([exitCode, err]).toEqual([3, expect.stringContaining(why)]);
    }
  });

  test('a file beside it that stands where modules would be holds none', async () => {
    writePlan(forkSpec(values));
    write('main.tf', `${hcl(values)}\nmodule "m" {\n  source = "./main.tf/m"\n}\n`);
    write('.terraform', '');
    expect((await shell.run('check plan.json --source . --fix=patch')).err).not.toContain('FC_BUG');
    rmSync(path('.terraform'));
  });
});

describe('check --fix', () => {
  test.each(typos)('%s is mended by a patch that git takes, and the finding is gone', async (_, ruleId, typo) => {
    writePlan(forkSpec({ ...values, ...typo }));
    write('main.tf', hcl({ ...values, ...typo }));
    expect(await errors()).toContain(ruleId);

    const { out, exitCode } = await shell.run('check plan.json --source . --fix=patch');
    expect(exitCode).toBe(1);
    const applied = spawnSync('git', ['apply', '-'], { cwd: shell.folder.path, input: out, encoding: 'utf8' });
    expect(applied.stderr).toBe('');
    // Nothing else of the file is another one.
    expect(read('main.tf')).toBe(hcl(values));
    writePlan(forkSpec(values));
    expect(await errors()).not.toContain(ruleId);
  });

  test.each([
    ['lines that end in CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a mark at its start, and signs that are unseen', (text: string) => `\uFEFF# a\u200Db\n${text}`],
  ])('a file with %s keeps them, and git takes the patch', async (_, as) => {
    const typo = { ...values, cloud_name: 'europe-west1' };
    writePlan(forkSpec(typo));
    write('main.tf', as(hcl(typo)));
    const { out } = await shell.run('check plan.json --source . --fix=patch');
    expect((await shell.run('check plan.json --source . --fix=patch --format github')).out).toBe(out);
    const applied = spawnSync('git', ['apply', '-'], { cwd: shell.folder.path, input: out, encoding: 'utf8' });
    expect([applied.stderr, read('main.tf')]).toEqual(['', as(hcl(values))]);
  });

  test('a renamed block is said to have moved, at the end of its file and with its ends of lines', async () => {
    const kept = { project: 'demo', service_name: 'orders', plan: 'business-4', cloud_name: 'google-europe-west1' };
    const moved = (previous: JsonObject | undefined): readonly ResourceSpec[] =>
      previous === undefined
        ? [{ address: 'aiven_pg.new', actions: ['no-op'], before: kept, after: kept, previousAddress: 'aiven_pg.old' }]
        : [
            { address: 'aiven_pg.old', actions: ['delete'], before: previous },
            { address: 'aiven_pg.new', after: kept },
          ];
    writePlan(...moved(kept));
    const source = hcl(values, 'new').replaceAll('\n', '\r\n');
    write('main.tf', source);
    expect(await errors()).toContain('lifecycle/destroyed-and-created');
    const { out } = await shell.run('check plan.json --source . --fix=write');
    expect(out).toContain('Written: 1 edit in main.tf. What was judged was the plan before: make it again.');
    expect(read('main.tf')).toBe(`${source}\r\nmoved {\r\n  from = aiven_pg.old\r\n  to   = aiven_pg.new\r\n}\r\n`);
    const written = read('main.tf');
    expect((await shell.run('check plan.json --source . --fix=write')).err).toContain('as it is declared already');
    expect(read('main.tf')).toBe(written);
    writePlan(...moved(undefined));
    expect(await errors()).toEqual([]);
  });

  test('tags of the source are put after the settings of the block, as blocks of their own', async () => {
    const bare = { project: 'demo', cloud_name: 'google-europe-west1', plan: 'business-4', service_name: 'copy' };
    const planned = (tag: readonly JsonObject[]): ResourceSpec => ({
      address: 'aiven_pg.copy',
      after: { ...bare, tag: [...tag], pg_user_config: [{ service_to_fork_from: 'orders' }] },
    });
    const found = async () => JSON.stringify(json(await shell.run('check plan.json --source . --format json')));
    writePlan(planned([]));
    write('main.tf', hcl(values, 'copy', ''));
    expect(await found()).toContain('source/tags-not-copied');
    await shell.run('check plan.json --source . --fix=write');
    expect(read('main.tf')).toBe(hcl(values, 'copy', tagBlock));
    const { err } = await shell.run('check plan.json --source . --fix=write');
    expect(err).toContain(
      'aiven_pg.copy: nothing to write, as it is declared already: make the plan again (source/tags-not',
    );
    expect(read('main.tf')).toBe(hcl(values, 'copy', tagBlock));
    writePlan(planned([{ key: 'team', value: 'shop' }]));
    expect(await found()).not.toContain('source/tags-not-copied');
  });

  test.each([
    ['a map of its own', '  tags = local.tags\n'],
    ['blocks that are made', '  dynamic "tag" {\n    for_each = local.tags\n  }\n'],
  ])('tags beside %s are left to write by hand', async (_, tags) => {
    const source = hcl(values, 'copy', tags);
    const { tag, ...untagged } = forkSpec(values).after ?? {};
    expect(tag).toBeDefined();
    writePlan({ address: 'aiven_pg.copy', after: untagged });
    write('main.tf', source);
    const { out, err } = await shell.run('check plan.json --source . --fix=patch');
    expect(out).toBe('');
    expect(err).toContain('write tag { key   = "team" value = "shop" } by hand, as it has tags already');
  });

  test.each([
    ['"team" = "shop"', 'as it is declared already'],
    ['team = "shop"', 'as it is declared already'],
    ['# team = "shop"', 'by hand, as it has tags already that are no single blocks'],
    ['team = "other"', 'by hand, as a tag of this name has another value there'],
  ])('a map of tags with %s: %s', async (written, why) => {
    const after = { project: 'demo', service_name: 'copy', service_type: 'pg', plan: 'business-4' };
    const cloud = { cloud_name: 'google-europe-west1', user_config: [{ service_to_fork_from: 'orders' }] };
    writePlan({ address: 'forkcast_service.copy', after: { ...after, ...cloud } });
    const source = `resource "forkcast_service" "copy" {
  service_name = "copy"
  plan         = "business-4"
  tags = {
    ${written}
  }
}
`;
    write('main.tf', source);
    const { out, err } = await shell.run('check plan.json --source . --fix=patch');
    expect([out, err]).toEqual(['', expect.stringContaining(why)]);
  });

  test('a value that is mended already is not left to write by hand', async () => {
    writePlan(forkSpec({ ...values, cloud_name: 'europe-west1' }));
    write('main.tf', hcl(values));
    const { out, err } = await shell.run('check plan.json --source . --fix=patch');
    expect(out).toBe('');
    expect(err).toContain('nothing to write, as it is declared already: make the plan again (placement/cloud-unknown)');
  });

  test('a service that nobody holds is imported, and the finding is gone', async () => {
    await shell.story('service create free -t pg -p business-4 --cloud google-europe-west1');
    const free = {
      project: 'demo',
      service_name: 'free',
      plan: 'business-4',
      cloud_name: 'google-europe-west1',
    };
    const source = 'resource "aiven_pg" "free" {\n  service_name = "free"\n}';
    const ids = async () => JSON.stringify(json(await shell.run('check plan.json --source . --format json')));
    writePlan({ address: 'aiven_pg.free', after: free });
    write('main.tf', source);
    expect(await ids()).toContain('project/name-taken');
    await shell.run('check plan.json --source . --fix=write');
    expect(read('main.tf')).toBe(`${source}\n\nimport {\n  to = aiven_pg.free\n  id = "demo/free"\n}\n`);
    await shell.run('check plan.json --source . --fix=write');
    expect(read('main.tf').match(/^import/gm)).toHaveLength(1);
    const change = { actions: ['no-op'] as const, before: free, after: free };
    const plan = planJson({ resources: [{ address: 'aiven_pg.free', ...change }] });
    const importing = JSON.stringify(plan).replace(
      '"actions":["no-op"]',
      '"importing":{"id":"demo/free"},"actions":["no-op"]',
    );
    expect(importing).toContain('importing');
    write('plan.json', importing);
    expect(await ids()).not.toContain('project/name-taken');
  });

  const byHand: readonly (readonly [string, string, string, string])[] = [
    ['an expression', 'main.tf', '"${local.area}-west1"', 'it is no literal there'],
    ['another text than the plan has', 'main.tf', '"aws-eu-west-1"', 'it is no literal there'],
    ['JSON', 'main.tf.json', '', 'main.tf.json is not HCL'],
  ];
  test.each(byHand)('%s is left to write by hand, and no byte is changed', async (_, file, text, why) => {
    writePlan(forkSpec({ ...values, cloud_name: 'europe-west1' }));
    write('main.tf', '');
    const source =
      text === ''
        ? '{ "resource": { "aiven_pg": { "copy": { "cloud_name": "europe-west1" } } } }'
        : hcl(values).replace('"google-europe-west1"', text);
    write(file, source);
    const { out, err } = await shell.run('check plan.json --source . --fix=patch');
    expect(out).toBe('');
    expect(err).toContain(
      `fix: aiven_pg.copy: write cloud_name = "google-europe-west1" by hand, as ${why} (placement/cloud-unknown)`,
    );
    expect(read(file)).toBe(source);
    write('main.tf.json', '{}');
  });

  test('a module that is used twice is not edited for the one of them', async () => {
    const after = { ...values, cloud_name: 'europe-west1' };
    writePlan({ ...forkSpec(after), address: 'module.a.aiven_pg.copy' });
    write('main.tf', 'module "a" {\n  source = "./."\n}\nmodule "b" {\n  source = "./."\n}\n');
    write('copy.tf', hcl(after));
    const { out, err } = await shell.run('check plan.json --source . --fix=patch');
    expect(out).toBe('');
    expect(err).toMatch(/as its module is used \d+ times/);
  });

  test('needs to know where the source is', async () => {
    const { exitCode, err } = await shell.run('check plan.json --fix=write');
    expect([exitCode, err]).toEqual([2, expect.stringContaining('name it with --source, such as --source .')]);
  });
});
