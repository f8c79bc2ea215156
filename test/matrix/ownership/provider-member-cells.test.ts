import { join } from 'node:path';
import { ProviderWorkshop } from '../../acceptance/provider-workshop';
import { whenProgram, whenTerraform } from '../../acceptance/workshop';
import { expectGolden } from '../../golden';
import { aRow, copy } from '../../registry/world';
import { repositoryRoot } from '../../source-tree';
import { inside, keptRow, memberScenes } from './member-scenes';
import { block } from './provider-play';

jest.setTimeout(900_000);

const page = join(repositoryRoot, 'docs/ownership-matrix-members.md');

/** What a registry holds of the service, by names that a test can compare. */
const seen = ({ world: { registry } }: ProviderWorkshop) => {
  const found = registry.findService(copy);
  const rows = JSON.stringify(registry.contents(copy)?.rows ?? []);
  return {
    service: found !== undefined,
    row: rows.includes('"mine"'),
    database: found?.databases.includes('reports') === true,
    databaseRow: rows.includes('"kept"'),
    user: found?.users.some(({ username }) => username === 'reader') === true,
    pool: found?.pools.some(({ pool, poolSize }) => pool === 'web' && poolSize === 10) === true,
  };
};

const fate = (isThere: boolean, isSame: boolean): string => {
  if (!isThere) return 'ended';
  return isSame ? 'lives' : 'made anew';
};

interface Row {
  readonly situation: string;
  readonly said: readonly string[];
  readonly service: string;
  readonly inIt: string;
}

const played = async ([situation, play]: (typeof memberScenes)[number], program = 'terraform'): Promise<Row> => {
  const shop = await ProviderWorkshop.open(program);
  try {
    await shop.init(`${block('copy')}${inside()}`);
    expect((await shop.apply()).text).not.toContain('Error: ');
    shop.world.run(aRow('mine', 'v', 'copy'), keptRow);
    const said = await play(shop);
    const now = seen(shop);
    const [user, pool] = [now.user, now.pool].map((isThere) => (isThere ? 'there' : 'ended'));
    const inIt = `the database ${fate(now.database, now.databaseRow)}, the user ${user}, the pool ${pool}`;
    const isWhole = now.databaseRow && now.user && now.pool;
    return { situation, said, service: fate(now.service, now.row), inIt: isWhole ? 'lives, with its row' : inIt };
  } finally {
    shop.close();
  }
};

const line = ({ situation, said, service, inIt }: Row): string =>
  `| ${situation} | ${said.join('; ')} | ${service} | ${inIt} |`;

const pageOf = (rows: readonly Row[]): string =>
  `${[
    '<!-- Written by test/matrix/ownership/provider-member-cells.test.ts with UPDATE_GOLDEN=1. -->',
    '',
    '# What becomes of what is in a live service, cell by cell',
    '',
    'Played by real terraform with the provider: a block has made a fork, others a database, a user and a connection pool in it, and a row',
    'was written to the service and one to that database. What is said is the first error of a command, or what it did. The local-exec',
    'backend has no such resources. What ended or was made anew, the plan named as destroyed; of the user and the pool it is told only',
    'whether they are there. The laws are in [ownership](ownership.md).',
    '',
    '| situation | what Terraform says | the service | what is in it |',
    '|---|---|---|---|',
    ...rows.map(line),
  ].join('\n')}\n`;

/** Those whose plan names the end. */
const announced: readonly string[] = [
  'a copied state: destroy of what is in it with the copy, plan with the first',
  '`-replace` of them: apply',
  'tainted: apply',
  'another name of the database: plan, apply',
  '`-replace` of the service: apply, plan',
  'the blocks taken out: apply',
];

whenTerraform('what is in a live service, in every situation', () => {
  test('is lost only where the plan announced it', async () => {
    const rows: Row[] = [];
    for (const scene of memberScenes) rows.push(await played(scene));
    const lost = rows.filter((row) => row.service !== 'lives' || row.inIt !== 'lives, with its row');
    expectGolden(page, pageOf(rows));
    expect(lost.map(({ situation }) => situation)).toEqual(announced);
  });
});

whenProgram('tofu')('the same, driven by tofu', () => {
  test('ends as the page says', async () => {
    const rows: Row[] = [];
    // OpenTofu does not say that it only plans: what another alias ends is no refusal.
    const spoken = memberScenes.filter(([situation]) => !situation.includes('under another alias'));
    for (const scene of spoken) rows.push(await played(scene, 'tofu'));
    const lost = rows.filter((row) => row.service !== 'lives' || row.inIt !== 'lives, with its row');
    expect(lost.map(({ situation }) => situation)).toEqual(announced);
  });
});
