import type { Diagnostic } from '../../../src/provider/protocol';
import { toJson } from '../../../src/provider/values';
import { service } from '../a-provider';
import type { Applied, CoreClient, Plan, StoredObject } from '../protocol/client';
import { type Apply, type Block, project, valueOf } from './configuration';
import { visit } from './nodes';
import { type State, WorkingState } from './state';

/** What a plan does to one object. */
export interface Change {
  readonly label: string;
  /** Key of an object that was put aside; undefined: the current one. */
  readonly deposed: string | undefined;
  readonly action: 'no-op' | 'create' | 'update' | 'delete' | 'delete-then-create' | 'create-then-delete';
  /** The object as the plan knows it, tainted ones as well. */
  readonly prior: StoredObject | undefined;
  readonly plan: Plan;
}

/** What a walk came to. */
export interface Walked {
  readonly state: State;
  /** Texts of errors, each after the label of its block. */
  readonly errors: readonly string[];
  /** What core would say that the provider did wrong. */
  readonly faults: readonly string[];
}

export interface Planned extends Walked {
  readonly changes: readonly Change[];
}

/** The plan walk: moves, then for each object upgrade, read and plan. */
export const planWalk = async (core: CoreClient, before: State, apply: Apply): Promise<Planned> => {
  const { blocks, moved } = apply.configuration;
  const state = new WorkingState(before);
  for (const move of moved) state.move(move);
  const walk = new PlanWalk(core, state, apply);
  const labels = new Set([...blocks.keys(), ...state.labels]);
  await visit([...labels].flatMap(walk.nodesOf), apply.order, (node) => node());
  return { state: state.freeze(), errors: walk.errors, faults: walk.faults, changes: walk.changes };
};

class PlanWalk {
  readonly errors: string[] = [];
  readonly faults: string[] = [];
  readonly changes: Change[] = [];

  constructor(
    private readonly core: CoreClient,
    private readonly state: WorkingState,
    private readonly apply: Apply,
  ) {}

  /** A block, or an object without one, and the objects that were put aside. */
  readonly nodesOf = (label: string): readonly (() => Promise<void>)[] => {
    const block = this.apply.configuration.blocks.get(label);
    const { current, deposed } = this.state.get(label);
    return [
      ...(block === undefined ? [] : [() => this.planBlock(label, block)]),
      ...(block === undefined && current !== undefined ? [() => this.planEnd(label, current, undefined)] : []),
      ...[...deposed].map(
        ([key, object]) =>
          () =>
            this.planEnd(label, object, key),
      ),
    ];
  };

  private async planBlock(label: string, block: Block): Promise<void> {
    const prior = await this.priorOf(label);
    if (prior === 'failed') return;
    const config = valueOf(block);
    if (this.failed(label, await this.core.validate(service, config))) return;
    const isTainted = prior?.tainted === true;
    const first = await this.core.planOnce(service, config, isTainted ? null : (prior ?? null));
    if (this.failed(label, first.diagnostics, first.faults)) return;
    const isForced = this.apply.replace === label && prior !== undefined;
    if (!isTainted && !isForced && first.action !== 'replace') return this.add(label, first.action, prior, first);
    // A tainted object is planned as if there were none; any other is planned once more so, with what the first plan kept.
    const plan = isTainted ? first : await this.core.planOnce(service, config, { value: null, private: first.private });
    if (!isTainted && this.failed(label, plan.diagnostics, plan.faults)) return;
    this.add(label, block.createFirst ? 'create-then-delete' : 'delete-then-create', prior, plan);
  }

  /** The object of a block: out of the state and refreshed, or imported. */
  private async priorOf(label: string): Promise<StoredObject | undefined | 'failed'> {
    const { current } = this.state.get(label);
    const imported = this.apply.configuration.imports.find(({ to }) => to === label);
    if (current !== undefined) return this.refreshed(label, current, undefined);
    if (imported === undefined) return undefined;
    const found = await this.core.import(service, `${project}/${imported.name}`);
    if (this.failed(label, found.diagnostics)) return 'failed';
    const read =
      found.state === null ? undefined : await this.refreshed(label, found.state, undefined, { always: true });
    if (read === undefined) this.errors.push(`${label}: Cannot import non-existent remote object`);
    return read ?? 'failed';
  }

  private async refreshed(
    label: string,
    object: StoredObject,
    deposed: string | undefined,
    { always = false } = {},
  ): Promise<StoredObject | undefined | 'failed'> {
    if (!always) await upgrade(this.core, object);
    if (!always && !this.apply.refresh) return object;
    const read: Applied = await this.core.read(service, object);
    if (this.failed(label, read.diagnostics, read.faults)) return 'failed';
    const now = read.state === null ? undefined : withTaint(read.state, object);
    this.state.set(label, now, deposed);
    return now;
  }

  private async planEnd(label: string, object: StoredObject, deposed: string | undefined): Promise<void> {
    const prior = await this.refreshed(label, object, deposed);
    if (prior === undefined || prior === 'failed') return;
    const plan = await this.core.planOnce(service, null, prior);
    if (this.failed(label, plan.diagnostics, plan.faults)) return;
    this.changes.push({ label, deposed, action: 'delete', prior, plan });
  }

  private add(label: string, action: Change['action'] | 'replace', prior: StoredObject | undefined, plan: Plan): void {
    if (action !== 'replace') this.changes.push({ label, deposed: undefined, action, prior, plan });
  }

  private failed(label: string, diagnostics: readonly Diagnostic[], faults: readonly string[] = []): boolean {
    const errors = errorsOf(label, diagnostics);
    this.errors.push(...errors);
    this.faults.push(...faults.map((fault) => `${label}: ${fault}`));
    return errors.length > 0;
  }
}

/** The errors among diagnostics, each after the label of its block. */
export const errorsOf = (label: string, diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ summary, detail }) => `${label}: ${summary}: ${detail}`);

/** Core has every object that it takes out of a state upgraded, in each walk. */
export const upgrade = async (core: CoreClient, { value }: StoredObject): Promise<void> =>
  void (await core.upgrade(service, 0, JSON.stringify(toJson(value))));

/** An object as it was answered; what was tainted stays so. */
export const withTaint = (object: StoredObject, before: StoredObject): StoredObject =>
  before.tainted === true ? { ...object, tainted: true } : object;
