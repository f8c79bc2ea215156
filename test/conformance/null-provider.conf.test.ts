import { Ground, type Declared } from '../acceptance/ground';
import { aCreate } from '../registry/world';
import { expectOnPage, type Met } from './page';
import { describeIf, works } from './tools';

jest.setTimeout(600_000);

const binary = process.env['FORKCAST_NULL_PROVIDER'];
const isThere = binary !== undefined && works('terraform', 'version');

const fork = (plan: string): Declared => ({
  id: 'fork',
  props: { plan, userConfig: { serviceToForkFrom: 'orders' } },
});

interface Step {
  readonly name: string;
  readonly plan?: string;
  readonly run: readonly string[];
  readonly code?: number;
  /** What became of the service. */
  readonly fate: string;
}

const lives = 'lives, and so does its row';
const apply = ['apply', '-auto-approve'];
const plan = ['plan', '-detailed-exitcode'];
const steps: readonly Step[] = [
  { name: 'a plan again: no change', run: plan, fate: lives },
  { name: 'a larger plan of the service, in place', plan: 'business-8', run: apply, fate: lives },
  { name: 'a plan after it: no change', run: plan, fate: lives },
  { name: 'destroy', run: ['destroy', '-auto-approve'], fate: 'ended' },
];

/** The life of a fork of the local-exec backend, whose command is run by `null_resource` of this provider. */
const lifeWith = async (provider: string | undefined): Promise<readonly Met[]> => {
  const ground = await Ground.open();
  try {
    ground.world.run(aCreate());
    ground.world.advance(3_600_000);
    ground.backend = 'null_resource';
    ground.installNullProvider(provider);
    const take = async ({ name, plan: size, run, code = 0, fate }: Step): Promise<Met> => {
      if (size !== undefined) expect(await ground.synth({ reh: [fork(size)] })).toMatchObject({ code: 0 });
      const ran = await ground.terraform(run);
      if (name === 'a fork is made' && ran.code === 0) ground.write();
      const became = ground.fate();
      if (ran.code === code && became === fate) return { name, outcome: 'served' };
      const said = ran.text.split('\n').find((line) => line.includes('Error')) ?? '';
      return { name, outcome: 'differs', note: `ended with ${ran.code}, ${became}: ${said.replaceAll('|', '/')}` };
    };
    const met: Met[] = [];
    const made: Step = { name: 'a fork is made', plan: 'business-4', run: apply, fate: lives };
    for (const step of [made, ...steps]) met.push(await take(step));
    return met;
  } finally {
    ground.close();
  }
};

describeIf(
  isThere,
  'the null provider',
  'FORKCAST_NULL_PROVIDER names no binary of hashicorp/null 3.2.4, or no terraform',
  () => {
    test('carries the command of a fork as its stand-in does', async () => {
      const genuine = await lifeWith(binary);
      expect(genuine).toEqual(await lifeWith(undefined));
      expectOnPage('The null provider, 3.2.4', genuine);
    });
  },
);
