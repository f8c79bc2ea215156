import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whenProgram, whenTerraform } from '../../acceptance/workshop';
import { repositoryRoot } from '../../source-tree';
import { type Blow, Ground } from '../../acceptance/ground';
import { hasGenuineNull } from '../../acceptance/genuine-null';
import { expectGolden } from '../../golden';
import { announced, endedBefore, ofTheRun, scenes, theFork } from './scenes';
import { adoptLineIn, told } from '../../acceptance/told';

jest.setTimeout(1_800_000);

const page = join(repositoryRoot, 'docs/ownership-matrix-local-exec.md');

interface Row {
  readonly situation: string;
  readonly said: readonly string[];
  readonly service: string;
}

/** What runs the command, and whose provider it is of. */
type Carrier = 'terraform_data' | 'null_resource' | 'genuine null_resource';

type Work = (ground: Ground) => Promise<Row>;

const onGround = async (carrier: Carrier, work: Work, program = 'terraform'): Promise<Row> => {
  const ground = await Ground.open(program);
  try {
    ground.backend = carrier === 'terraform_data' ? carrier : 'null_resource';
    if (carrier === 'null_resource') ground.installNullProvider();
    expect(await ground.synth({ reh: [theFork()] })).toMatchObject({ code: 0 });
    return await work(ground);
  } finally {
    ground.close();
  }
};

const played = ([situation, play]: (typeof scenes)[number], carrier: Carrier, program?: string): Promise<Row> => {
  const work: Work = async (ground) => {
    if (situation.startsWith('the other backend')) await ground.installProvider();
    expect(await ground.terraform(['apply', '-auto-approve'])).toMatchObject({ code: 0 });
    ground.write();
    const said = await play(ground);
    const ending = announced.includes(situation) ? ', as the plan announced' : '';
    return { situation, said, service: `${ground.fate()}${ending}` };
  };
  return onGround(carrier, work, program);
};

interface Death extends Blow {
  readonly at: string;
  readonly isStateLost: boolean;
}

const boundaries = [
  ['before it asks for the service', /^GET .*service\/pg-fork/, 'before'],
  ['before its create is carried out', /^POST .*service$/, 'before'],
  ['after its create is carried out', /^POST .*service$/, 'after'],
] as const;

const deaths: readonly Death[] = boundaries.flatMap(([at, on, when]) =>
  (['command', 'terraform'] as const).flatMap((who) =>
    [false, true].map((isStateLost) => ({ at, on, when, who, isStateLost })),
  ),
);

/** A create that is killed, a row in what it made, and the next apply; with the line that it prints, if it is refused. */
const killed = (death: Death, carrier: Carrier, program?: string): Promise<Row> => {
  const work: Work = async (ground) => {
    ground.arm(death);
    const first = await ground.terraform(['apply', '-auto-approve']);
    expect([death.at, ground.isSpent, first.code === 0]).toEqual([death.at, true, false]);
    const isMade = ground.fate() !== 'ended';
    if (isMade) ground.write();
    if (death.isStateLost) rmSync(ground.statePath(), { force: true });
    const next = await ground.terraform(['apply', '-auto-approve']);
    const isRefused = next.code !== 0;
    if (isRefused) await ground.forkcast(...adoptLineIn(next));
    const last = isRefused ? [told(await ground.terraform(['apply', '-auto-approve']))] : [];
    const second = told(await ground.terraform(['plan']));
    if (!isMade) ground.write();
    const lost = death.isStateLost ? ', and the state lost' : '';
    const situation = `${death.who === 'terraform' ? 'Terraform and its command' : 'the command'} killed ${death.at}${lost}`;
    return { situation, said: [told(next), ...last, second], service: ground.fate() };
  };
  return onGround(carrier, work, program);
};

const line = ({ situation, said, service }: Row): string => `| ${situation} | ${said.join('; ')} | ${service} |`;

const table = (title: string, rows: readonly Row[]): readonly string[] => [
  `| ${title} | what is said | the service |`,
  '|---|---|---|',
  ...rows.map(line),
];

const pageOf = (rows: readonly Row[], births: readonly Row[]): string =>
  `${[
    '<!-- Written by test/matrix/ownership/local-exec-cells.test.ts with UPDATE_GOLDEN=1. -->',
    '',
    '# What becomes of a live service of the local-exec backend, cell by cell',
    '',
    'Played by real terraform: a construct has made a service, and a row was written to it. What is said is why a command was refused, or',
    'what it did; `synth` has the facts of the registry, the others were synthesized without. The laws are in [ownership](ownership.md),',
    'the same of the provider in [its own matrix](ownership-matrix.md). What the run has a part in ends alike with `null_resource`.',
    '',
    ...table('situation', rows),
    '',
    'A create that is killed, then a row in what it made, and the next apply; where that is refused, the line that it prints and another',
    'apply; then a plan.',
    '',
    ...table('killed', births),
  ].join('\n')}\n`;

whenTerraform('a live service of the local-exec backend, in every situation', () => {
  test('is lost only where the plan announced it', async () => {
    const rows: Row[] = [];
    for (const scene of scenes) rows.push(await played(scene, 'terraform_data'));
    const births: Row[] = [];
    for (const death of deaths) births.push(await killed(death, 'terraform_data'));
    const text = pageOf(rows, births);
    const lost = rows.filter(({ service }) => !service.startsWith('lives')).map(({ situation }) => situation);
    expect(lost).toEqual(
      rows.map(({ situation }) => situation).filter((one) => [...announced, ...endedBefore].includes(one)),
    );
    expect(births.filter(({ service }) => !service.startsWith('lives'))).toEqual([]);
    expect(births.filter(({ said }) => said.at(-1) !== 'No changes')).toEqual([]);
    expectGolden(page, text);
  });
});

const hasNullPackage = existsSync(join(repositoryRoot, 'node_modules/@cdktf/provider-null'));

(hasNullPackage ? whenTerraform : describe.skip)('carried by null_resource', () => {
  const alike = scenes.filter(([situation]) => ofTheRun.some((pattern) => pattern.test(situation)));

  const endsAsThePageSays = (carrier: Carrier) => async () => {
    const lines = readFileSync(page, 'utf8').split('\n');
    const rows: Row[] = [];
    for (const scene of alike) rows.push(await played(scene, carrier));
    for (const death of deaths.filter(({ when }) => when === 'after')) rows.push(await killed(death, carrier));
    expect(rows.map(line).filter((row) => !lines.includes(row))).toEqual([]);
  };

  test('what the run has a part in ends as the page says', endsAsThePageSays('null_resource'));

  (hasGenuineNull() ? test : test.skip)(
    'and so it does with the genuine provider, where that is to be had',
    endsAsThePageSays('genuine null_resource'),
  );
});

whenProgram('tofu')('driven by tofu', () => {
  test('every situation and every death ends as the page says', async () => {
    const lines = readFileSync(page, 'utf8').split('\n');
    const rows: Row[] = [];
    for (const scene of scenes) rows.push(await played(scene, 'terraform_data', 'tofu'));
    for (const death of deaths) rows.push(await killed(death, 'terraform_data', 'tofu'));
    const others = rows.filter((row) => !lines.includes(line(row)));
    // A construct that moves between backends needs blocks `removed`, which are of OpenTofu 1.7.
    const isUnknownBlock = ({ said, service }: Row): boolean =>
      said.join().includes('Extraneous JSON object property') && service.startsWith('lives');
    expect(others.filter((row) => !isUnknownBlock(row)).map(line)).toEqual([]);
  });
});
