import type { Walk } from './protocol';

/** What a plan makes of the name of a service that is there already. */
export type NameConflict =
  /** Another block of this command makes or keeps a service of this name. */
  | 'two-blocks'
  /** The object that holds it is in the state under another address, and this plan ends it, while a block makes it anew. */
  | 'renamed'
  /** The same, while a block keeps it or takes it over. */
  | 'ended-and-kept'
  /** A block gives it up for another name, which ends it, while another block keeps it or takes it over. */
  | 'given-up-and-kept';

/**
 * What one Terraform command has told of names of services: those that objects of its state hold, and what it plans for them.
 * Terraform names no address, so two blocks of one name are two creates, or a create beside an object that stays.
 */
export class ServiceNames {
  private readonly inState = new Map<string, Set<string | null>>();
  private readonly created = new Set<string>();
  private readonly kept = new Set<string>();
  private readonly imported = new Set<string>();
  private readonly ended = new Set<string>();
  private readonly givenUp = new Set<string>();
  private readonly awaited = new Set<string>();
  private readonly letGo = new Set<string>();

  /** `walk`: what Terraform says that this is. */
  constructor(private walk: Walk) {}

  get isSurelyPlan(): boolean {
    return this.walk === 'plan';
  }

  /** An object of the state is about to be read, which only a plan does: an apply plans objects once more and applies them. */
  noteRead(): void {
    this.walk = 'plan';
  }

  /** The state has an object of this service; `owner` as the state shows it, null: none. */
  noteInState(service: string, owner: string | null): void {
    this.inState.set(service, (this.inState.get(service) ?? new Set()).add(owner));
  }

  /** The state's object of this service was let go of: what has the name now is another's. */
  noteLetGo(service: string): void {
    this.inState.delete(service);
    this.letGo.add(service);
  }

  /** The state's object of this service was let go of; until that is written, Terraform imports nothing in its place. */
  isLetGo(service: string): boolean {
    return this.letGo.has(service);
  }

  /** Whether the state has any object: it may be that all is to be destroyed. */
  get hasState(): boolean {
    return this.inState.size + this.letGo.size > 0;
  }

  /** Whether a block makes a service of this name, or makes it again. */
  isMade(service: string): boolean {
    return this.created.has(service);
  }

  /** The services that blocks make, or make again, as far as they are planned. */
  get made(): readonly string[] {
    return [...this.created];
  }

  /** Whether a block keeps its live service, as far as it is planned. */
  isKept(service: string): boolean {
    return this.kept.has(service);
  }

  /** Whether an object of the state has a service of this name. */
  isNamedInState(service: string): boolean {
    return this.inState.has(service);
  }

  /** Whether an object of the state has this service, held by this owner. */
  isInState(service: string, owner: string | null): boolean {
    return this.inState.get(service)?.has(owner) === true;
  }

  /** A block imports a service. */
  planImport(service: string): NameConflict | undefined {
    const isTwice = this.imported.has(service);
    this.imported.add(service);
    return isTwice ? 'two-blocks' : undefined;
  }

  /** A block makes a service; `replaces`: in place of its own one of this name. */
  planCreate(service: string, { replaces }: { readonly replaces: boolean }): NameConflict | undefined {
    const isTwice = this.created.has(service) || (!replaces && this.kept.has(service));
    this.created.add(service);
    return isTwice ? 'two-blocks' : undefined;
  }

  /** A create goes on although the name is held: the object that holds it may be the block's own, to be replaced. */
  awaitEnd(service: string): NameConflict | undefined {
    this.awaited.add(service);
    return this.ended.has(service) ? 'renamed' : undefined;
  }

  /** A block keeps its live service. */
  planKeep(service: string): NameConflict | undefined {
    this.kept.add(service);
    if (this.created.has(service)) return 'two-blocks';
    if (this.ended.has(service)) return 'ended-and-kept';
    return this.givenUp.has(service) ? 'given-up-and-kept' : undefined;
  }

  /** An object is ended, and its block makes a service of another name in its place. */
  planGiveUp(service: string): NameConflict | undefined {
    this.givenUp.add(service);
    return this.kept.has(service) ? 'given-up-and-kept' : undefined;
  }

  /** A block makes what is in a service; what a block of this plan gives up is ended with what it holds, before or after. */
  planTake(name: string): NameConflict | undefined {
    const isGivenUp = this.givenUp.has(name);
    return this.awaitEnd(name) ?? (isGivenUp ? 'given-up-and-kept' : undefined);
  }

  /** A block gives up what is in a service, for another name. */
  planLeave(name: string): NameConflict | undefined {
    const isTaken = this.awaited.has(name);
    return this.planGiveUp(name) ?? (isTaken ? 'given-up-and-kept' : undefined);
  }

  /** An object is ended, and no block of its address makes it anew. */
  planEnd(service: string): NameConflict | undefined {
    this.ended.add(service);
    if (this.kept.has(service)) return 'ended-and-kept';
    return this.awaited.has(service) ? 'renamed' : undefined;
  }
}
