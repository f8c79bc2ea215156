import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../src/cli/commands/list';
import { forkcast } from '../cli/a-terminal';
import { pages } from '../pages/typed-lines';
import { typedBy } from '../pages/who-types';
import { repositoryRoot } from '../source-tree';

const world = join(repositoryRoot, 'examples/cross-region-fork/world.json');

/** Examples that do not end with 0 in a folder with such a registry and nobody at the terminal, and what they say. */
const others: readonly (readonly [example: RegExp, exitCode: number, why: RegExp])[] = [
  [/registry init|service create orders |orders-fork -t|database-create|user-create|pool-create/, 1, /already/],
  [/registry reset$|terminate orders-fork$|adopt orders-fork/, 1, /was not confirmed/],
  [/fork-restore$/, 2, /There is no terminal to ask on/],
  [/fault set/, 1, /Only a served registry/],
  [/token revoke/, 1, /has no token/],
  [/(integration|endpoint)-(update|delete)/, 1, /has no (integration|endpoint)|no .*endpoint/],
  [/task-get/, 1, /remembers no task/],
  [/adopt demo.*--from/, 1, /is held by nobody/],
  [/(adopt|release) --state/, 2, /holds no service/],
  // Where all that is made runs at once, no run can be recorded.
  [/recover --runs/, 3, /it is not there/],
];

/** Those that do not end by themselves, or reach out of this machine. */
const notRun =
  /^terraform|registry serve|forkcast console|api\.aiven\.io|127\.0\.0\.1:8321|--configure-user|^forkcast provider/;

/** Words as a shell reads them, up to where the output goes. */
const words = (line: string): readonly string[] =>
  [...line.replace(/ [|>]+ .*$/u, '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu)].map(([, ...texts]) => texts.join(''));

const examples = commands.flatMap((command) => Object.keys(command.examples));
const folder = mkdtempSync(join(tmpdir(), 'forkcast-help-'));
const base = join(folder, 'base');
const env = { FORKCAST_PROJECT: 'demo' };

beforeAll(async () => {
  mkdirSync(base);
  const lines = [
    'registry init --profile instant --clock frozen --at 2026-11-18T08:00:00Z',
    'service create orders -t pg -p business-4 --cloud google-europe-west1 -c pg_version=16',
    `service update orders -c 'additional_backup_regions=["google-europe-west4"]'`,
    'service create orders-old -t pg -p startup-4 --cloud google-europe-west1',
    'service create metrics-store -t thanos -p startup-4 --cloud google-europe-west1',
    'service user-create orders --username reporting',
    'service database-create orders --dbname reports',
    'service connection-pool-create orders --pool-name web --dbname defaultdb',
    'registry advance 3d',
    'service create orders-fork -t pg -p business-4 --cloud google-europe-west1 --service-to-fork-from orders',
    'service create copy -t pg -p business-4 --cloud google-europe-west1 --service-to-fork-from orders',
    'service create orders-copy -t pg -p business-4 --cloud google-europe-west1 --service-to-fork-from orders',
    'registry advance 1d',
    'registry snapshot --out facts.json',
  ];
  for (const line of lines) expect(await forkcast(words(line), { cwd: base, env })).toMatchObject({ exitCode: 0 });
  copyFileSync(world, join(base, 'shop.json'));
  const after = { project: 'demo', service_name: 'fresh', plan: 'startup-4', cloud_name: 'google-europe-west1' };
  const change = { actions: ['create'], before: null, after, after_unknown: {} };
  const made = { address: 'aiven_pg.copy', mode: 'managed', type: 'aiven_pg', name: 'copy', change };
  const plan = { format_version: '1.2', resource_changes: [made], configuration: { root_module: {} } };
  writeFileSync(join(base, 'plan.json'), JSON.stringify(plan));
  const review = await forkcast(words('review plan.json --format json'), { cwd: base, env });
  writeFileSync(join(base, 'review.json'), review.out);
  writeFileSync(
    join(base, 'terraform.tfstate'),
    JSON.stringify({ version: 4, serial: 1, lineage: 'l', resources: [] }),
  );
  const stack = { terraform: {}, resource: { aiven_pg: { copy: after } } };
  mkdirSync(join(base, 'cdktf.out'));
  writeFileSync(join(base, 'cdktf.out/cdk.tf.json'), JSON.stringify(stack));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(examples.filter((example) => !notRun.test(example)).map((example, at) => [example, at] as const))(
  '%s',
  async (example, at) => {
    const cwd = join(folder, String(at));
    cpSync(base, cwd, { recursive: true });
    const [program, ...args] = words(example);
    expect(program).toBe('forkcast');
    const { exitCode, out, err } = await forkcast(args, { cwd, env });
    const [, expected = 0, why = /^/] = others.find(([pattern]) => pattern.test(example)) ?? [];
    expect([exitCode, exitCode === expected ? '' : err + out]).toEqual([expected, '']);
    expect(err).toMatch(why);
  },
);

/** Objects whose keys are somebody's data. */
const data = /^(user_?config|tags|settings|.*metrics)$/i;

/** The objects in which one key is in camelCase and another in snake_case. */
const mixed = (value: unknown, at = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => mixed(one, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const of = (style: RegExp) => entries.flatMap(([key]) => (style.test(key) ? [key] : []));
  const [camel, snake] = [of(/[a-z][A-Z]/), of(/[a-z]_[a-z]/)];
  const own =
    camel.length > 0 && snake.length > 0 ? [`${at || 'the document'}: ${[...camel, ...snake].join(', ')}`] : [];
  return [...own, ...entries.flatMap(([key, one]) => (data.test(key) ? [] : mixed(one, `${at}.${key}`)))];
};

const first = commands.flatMap((command) => {
  const [run] = Object.keys(command.examples);
  return run === undefined || notRun.test(run) || / (--format|--as) /.test(run) ? [] : [[command.name, run] as const];
});

test.each(first)('%s: each object of its JSON has keys of one style', async (name, example) => {
  const cwd = join(folder, `json of ${name}`);
  cpSync(base, cwd, { recursive: true });
  const { out } = await forkcast([...words(example).slice(1), '--format', 'json'], { cwd, env });
  const document: unknown = JSON.parse(out);
  expect(document).toHaveProperty('formatVersion', 1);
  expect(mixed(document)).toEqual([]);
});

/** What the pages say to type that are of the command line alone. */
const typed = pages.flatMap((page) => {
  const lines = typedBy('test/acceptance/help-examples.acc.test.ts', page).map(({ line }) => line);
  return lines.length === 0 ? [] : [[page, lines] as const];
});

test('pages have commands', () => {
  expect(typed.map(([page]) => page)).toEqual(['docs/importing.md', 'docs/ownership.md', 'docs/recover.md']);
});

test.each(typed)('%s: %s', async (page, lines) => {
  const cwd = join(folder, page.replaceAll('/', '-'));
  cpSync(base, cwd, { recursive: true });
  for (const line of lines) {
    const { exitCode, err, out } = await forkcast(words(line).slice(1), { cwd, env });
    const [, expected = 0, why = /^/] = others.find(([pattern]) => pattern.test(line)) ?? [];
    expect([line, exitCode, exitCode === expected ? '' : err + out]).toEqual([line, expected, '']);
    expect(err).toMatch(why);
  }
});
