import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProviderWorkshop } from '../../acceptance/provider-workshop';
import { aFork, aRow, copy } from '../../registry/world';
import {
  apply,
  block,
  change,
  destroy,
  early,
  plan,
  type Play,
  stateFile,
  swapRegistry,
  theirs,
  told,
} from './provider-play';

/** What is in the service `copy`, by the three types of resources that declare it. */
interface Inside {
  /** Label of the blocks. @default it */
  readonly label?: string;
  /** Of the pool. @default 10 */
  readonly size?: number;
  /** Of the database. @default reports */
  readonly database?: string;
  readonly more?: string;
}

const types = ['database', 'service_user', 'connection_pool'] as const;

/** Blocks for what is in the service. */
export const inside = ({ label = 'it', size = 10, database = 'reports', more = '' }: Inside = {}): string => `
resource "forkcast_database" "${label}" {
  service_name  = "copy"
  database_name = "${database}"
  depends_on    = [forkcast_service.copy]
${more}
}
resource "forkcast_service_user" "${label}" {
  service_name = "copy"
  username     = "reader"
  depends_on   = [forkcast_service.copy]
${more}
}
resource "forkcast_connection_pool" "${label}" {
  service_name  = "copy"
  pool_name     = "web"
  database_name = "defaultdb"
  pool_size     = ${size}
  depends_on    = [forkcast_service.copy]
${more}
}
`;

/** The same in a configuration that has no block for the service. */
const insideAlone = (part: Inside = {}): string => inside(part).replace(/ {2}depends_on +=.*\n/g, '');

const each = (text: (type: string) => string): string => types.map((type) => text(`forkcast_${type}`)).join('');
const movedFrom = (from: string, to: string): string =>
  each((type) => `moved {\n  from = ${type}.${from}\n  to   = ${type}.${to}\n}\n`);
const forgotten = (label: string): string =>
  each((type) => `removed {\n  from = ${type}.${label}\n  lifecycle {\n    destroy = false\n  }\n}\n`);
const ids = { database: 'reports', service_user: 'reader', connection_pool: 'web' };
const importedAs = (label: string): string =>
  types.map((type) => `import {\n  to = forkcast_${type}.${label}\n  id = "demo/copy/${ids[type]}"\n}\n`).join('');

const all = (part: Inside = {}): string => `${block('copy')}${inside(part)}`;

/** Writes a configuration that calls itself by another stack. */
const writeSecond = (shop: ProviderWorkshop, text: string): void => {
  shop.write(text);
  const file = join(shop.folder, 'main.tf');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('project  = "demo"', 'project  = "demo"\n  stack    = "second"'),
  );
};

/** A row in the database of the ground. */
export const keptRow = { type: 'WriteRow', ...copy, database: 'reports', key: 'kept', value: 'v' } as const;

/** What the ground has in the service, written anew by somebody. */
const fill = ({ world }: ProviderWorkshop): void =>
  world.run(
    { type: 'CreateDatabase', ...copy, database: 'reports' },
    { type: 'CreateUser', ...copy, username: 'reader' },
    {
      type: 'CreatePool',
      ...copy,
      pool: 'web',
      database: 'defaultdb',
      username: null,
      poolSize: 10,
      poolMode: 'transaction',
    },
    aRow('mine', 'v', 'copy'),
    keptRow,
  );

/** Somebody ends the service, and makes one of its name with the same in it. */
const remakeAll = (shop: ProviderWorkshop): void => {
  shop.world.run({ type: 'TerminateService', ...copy }, aFork());
  fill(shop);
};

/** Another registry at the same address, with a service of the name and the same in it. */
const swapAll = (shop: ProviderWorkshop): void => {
  swapRegistry(shop);
  fill(shop);
};

const replaced = types.map((type) => `-replace=forkcast_${type}.it`);
const targets = types.map((type) => `-target=forkcast_${type}.it`);

const planned = async (shop: ProviderWorkshop, ...more: readonly string[]): Promise<string> =>
  told(await shop.terraform('plan', '-input=false', '-out=plan.bin', ...more));
const applyPlanned = async (shop: ProviderWorkshop): Promise<string> =>
  told(await shop.terraform('apply', '-input=false', 'plan.bin'));

/** Each begins with a block `copy` that has made its fork, with blocks `it` for what is in it, and rows that were written. */
export const memberScenes: readonly (readonly [situation: string, play: Play])[] = [
  [
    'the blocks renamed: plan, apply',
    async (shop) => {
      shop.write(all({ label: 'new' }));
      return [await plan(shop), await apply(shop)];
    },
  ],
  [
    'the blocks renamed, under another alias: plan; the same with `copied`: plan',
    async (shop) => {
      const registry = `registry = "${shop.registry}"`;
      const alias = `provider "forkcast" {\n  alias    = "other"\n  ${registry}\n  project  = "demo"\n}\n`;
      const renamed = (more: string) => `${alias}${all({ label: 'new', more: `  provider = forkcast.other${more}` })}`;
      shop.write(renamed(''));
      const plain = await plan(shop);
      shop.write(renamed('\n  copied = true'));
      return [plain, await plan(shop)];
    },
  ],
  [
    'the name of the database goes to another block: plan, apply',
    async (shop) => {
      const second = inside({ label: 'new' }).split('resource "forkcast_service_user"')[0] ?? '';
      shop.write(`${all({ database: 'archive' })}${second}`);
      return [await plan(shop), await apply(shop)];
    },
  ],
  [
    'the blocks renamed, with `moved`: apply',
    async (shop) => {
      shop.write(`${all({ label: 'new' })}${movedFrom('it', 'new')}`);
      return [await apply(shop)];
    },
  ],
  [
    'the blocks renamed, and the new ones import: plan',
    async (shop) => {
      shop.write(`${all({ label: 'new' })}${importedAs('new')}`);
      return [await plan(shop)];
    },
  ],
  [
    'the old blocks `removed` without destruction, and new ones import: apply, plan',
    async (shop) => {
      shop.write(`${all({ label: 'new' })}${importedAs('new')}${forgotten('it')}`);
      return [await apply(shop), await plan(shop)];
    },
  ],
  [
    'second blocks of the names: plan',
    async (shop) => {
      shop.write(`${all()}${inside({ label: 'more' })}`);
      return [await plan(shop)];
    },
  ],
  [
    'only the service renamed, with `moved`: apply, plan',
    async (shop) => {
      const renamed = `${block('new')}${inside()}`.replaceAll('forkcast_service.copy', 'forkcast_service.new');
      shop.write(`${renamed}moved {\n  from = forkcast_service.copy\n  to   = forkcast_service.new\n}\n`);
      return [await apply(shop), await plan(shop)];
    },
  ],
  [
    'the same blocks in a second state: plan, apply',
    async (shop) => {
      writeSecond(shop, insideAlone());
      return [await plan(shop, '-state=second.tfstate'), await apply(shop, '-state=second.tfstate')];
    },
  ],
  [
    'the same blocks in a second workspace: apply',
    async (shop) => {
      await shop.terraform('workspace', 'new', 'second');
      shop.write(insideAlone());
      return [await apply(shop)];
    },
  ],
  [
    'imported into a second state: apply; another size: plan; destroy',
    async (shop) => {
      writeSecond(shop, `${insideAlone()}${importedAs('it')}`);
      const first = await apply(shop, '-state=second.tfstate');
      writeSecond(shop, insideAlone({ size: 20 }));
      const said = [first, await plan(shop, '-state=second.tfstate'), await destroy(shop, '-state=second.tfstate')];
      shop.write(all());
      return said;
    },
  ],
  [
    'a copied state: destroy of what is in it with the copy, plan with the first',
    async (shop) => {
      copyFileSync(stateFile(shop), stateFile(shop, 'copied.tfstate'));
      return [await destroy(shop, '-state=copied.tfstate', ...targets), await plan(shop)];
    },
  ],
  [
    'the state lost: apply; then imported, service and all: apply, plan',
    async (shop) => {
      writeFileSync(stateFile(shop), '');
      const refused = await apply(shop);
      shop.write(`${all()}${importedAs('it')}import {\n  to = forkcast_service.copy\n  id = "demo/copy"\n}\n`);
      return [refused, await apply(shop), await plan(shop)];
    },
  ],
  [
    'an older state, of a service that was made anew since: destroy',
    async (shop) => {
      copyFileSync(stateFile(shop), stateFile(shop, 'older.tfstate'));
      await apply(shop, '-replace=forkcast_service.copy');
      await apply(shop);
      shop.world.run(aRow('mine', 'v', 'copy'), keptRow);
      return [await destroy(shop, '-state=older.tfstate')];
    },
  ],
  [
    'the service made anew by somebody: destroy of what is in it; the same without refresh',
    async (shop) => {
      remakeAll(shop);
      copyFileSync(stateFile(shop), stateFile(shop, 'copied.tfstate'));
      return [
        await destroy(shop, ...targets),
        await destroy(shop, '-refresh=false', '-state=copied.tfstate', ...targets),
      ];
    },
  ],
  [
    'the service made anew by somebody under a plan of their end: apply',
    async (shop) => {
      await planned(shop, '-destroy', ...targets);
      remakeAll(shop);
      return [await applyPlanned(shop)];
    },
  ],
  [
    'the service made anew by somebody under a plan of another size: apply, plan',
    async (shop) => {
      shop.write(all({ size: 20 }));
      await planned(shop);
      remakeAll(shop);
      return [await applyPlanned(shop), await plan(shop)];
    },
  ],
  [
    'another registry under a plan of their end: apply; under one of another size: apply',
    async (shop) => {
      const first = shop.world;
      shop.write(all({ size: 20 }));
      await planned(shop);
      swapAll(shop);
      const sized = await applyPlanned(shop);
      shop.world = first;
      await planned(shop, '-destroy', ...targets);
      swapAll(shop);
      return [await applyPlanned(shop), sized];
    },
  ],
  [
    'the service taken over by somebody: another size, plan without refresh; destroy',
    async (shop) => {
      change(shop, theirs);
      shop.write(all({ size: 20 }));
      return [await plan(shop, '-refresh=false', ...targets), await destroy(shop)];
    },
  ],
  [
    'the service released: destroy',
    async (shop) => {
      change(shop, null);
      return [await destroy(shop)];
    },
  ],
  ['`-replace` of them: apply', async (shop) => [await apply(shop, ...replaced)]],
  [
    'tainted: apply',
    async (shop) => {
      for (const type of types) await shop.terraform('taint', `forkcast_${type}.it`);
      return [await apply(shop)];
    },
  ],
  [
    '`create_before_destroy`, and `-replace`: apply, plan',
    async (shop) => {
      shop.write(all({ more: early }));
      return [await apply(shop, ...replaced), await plan(shop)];
    },
  ],
  [
    '`prevent_destroy`, and another name: plan; and `-replace`: plan',
    async (shop) => {
      const kept = '  lifecycle {\n    prevent_destroy = true\n  }';
      shop.write(all({ more: kept, database: 'archive' }));
      const named = await plan(shop);
      shop.write(all({ more: kept }));
      return [named, await plan(shop, ...replaced)];
    },
  ],
  [
    'another name of the database: plan, apply',
    async (shop) => {
      shop.write(all({ database: 'archive' }));
      return [await plan(shop), await apply(shop)];
    },
  ],
  [
    '`-replace` of the service: apply, plan',
    async (shop) => [await apply(shop, '-replace=forkcast_service.copy'), await plan(shop)],
  ],
  [
    'the service powered off by somebody: destroy of what is in it, plan; then powered on: plan',
    async (shop) => {
      shop.world.run({ type: 'UpdateService', ...copy, powered: false });
      const off = [await destroy(shop, ...targets), await plan(shop)];
      shop.world.run({ type: 'UpdateService', ...copy, powered: true });
      return [...off, await plan(shop)];
    },
  ],
  [
    'the service protected by somebody: destroy of all',
    async (shop) => {
      shop.world.run({ type: 'UpdateService', ...copy, terminationProtection: true });
      return [await destroy(shop)];
    },
  ],
  [
    'the blocks taken out: apply',
    async (shop) => {
      shop.write(block('copy'));
      return [await apply(shop)];
    },
  ],
  [
    'the blocks `removed` without destruction: apply; then declared again: apply; and imported: apply, plan',
    async (shop) => {
      shop.write(`${block('copy')}${forgotten('it')}`);
      const first = await apply(shop);
      shop.write(all());
      const second = await apply(shop);
      shop.write(`${all()}${importedAs('it')}`);
      return [first, second, await apply(shop), await plan(shop)];
    },
  ],
];
