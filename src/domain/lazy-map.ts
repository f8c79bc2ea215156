/** How a map is filled: one entry alone, and all of them in their order. */
interface EntrySource<V> {
  readonly find: (key: string) => V | undefined;
  readonly all: () => Iterable<readonly [string, V]>;
}

/** A map that makes a single entry when it is asked for by its key, and all of them when it is counted or walked through. */
export class LazyMap<V> extends Map<string, V> {
  private isFull = false;
  /** Entries that were asked for alone; kept apart, so that they do not come first when the map is walked through. */
  private readonly found = new Map<string, V>();

  constructor(private readonly source: EntrySource<V>) {
    super();
  }

  override get size(): number {
    return this.full().sizeOfFull;
  }

  override get(key: string): V | undefined {
    const before = this.found.get(key);
    if (before !== undefined) return before;
    const value = this.source.find(key);
    if (value !== undefined) this.found.set(key, value);
    return value;
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  override keys() {
    this.full();
    return super.keys();
  }

  override values() {
    this.full();
    return super.values();
  }

  override entries() {
    this.full();
    return super.entries();
  }

  override [Symbol.iterator]() {
    return this.entries();
  }

  override forEach(visit: (value: V, key: string, map: Map<string, V>) => void): void {
    this.full();
    super.forEach(visit);
  }

  private get sizeOfFull(): number {
    return super.size;
  }

  private full(): this {
    if (!this.isFull) for (const [key, value] of this.source.all()) super.set(key, value);
    this.isFull = true;
    return this;
  }
}
