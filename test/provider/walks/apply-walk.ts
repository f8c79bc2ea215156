import { service } from '../a-provider';
import { StatusError } from '../protocol/caller';
import type { CoreClient, Plan, StoredObject } from '../protocol/client';
import { type Apply, valueOf } from './configuration';
import { visit } from './nodes';
import { type Change, errorsOf, type Planned, upgrade, type Walked, withTaint } from './plan-walk';
import { WorkingState } from './state';

/** The walk that applies: each change is planned once more and carried out; what fails stops what depends on it, and no other. */
export const applyWalk = async (core: CoreClient, planned: Planned, apply: Apply): Promise<Walked> => {
  const state = new WorkingState(planned.state);
  const walk = new ApplyWalk(core, state, apply);
  await visit(planned.changes, apply.order, (change) => walk.carryOut(change));
  return { state: state.freeze(), errors: walk.errors, faults: walk.faults };
};

class ApplyWalk {
  readonly errors: string[] = [];
  readonly faults: string[] = [];

  constructor(
    private readonly core: CoreClient,
    private readonly state: WorkingState,
    private readonly apply: Apply,
  ) {}

  async carryOut(change: Change): Promise<void> {
    switch (change.action) {
      case 'no-op':
        return;
      case 'create':
      case 'update':
        return void (await this.make(change));
      case 'delete':
        return void (await (change.deposed === undefined
          ? this.end(change)
          : this.endDeposed(change.label, change.deposed)));
      case 'delete-then-create':
        if (await this.end(change)) await this.make(change);
        return;
      case 'create-then-delete':
        return this.replaceFirst(change);
    }
  }

  /** An error of the second plan leaves the object aside; one of the create makes it the current one again. */
  private async replaceFirst(change: Change): Promise<void> {
    const key = this.state.depose(change.label);
    const made = await this.make(change);
    if (made === 'done') await this.endDeposed(change.label, key);
    if (made === 'not-applied') this.state.restore(change.label, key);
  }

  private async make({ label, plan: planned }: Change): Promise<'done' | 'not-planned' | 'not-applied'> {
    const block = this.apply.configuration.blocks.get(label);
    if (block === undefined) throw new RangeError(`There is no block ${label}.`);
    const config = valueOf(block);
    const prior = this.state.get(label).current ?? null;
    const again = await this.asked(label, async () => {
      if (prior !== null) await upgrade(this.core, prior);
      return this.core.planOnce(service, config, prior);
    });
    if (again === undefined) return 'not-planned';
    this.faults.push(...this.core.finalFaults(service, planned, again));
    if (again.action === 'no-op') return 'done';
    const applied = await this.asked(
      label,
      () => this.core.applyOnce(service, config, prior, again),
      (answer) => this.state.set(label, answer.state ?? undefined),
    );
    return applied === undefined ? 'not-applied' : 'done';
  }

  /** Whether the current object is ended. What the destruction gets as private is what the plan answered. */
  private async end({ label, plan, prior }: Change): Promise<boolean> {
    const { current } = this.state.get(label);
    if (current === undefined) return true;
    return this.destroy(label, prior ?? current, { ...plan, planned: null });
  }

  /** What was put aside is planned once more in this walk. */
  private async endDeposed(label: string, key: string): Promise<void> {
    const object = this.state.get(label).deposed.get(key);
    if (object === undefined) return;
    const plan = await this.asked(label, () => this.core.planOnce(service, null, object));
    if (plan !== undefined) await this.destroy(label, object, plan, key);
  }

  private async destroy(label: string, object: StoredObject, plan: Plan, key?: string): Promise<boolean> {
    const applied = await this.asked(
      label,
      async () => {
        await upgrade(this.core, object);
        return this.core.applyOnce(service, null, object, plan);
      },
      ({ state }) => this.state.set(label, state === null ? undefined : withTaint(state, object), key),
    );
    return applied !== undefined;
  }

  /** The answer, kept whatever else it says; undefined: there are errors in it, or the process is dead. */
  private async asked<Answer extends Pick<Plan, 'diagnostics' | 'faults'>>(
    label: string,
    ask: () => Promise<Answer>,
    keep: (answer: Answer) => void = () => undefined,
  ): Promise<Answer | undefined> {
    try {
      const answer = await ask();
      keep(answer);
      const errors = errorsOf(label, answer.diagnostics);
      this.errors.push(...errors);
      this.faults.push(...answer.faults.map((fault) => `${label}: ${fault}`));
      return errors.length > 0 ? undefined : answer;
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      this.errors.push(`${label}: ${error.message}`);
      return undefined;
    }
  }
}
