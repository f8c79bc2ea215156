import fc from 'fast-check';
import { ProviderWorkshop } from '../acceptance/provider-workshop';
import { whenTerraform } from '../acceptance/workshop';
import { ModelOfCore } from '../provider/walks/core';
import { theWorld, viewOf, writeRows } from '../provider/walks/living';
import { play } from '../provider/walks/play';
import { installProvider, type Provider } from '../provider/walks/provider-process';
import { anySequence, type Sequence } from '../provider/walks/steps';
import { type Terraform, workspaces } from '../provider/walks/terraform';
import type { World } from '../registry/world';
import { RealTerraform } from './walks-terraform';

jest.setTimeout(3_600_000);

const { FORKCAST_SIM_SEED: asked, FORKCAST_SIM_RUNS: runs } = process.env;
const seeds = Array.from({ length: Number(runs ?? 30) }, (_, index) => Number(asked ?? 1) + index);

const replay = (seed: number): string => `npm run test:matrix -- --seed ${seed} --runs 1 test/matrix/walks`;

/** A sequence in a world where nothing takes time: the program has only the machine's clock. */
const sequenceOf = (seed: number): Sequence => {
  const [sequence] = fc.sample(anySequence({ stepsMax: 5 }), { seed, numRuns: 1 });
  if (sequence === undefined) throw new RangeError('There is no sequence.');
  return { ...sequence, profile: 'instant' };
};

/** What can be seen after each step: how the apply ended, what the states hold, what lives, whose it is, and its rows. */
const seen = async (
  sequence: Sequence,
  terraform: Terraform,
  world: World,
  said = () => '',
): Promise<readonly string[]> => {
  const lines: string[] = [];
  const see = async (isOk: boolean): Promise<string> => {
    const states = new Map(
      await Promise.all(workspaces.map(async (workspace) => [workspace, await terraform.held(workspace)] as const)),
    );
    const all = [...states].flatMap(([workspace, held]) => held.map((one) => ({ ...one, workspace })));
    const held = all.map(({ workspace, label, isDeposed, isTainted, name }) =>
      [workspace, label, ...(isDeposed ? ['deposed'] : []), ...(isTainted ? ['tainted'] : []), '=', name].join(' '),
    );
    const living = [...viewOf(world).values()].map(({ id, state, owner, rows }) => {
      const by = all.filter((one) => one.owner === owner).map(({ workspace, label }) => `${workspace} ${label}`);
      return `${id.replace(/@.*/, '')} ${state} (${by.sort().join(', ')}) ${rows.length} rows`;
    });
    return [isOk ? 'ok' : 'refused', ...held.sort(), ...living].join('; ');
  };
  await play(sequence, terraform, {
    world,
    after: async (step, isOk) => {
      lines.push(`${JSON.stringify(step)}\n  ${await see(isOk)}`);
      told.push(said());
      writeRows(world, viewOf(world), `row-${lines.length}`);
    },
  });
  return lines;
};

/** What the program said, step by step, for whoever looks into a difference. */
const told: string[] = [];

whenTerraform('the model of core', () => {
  let providerOn: (world: World) => Provider;
  let shop: ProviderWorkshop;
  beforeAll(async () => {
    providerOn = await installProvider();
  });
  beforeEach(async () => {
    shop = await ProviderWorkshop.open();
    await shop.init('');
  });
  afterEach(() => shop.close());

  test.each(seeds)('does what the program does: %d', async (seed) => {
    const sequence = sequenceOf(seed);
    const world = theWorld('instant');
    const model = await seen(sequence, new ModelOfCore(providerOn(world), () => Promise.resolve()), world);
    told.length = 0;
    const real = new RealTerraform(shop);
    const program = await seen(sequence, real, shop.world, () => real.said);
    if (program.join() !== model.join()) process.stdout.write(`${replay(seed)}\n${told.join('\n----\n')}\n`);
    expect(program).toEqual(model);
  });
});
