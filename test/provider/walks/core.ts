/*
 * A model of what Terraform's core asks of a provider, and in which order. It is as exact as the laws of ownership need, and is itself
 * compared with the real program (test/matrix/walks.test.ts).
 *
 * - A state holds, by address, a current object and objects that `create_before_destroy` put aside (deposed). An object is a value,
 *   private bytes that no user sees, and whether it is tainted.
 * - Each walk is a process of its own that is configured first: nothing that the provider remembers lives from a plan to its apply.
 * - Validate: each block, alone. An error ends the run.
 * - Plan walk: `moved` blocks change addresses first. Then, in any order, each object is upgraded, read (unless -refresh=false) and
 *   planned; one that reading answers null for is gone, and its block plans a create. A block without an object may import one:
 *   import, read, plan. A plan that replaces is made a second time without the prior object, with the private bytes of the first.
 *   A tainted object is planned without its prior object and without private bytes: what the destruction gets is what that answers.
 *   An object without a block, or put aside, is planned to end, with its own private bytes. Any error ends the run, and the state
 *   stays as it was, moves and reads included.
 * - Apply walk: in any order, each change is planned once more and then applied. A create is planned with neither prior nor private,
 *   whether it is of a new block or of a replacement. Destroy then create: an error of the first keeps the object and stops the second.
 *   Create then destroy: the object is put aside first; an error of the second *plan* leaves it there, an error of the *apply* brings
 *   it back; then it is planned to end, once more, and ended. An error with an object makes it tainted when it is new; an error
 *   without one keeps what was there. What does not depend on the error goes on, and the state is written.
 * - A process that dies answers all that is asked of it from then on with an error.
 */
import { toText } from '../../../src/provider/values';
import type { StoredObject } from '../protocol/client';
import { applyWalk } from './apply-walk';
import { type Apply, valueOf } from './configuration';
import { errorsOf, type Planned, planWalk, type Walked } from './plan-walk';
import type { Provider } from './provider-process';
import { service } from '../a-provider';
import type { State } from './state';
import type { Held, Terraform, Workspace } from './terraform';

/** One `terraform apply` of the model. */
export interface Ran {
  readonly isOk: boolean;
  /** Undefined: a block was refused before anything was planned. */
  readonly plan: Planned | undefined;
  /** Undefined: the plan had errors. */
  readonly walk: Walked | undefined;
  readonly errors: readonly string[];
  readonly faults: readonly string[];
  readonly before: State;
  readonly after: State;
  readonly isKilled: boolean;
}

/** Validates, plans and applies. */
export const runApply = async (provider: Provider, before: State, apply: Apply): Promise<Ran> => {
  const refused = { isOk: false, plan: undefined, walk: undefined, before, after: before, isKilled: false };
  const errors = await validateWalk(provider, apply);
  if (errors.length > 0) return { ...refused, errors, faults: [] };
  const plan = await planWalk(await provider.start('plan'), before, apply);
  if (plan.errors.length > 0) return { ...refused, plan, errors: plan.errors, faults: plan.faults };
  await apply.meanwhile?.();
  const walk = await applyWalk(await provider.start('apply', apply.kill), plan, apply);
  return {
    isOk: walk.errors.length === 0,
    plan,
    walk,
    errors: walk.errors,
    faults: [...plan.faults, ...walk.faults],
    before,
    after: walk.state,
    isKilled: provider.isDead(),
  };
};

const validateWalk = async (provider: Provider, { configuration }: Apply): Promise<readonly string[]> => {
  const core = provider.startBare();
  const errors: string[] = [];
  for (const [label, block] of configuration.blocks)
    errors.push(...errorsOf(label, await core.validate(service, valueOf(block))));
  return errors;
};

/** Core, with a state for each workspace. `ran` is told of every apply. */
export class ModelOfCore implements Terraform {
  private readonly states = new Map<Workspace, State>();
  private readonly older = new Map<Workspace, State>();

  constructor(
    private readonly provider: Provider,
    private readonly ran: (workspace: Workspace, apply: Apply, ran: Ran) => Promise<void>,
  ) {}

  stateOf(workspace: Workspace): State {
    return this.states.get(workspace) ?? new Map();
  }

  async apply(workspace: Workspace, apply: Apply): Promise<boolean> {
    const ran = await runApply(this.provider, this.stateOf(workspace), apply);
    this.older.set(workspace, ran.before);
    this.states.set(workspace, ran.after);
    await this.ran(workspace, apply, ran);
    return ran.isOk;
  }

  taint(workspace: Workspace, label: string): Promise<void> {
    const [state, found] = [this.stateOf(workspace), this.stateOf(workspace).get(label)];
    if (found?.current !== undefined) {
      const current = { ...found.current, tainted: true };
      this.states.set(workspace, new Map([...state, [label, { ...found, current }]]));
    }
    return Promise.resolve();
  }

  forget(workspace: Workspace, label: string): Promise<void> {
    this.states.set(workspace, new Map([...this.stateOf(workspace)].filter(([one]) => one !== label)));
    return Promise.resolve();
  }

  copy(from: Workspace, to: Workspace): Promise<void> {
    this.states.set(to, this.stateOf(from));
    return Promise.resolve();
  }

  pushOlder(workspace: Workspace): Promise<void> {
    const older = this.older.get(workspace);
    if (older !== undefined) this.states.set(workspace, older);
    return Promise.resolve();
  }

  held(workspace: Workspace): Promise<readonly Held[]> {
    return Promise.resolve(heldIn(this.stateOf(workspace)));
  }
}

/** What a state holds, in the order of its addresses. */
export const heldIn = (state: State): readonly Held[] =>
  [...state]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([label, { current, deposed }]) => [
      ...(current === undefined ? [] : [heldOf(label, current, { isDeposed: false })]),
      ...[...deposed.values()].map((object) => heldOf(label, object, { isDeposed: true })),
    ]);

const heldOf = (
  label: string,
  { value, tainted }: StoredObject,
  { isDeposed }: { readonly isDeposed: boolean },
): Held => ({
  label,
  isDeposed,
  isTainted: tainted === true,
  name: toText(value['service_name']) ?? '',
  owner: toText(value['owner']) ?? null,
});
