import type { World } from '../../registry/world';
import { type Apply } from './configuration';
import { heldIn, ModelOfCore, type Ran } from './core';
import { laws } from './laws';
import { theWorld, type View, viewOf, writeRows } from './living';
import { planWalk } from './plan-walk';
import { play } from './play';
import type { Provider } from './provider-process';
import type { Sequence } from './steps';
import { type Workspace } from './terraform';

/** A sequence that broke a law. */
export class BrokenLawError extends Error {
  constructor(broken: readonly string[], story: readonly string[]) {
    super(`${broken.join('\n')}\nafter\n${story.join('\n')}`);
  }
}

/** Plays a sequence against the model of core and judges every step by every law. @throws BrokenLawError */
export const witness = async (sequence: Sequence, providerOn: (world: World) => Provider): Promise<void> => {
  const world = theWorld(sequence.profile);
  const provider = providerOn(world);
  const story: string[] = [];
  const written = new Map<string, readonly string[]>();
  const twins = new Set<string>();
  let before: View = viewOf(world);
  let after: View = before;

  const judge = async (workspace: Workspace, apply: Apply, ran: Ran): Promise<void> => {
    after = viewOf(world);
    const elsewhere = heldIn(model.stateOf(workspace === 'one' ? 'two' : 'one'));
    const isInformed = apply.refresh && apply.meanwhile === undefined;
    const witnessed = { ran, isInformed, before, after, written, twins, elsewhere };
    story.push(lineOf(ran, after));
    const broken = Object.entries(laws).flatMap(([name, law]) => law(witnessed).map((line) => `${name}: ${line}`));
    if (ran.isOk && isInformed && isBusy(ran))
      broken.push(...(await restlessness(ran, { ...apply, replace: undefined })));
    if (broken.length > 0) throw new BrokenLawError(broken, story);
  };

  /** After everything was applied, the plan of the same configuration is empty. */
  const restlessness = async ({ after: state }: Ran, apply: Apply): Promise<readonly string[]> => {
    const plan = await planWalk(await provider.start('plan'), state, apply);
    return [
      ...plan.errors.map((error) => `a second plan is empty: ${error}`),
      ...plan.changes
        .filter(({ action }) => action !== 'no-op')
        .map(({ label, action }) => `a second plan is empty: ${label} is to be ${action}`),
    ];
  };

  const model = new ModelOfCore(provider, judge);
  await play(sequence, model, {
    world,
    before: (step) => {
      story.push(JSON.stringify(step));
      if (step.deed.kind === 'copy' || step.deed.kind === 'older')
        for (const workspace of ['one', 'two'] as const)
          for (const { owner } of heldIn(model.stateOf(workspace))) if (owner !== null) twins.add(owner);
      before = viewOf(world);
    },
    after: () => {
      for (const [id, key] of writeRows(world, after, `row-${story.length}`))
        written.set(id, [...(written.get(id) ?? []), key]);
      return Promise.resolve();
    },
  });
};

/** It changed something: the plan that did not was empty itself. */
const isBusy = ({ plan, after, before }: Ran): boolean =>
  plan?.changes.some(({ action }) => action !== 'no-op') === true || after.size !== before.size;

const lineOf = ({ isOk, isKilled, plan, errors, after }: Ran, view: View): string => {
  const changes = (plan?.changes ?? []).map(({ label, action, deposed }) => `${label}${deposed ?? ''} ${action}`);
  const held = heldIn(after).map(
    ({ label, name, owner, isDeposed, isTainted }) =>
      `${label}${isDeposed ? ' (deposed)' : ''}${isTainted ? ' (tainted)' : ''} = ${name} of ${owner}`,
  );
  const living = [...view.values()].map(({ id, state, owner }) => `${id} ${state} ${owner ?? ''}`);
  return [
    `  ${isOk ? 'ok' : 'refused'}${isKilled ? ', killed' : ''}; plan: ${changes.join(', ')}`,
    ...errors.map((error) => `  error: ${error.split('\n', 1).join('')}`),
    `  state: ${held.join(', ')}`,
    `  lives: ${living.join(', ')}`,
  ].join('\n');
};
