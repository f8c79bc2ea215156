import type { StoredObject } from '../protocol/client';
import type { Configuration } from './configuration';

/** What a state holds under one address. */
export interface Instance {
  readonly current: StoredObject | undefined;
  /** Objects that `create_before_destroy` has put aside, by key. */
  readonly deposed: ReadonlyMap<string, StoredObject>;
}

/** A state file: instances by the label of their block. */
export type State = ReadonlyMap<string, Instance>;

const nothing: Instance = { current: undefined, deposed: new Map() };

/** A state that a walk changes. */
export class WorkingState {
  private readonly instances: Map<string, Instance>;
  private keys = 0;

  constructor(state: State) {
    this.instances = new Map(state);
  }

  get labels(): readonly string[] {
    return [...this.instances.keys()];
  }

  get(label: string): Instance {
    return this.instances.get(label) ?? nothing;
  }

  /** Sets the current object, or one that is put aside; undefined: there is none. */
  set(label: string, object: StoredObject | undefined, deposed?: string): void {
    const instance = this.get(label);
    if (deposed === undefined) return this.put(label, { ...instance, current: object });
    const others = [...instance.deposed].filter(([key]) => key !== deposed);
    this.put(label, { ...instance, deposed: new Map(object === undefined ? others : [...others, [deposed, object]]) });
  }

  /** Puts the current object aside. Returns its key. */
  depose(label: string): string {
    const { current, deposed } = this.get(label);
    const key = `deposed-${(this.keys += 1)}-${deposed.size}`;
    this.put(label, {
      current: undefined,
      deposed: current === undefined ? deposed : new Map([...deposed, [key, current]]),
    });
    return key;
  }

  /** Makes an object that was put aside the current one again, unless there is one. */
  restore(label: string, key: string): void {
    const { current, deposed } = this.get(label);
    const object = deposed.get(key);
    if (current !== undefined || object === undefined) return;
    this.set(label, undefined, key);
    this.set(label, object);
  }

  /** Carries a `moved` block out: not where the new address has an object. */
  move({ from, to }: Configuration['moved'][number]): void {
    const instance = this.instances.get(from);
    if (instance === undefined || this.instances.has(to)) return;
    this.instances.delete(from);
    this.instances.set(to, instance);
  }

  /** The state as it is now. */
  freeze(): State {
    return new Map(this.instances);
  }

  private put(label: string, instance: Instance): void {
    if (instance.current === undefined && instance.deposed.size === 0) this.instances.delete(label);
    else this.instances.set(label, instance);
  }
}
