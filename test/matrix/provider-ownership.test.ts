import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProviderWorkshop } from '../acceptance/provider-workshop';
import { whenProgram, whenTerraform } from '../acceptance/workshop';
import { aCreate, aRow, aWorld, copy } from '../registry/world';
import { repositoryRoot } from '../source-tree';
import { expectGolden } from '../golden';
import {
  apply,
  block,
  change,
  destroy,
  early,
  imported,
  plan,
  type Play,
  remake,
  stateFile,
  swapRegistry,
  theirs,
  told,
} from './ownership/provider-play';

jest.setTimeout(900_000);

const page = join(repositoryRoot, 'docs/ownership-matrix.md');

const dependent = `resource "terraform_data" "after" {\n  input = forkcast_service.copy.id\n${early}\n}\n`;

const database =
  'resource "forkcast_database" "extra" {\n  service_name  = forkcast_service.copy.service_name\n  database_name = "extra"\n}\n';

/** A second block of the provider, with a registry of its own. */
const otherRegistry = async (shop: ProviderWorkshop): Promise<string> => {
  const registry = `sqlite:${join(shop.folder, 'other.db')}`;
  await shop.forkcast('registry', 'init', '--profile', 'instant', '--registry', registry);
  return `provider "forkcast" {\n  alias    = "other"\n  registry = "${registry}"\n  project  = "demo"\n}\n`;
};
const movedTo = (label: string): string =>
  `moved {\n  from = forkcast_service.copy\n  to   = forkcast_service.${label}\n}\n`;
const underOther = '  provider = forkcast.other';
const fromNothing = (text: string): string => text.replace(/ {2}user_config \{[^}]*\}\n/, '');

/** Exchanges what two addresses of the state have. */
const exchange = async (shop: ProviderWorkshop, one: string, two: string): Promise<void> => {
  for (const [from, to] of [
    [one, 'spare'],
    [two, one],
    ['spare', two],
  ] as const)
    await shop.terraform('state', 'mv', `forkcast_service.${from}`, `forkcast_service.${to}`);
};

/** A state as the version before owners wrote it. */
const asBeforeOwners = (shop: ProviderWorkshop, incarnation: number): void => {
  const state = JSON.parse(readFileSync(stateFile(shop), 'utf8')) as {
    serial: number;
    resources: { instances: { private: string; attributes: Record<string, unknown> }[] }[];
  };
  for (const instance of state.resources.flatMap(({ instances }) => instances)) {
    delete instance.attributes['owner'];
    instance.private = Buffer.from(JSON.stringify({ version: 1, values: { incarnation } })).toString('base64');
  }
  writeFileSync(stateFile(shop), JSON.stringify({ ...state, serial: state.serial + 1 }));
};

/** The object is put aside, as by an apply that failed in the middle of a replacement. */
const depose = (shop: ProviderWorkshop): void => {
  const state = JSON.parse(readFileSync(stateFile(shop), 'utf8')) as {
    serial: number;
    resources: { instances: { deposed?: string }[] }[];
  };
  for (const instance of state.resources.flatMap(({ instances }) => instances)) instance.deposed = '0a1b2c3d';
  writeFileSync(stateFile(shop), JSON.stringify({ ...state, serial: state.serial + 1 }));
};

/** Each begins with a block `copy` that has made its fork, and a row written to it. */
const scenes: readonly (readonly [string, Play])[] = [
  [
    'the same block in a second state: plan, apply',
    async (shop) => [await plan(shop, '-state=second.tfstate'), await apply(shop, '-state=second.tfstate')],
  ],
  [
    'the same block in a second workspace: apply',
    async (shop) => {
      await shop.terraform('workspace', 'new', 'second');
      return [await apply(shop)];
    },
  ],
  [
    'a copied state: destroy with the copy, plan with the first',
    async (shop) => {
      copyFileSync(stateFile(shop), stateFile(shop, 'copied.tfstate'));
      return [await destroy(shop, '-state=copied.tfstate'), await plan(shop)];
    },
  ],
  [
    'an older state, of a service that was made anew since: plan, destroy',
    async (shop) => {
      remake(shop);
      return [await plan(shop), await destroy(shop, '-refresh=false')];
    },
  ],
  [
    'a second block of the name: plan',
    async (shop) => {
      shop.write(`${block('copy')}${block('again')}`);
      return [await plan(shop)];
    },
  ],
  [
    'the block renamed: plan, apply',
    async (shop) => {
      shop.write(block('renamed'));
      return [await plan(shop), await apply(shop)];
    },
  ],
  [
    'the block renamed, under another alias: plan, apply; with `moved`: apply',
    async (shop) => {
      const alias = `provider "forkcast" {\n  alias    = "other"\n  registry = "${shop.registry}"\n  project  = "demo"\n}\n`;
      shop.write(`${alias}${block('renamed', underOther)}`);
      const refused = [await plan(shop), await apply(shop)];
      shop.write(`${alias}${block('renamed', underOther)}${movedTo('renamed')}`);
      return [...refused, await apply(shop)];
    },
  ],
  [
    'the block renamed, with `moved`: apply',
    async (shop) => {
      shop.write(`${block('renamed')}${movedTo('renamed')}`);
      return [await apply(shop)];
    },
  ],
  [
    'the block renamed, after `state mv`: apply',
    async (shop) => {
      await shop.terraform('state', 'mv', 'forkcast_service.copy', 'forkcast_service.renamed');
      shop.write(block('renamed'));
      return [await apply(shop)];
    },
  ],
  [
    'the block renamed, and the new one imports it: plan',
    async (shop) => {
      shop.write(`${block('renamed')}${imported('copy', 'renamed')}`);
      return [await plan(shop)];
    },
  ],
  [
    'the block renamed, the old one `removed` without destruction, and the new one imports it: apply, plan',
    async (shop) => {
      const removed = 'removed {\n  from = forkcast_service.copy\n  lifecycle {\n    destroy = false\n  }\n}\n';
      shop.write(`${block('renamed')}${imported('copy', 'renamed')}${removed}`);
      return [await apply(shop), await plan(shop)];
    },
  ],
  [
    'put aside (deposed): plan, apply; then `state rm` and imported: apply, plan',
    async (shop) => {
      depose(shop);
      const before = [await plan(shop), await apply(shop)];
      await shop.terraform('state', 'rm', 'forkcast_service.copy');
      shop.write(`${block('copy')}${imported('copy')}`);
      return [...before, await apply(shop), await plan(shop)];
    },
  ],
  [
    'another registry under a plan: apply of an update, plan, destroy without refresh',
    async (shop) => {
      shop.write(block('copy', '  tags = { team = "a" }'));
      await shop.terraform('plan', '-input=false', '-out=plan.bin');
      swapRegistry(shop);
      const applied = told(await shop.terraform('apply', '-input=false', 'plan.bin'));
      return [applied, await plan(shop), await destroy(shop, '-refresh=false')];
    },
  ],
  [
    'powered off by somebody: plan, apply of other tags, plan',
    async (shop) => {
      shop.world.run({ type: 'UpdateService', ...copy, powered: false });
      const first = await plan(shop);
      shop.write(block('copy', '  tags = { team = "a" }'));
      const said = [first, await apply(shop), await plan(shop)];
      expect(shop.world.registry.findService(copy)?.facts.state).toBe('POWEROFF');
      return said;
    },
  ],
  [
    'tainted: apply',
    async (shop) => {
      await shop.terraform('taint', 'forkcast_service.copy');
      return [await apply(shop)];
    },
  ],
  [
    'tainted, and its source is gone: apply; then `untaint`: plan',
    async (shop) => {
      shop.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
      await shop.terraform('taint', 'forkcast_service.copy');
      const refused = await apply(shop);
      await shop.terraform('untaint', 'forkcast_service.copy');
      return [refused, await plan(shop)];
    },
  ],
  [
    '`-replace`, and its source is gone: apply, plan',
    async (shop) => {
      shop.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
      return [await apply(shop, '-replace=forkcast_service.copy'), await plan(shop)];
    },
  ],
  [
    'given up for another name, and another block imports it: plan, apply',
    async (shop) => {
      const other = block('copy', '  on_fork_change = "replace"', 'other');
      shop.write(`${other}${block('taken')}${imported('copy', 'taken')}`);
      return [await plan(shop), await apply(shop)];
    },
  ],
  [
    'the block renamed, and the new one imports it by `-target`: apply, plan',
    async (shop) => {
      shop.write(`${block('renamed')}${imported('copy', 'renamed')}`);
      return [await apply(shop, '-target=forkcast_service.renamed'), await plan(shop)];
    },
  ],
  [
    'two blocks exchange their names: plan; then what the state has: plan',
    async (shop) => {
      shop.write(`${block('copy')}${block('two', '', 'copy-two')}`);
      await apply(shop);
      shop.write(`${block('copy', '', 'copy-two')}${block('two')}`);
      const refused = await plan(shop);
      await exchange(shop, 'copy', 'two');
      return [refused, await plan(shop)];
    },
  ],
  [
    'two blocks exchange their names, and the loss is accepted: plan, apply',
    async (shop) => {
      shop.write(`${block('copy')}${block('two', '', 'copy-two')}`);
      await apply(shop);
      const accepted = '  on_fork_change = "replace"';
      shop.write(`${block('copy', accepted, 'copy-two')}${block('two', accepted)}`);
      return [await plan(shop), await apply(shop)];
    },
  ],
  [
    'its block asks another registry by `alias`: plan, apply',
    async (shop) => {
      shop.write(`${await otherRegistry(shop)}${fromNothing(block('copy', underOther))}`);
      return [await plan(shop), await apply(shop)];
    },
  ],
  [
    'its block asks another registry by `alias`: destroy without refresh',
    async (shop) => {
      shop.write(`${await otherRegistry(shop)}${fromNothing(block('copy', underOther))}`);
      return [await destroy(shop, '-refresh=false')];
    },
  ],
  [
    'a service of another registry imported by command under an `alias`: plan, apply, plan',
    async (shop) => {
      const other = fromNothing(block('other', underOther));
      const head = await otherRegistry(shop);
      shop.write(`${head}${block('copy')}${other}`);
      await apply(shop);
      await shop.terraform('state', 'rm', 'forkcast_service.other');
      await shop.terraform('import', '-input=false', 'forkcast_service.other', 'demo/copy');
      return [await plan(shop), await apply(shop), await plan(shop)];
    },
  ],
  [
    'tainted, and under another name: plan, apply',
    async (shop) => {
      await shop.terraform('taint', 'forkcast_service.copy');
      shop.write(block('copy', '', 'copy-two'));
      return [await plan(shop), await apply(shop)];
    },
  ],
  [
    '`create_before_destroy`, another time and the loss accepted, and its source ends after the plan: apply, plan',
    async (shop) => {
      const at = 'service_to_fork_from = "orders"\n    recovery_target_time = "2026-11-03T00:00:00Z"';
      const later = block('copy', `  on_fork_change = "replace"\n${early}`).replace(/service_to_fork_from.*/, at);
      shop.write(later);
      await shop.terraform('plan', '-input=false', '-out=plan.bin');
      shop.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
      return [told(await shop.terraform('apply', '-input=false', 'plan.bin')), await plan(shop)];
    },
  ],
  [
    'imported by two blocks: plan',
    async (shop) => {
      await shop.terraform('state', 'rm', 'forkcast_service.copy');
      shop.write(`${block('copy')}${block('again')}${imported('copy')}${imported('copy', 'again')}`);
      return [await plan(shop)];
    },
  ],
  [
    'with a database in it, and taken over by somebody: destroy without refresh',
    async (shop) => {
      shop.write(`${block('copy')}${database}`);
      await apply(shop);
      change(shop, theirs);
      const ended = await destroy(shop, '-refresh=false');
      expect(found(shop)?.databases).toContain('extra');
      return [ended];
    },
  ],
  [
    'a registry made anew at the same address: plan',
    async (shop) => {
      const { world } = shop;
      shop.world = aWorld();
      shop.world.run(aCreate());
      shop.world.advance(4 * 86_400_000);
      const said = await plan(shop);
      shop.world = world;
      return [said];
    },
  ],
  [
    'two checkouts of a block, applied at once: which of them is not told',
    async (shop) => {
      shop.write(fromNothing(block('both', '', 'both')));
      const said = await Promise.all(['one', 'two'].map((name) => apply(shop, `-state=${name}.tfstate`)));
      return [...said].sort();
    },
  ],
  [
    'the block renamed, with `-parallelism=1`: apply; with 30: apply',
    async (shop) => {
      shop.write(block('renamed'));
      return [await apply(shop, '-parallelism=1'), await apply(shop, '-parallelism=30')];
    },
  ],
  [
    'its source changed, under `ignore_changes`: plan; and tags: apply',
    async (shop) => {
      const ignoring = '  lifecycle {\n    ignore_changes = [user_config.service_to_fork_from]\n  }';
      const changed = (more: string) => block('copy', `${ignoring}\n${more}`).replace('"orders"', '"others"');
      shop.write(changed(''));
      const said = await plan(shop);
      shop.write(changed('  tags = { team = "a" }'));
      return [said, await apply(shop)];
    },
  ],
  [
    '`prevent_destroy`: destroy; `-replace`: plan; another name with the loss accepted: plan',
    async (shop) => {
      const kept = '  on_fork_change = "replace"\n  lifecycle {\n    prevent_destroy = true\n  }';
      shop.write(block('copy', kept));
      const said = [await destroy(shop), await plan(shop, '-replace=forkcast_service.copy')];
      shop.write(block('copy', kept, 'copy-two'));
      return [...said, await plan(shop)];
    },
  ],
  [
    'protected by somebody: destroy; `-replace`: plan; tainted: plan',
    async (shop) => {
      shop.world.run({ type: 'UpdateService', ...copy, terminationProtection: true });
      const said = [await destroy(shop), await plan(shop, '-replace=forkcast_service.copy')];
      await shop.terraform('taint', 'forkcast_service.copy');
      return [...said, await plan(shop)];
    },
  ],
  [
    'the provider killed while it plans another plan: plan, apply',
    async (shop) => {
      shop.write(block('copy').replace('business-4', 'business-8'));
      shop.arm(/GET /, 'killed before');
      const killed = await plan(shop);
      expect(shop.isSpent).toBe(true);
      return [killed, await apply(shop)];
    },
  ],
  ['`-replace`: apply', async (shop) => [await apply(shop, '-replace=forkcast_service.copy')]],
  [
    '`create_before_destroy` and `-replace`: apply, plan',
    async (shop) => {
      shop.write(block('copy', early));
      return [await apply(shop, '-replace=forkcast_service.copy'), await plan(shop)];
    },
  ],
  [
    '`create_before_destroy` of a dependent, and `-replace`: apply, plan',
    async (shop) => {
      shop.write(`${block('copy')}${dependent}`);
      await apply(shop);
      return [await apply(shop, '-replace=forkcast_service.copy'), await plan(shop)];
    },
  ],
  [
    'imported into a second state: plan, apply; then the first: plan, destroy',
    async (shop) => {
      shop.write(`${block('copy')}${imported('copy')}`);
      const second = [await plan(shop, '-state=second.tfstate'), await apply(shop, '-state=second.tfstate')];
      shop.write(block('copy'));
      return [...second, await plan(shop), await destroy(shop, '-refresh=false')];
    },
  ],
  [
    'imported into a second state, and destroyed before an apply',
    async (shop) => {
      await shop.terraform('import', '-input=false', '-state=second.tfstate', 'forkcast_service.copy', 'demo/copy');
      return [await destroy(shop, '-state=second.tfstate')];
    },
  ],
  [
    'released: plan; then imported: apply',
    async (shop) => {
      change(shop, null);
      const before = await plan(shop);
      shop.write(`${block('copy')}${imported('copy')}`);
      await shop.terraform('state', 'rm', 'forkcast_service.copy');
      return [before, await apply(shop)];
    },
  ],
  [
    'a block for a service that nobody ever held: plan; then imported: apply',
    async (shop) => {
      shop.world.run(aCreate({ service: 'found' }));
      const found = fromNothing(block('found', '', 'found'));
      shop.write(`${block('copy')}${found}`);
      const before = await plan(shop);
      shop.write(`${block('copy')}${found}${imported('found', 'found')}`);
      return [before, await apply(shop)];
    },
  ],
  [
    'taken over by somebody: plan, update without refresh, destroy without refresh',
    async (shop) => {
      change(shop, theirs);
      const first = await plan(shop);
      shop.write(block('copy', '  tags = { team = "a" }'));
      return [first, await apply(shop, '-refresh=false'), await destroy(shop, '-refresh=false')];
    },
  ],
  [
    'made anew by somebody between plan and apply of an update',
    async (shop) => {
      shop.write(block('copy', '  tags = { team = "a" }'));
      await shop.terraform('plan', '-input=false', '-out=plan.bin');
      remake(shop);
      return [told(await shop.terraform('apply', '-input=false', 'plan.bin'))];
    },
  ],
  [
    'a state of before owners: plan, update, plan',
    async (shop) => {
      remake(shop);
      asBeforeOwners(shop, 2);
      const first = await plan(shop);
      shop.write(block('copy', '  tags = { team = "a" }'));
      return [first, await apply(shop), await plan(shop)];
    },
  ],
  [
    'a second project with a service of the name: apply',
    async (shop) => {
      const other = fromNothing(block('other', '  project = "other"'));
      shop.write(`${block('copy')}${other}`);
      return [await apply(shop)];
    },
  ],
];

interface Row {
  readonly situation: string;
  readonly said: readonly string[];
  readonly service: string;
}

const found = (shop: ProviderWorkshop) => shop.world.registry.findService(copy);
const hasRow = (shop: ProviderWorkshop): boolean =>
  JSON.stringify(shop.world.registry.contents(copy)?.rows ?? []).includes('"mine"');

const played = async ([situation, play]: (typeof scenes)[number], program = 'terraform'): Promise<Row> => {
  const shop = await ProviderWorkshop.open(program);
  try {
    await shop.init(block('copy'));
    expect(await shop.apply()).toMatchObject({ code: 0 });
    shop.world.run(aRow('mine', 'v', 'copy'));
    const said = await play(shop);
    const row = hasRow(shop) ? 'lives, and so does its row' : 'made anew, as the plan announced';
    const service = found(shop) === undefined ? 'ended, as the plan announced' : row;
    return { situation, said, service };
  } finally {
    shop.close();
  }
};

const line = ({ situation, said, service }: Row): string => `| ${situation} | ${said.join('; ')} | ${service} |`;

const pageOf = (rows: readonly Row[]): string =>
  `${[
    '<!-- Written by test/matrix/provider-ownership.test.ts with UPDATE_GOLDEN=1. -->',
    '',
    '# What becomes of a live service, cell by cell',
    '',
    'Played by real terraform with the provider: a block has made a fork, and a row was written to it. What is said is the first error of',
    'a command, or what it did. Nothing ends but where a plan names the end. The laws are in [ownership](ownership.md), interrupted',
    'applies in the [crash matrix](provider-crash-matrix.md).',
    '',
    '| situation | what Terraform says | the service |',
    '|---|---|---|',
    ...rows.map(line),
  ].join('\n')}\n`;

/** Those whose plan names the end. */
const announced: ReadonlySet<string> = new Set([
  'a copied state: destroy with the copy, plan with the first',
  'tainted: apply',
  'tainted, and under another name: plan, apply',
  '`-replace`: apply',
]);

whenTerraform('a live service, in every situation', () => {
  test('is lost only where the plan announced it', async () => {
    const rows: Row[] = [];
    for (const scene of scenes) rows.push(await played(scene));
    const lost = rows.filter(({ service }) => !service.startsWith('lives')).map(({ situation }) => situation);
    const text = pageOf(rows);
    expect(lost).toEqual([...announced]);
    expectGolden(page, text);
  });
});

whenProgram('tofu')('the same, driven by tofu', () => {
  test('ends as the page says', async () => {
    const lines = readFileSync(page, 'utf8').split('\n');
    const rows: Row[] = [];
    // OpenTofu does not say that it only plans: what another alias ends is a warning.
    const spoken = scenes.filter(([situation]) => !situation.includes('under another alias'));
    for (const scene of spoken) rows.push(await played(scene, 'tofu'));
    const others = rows.filter((row) => !lines.includes(line(row)));
    // Blocks `removed` are of OpenTofu 1.7.
    const isUnknownBlock = ({ said, service }: Row): boolean =>
      said.join().includes('Unsupported block type') && service.startsWith('lives');
    expect(others.filter((row) => !isUnknownBlock(row)).map(line)).toEqual([]);
  });
});
