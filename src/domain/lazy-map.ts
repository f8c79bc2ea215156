/** How a map is filled: one entry alone, and all of them in their order. */
interface Source<V> {
  readonly find: (key: string) => V | undefined;
  readonly all: () => Iterable<readonly [string, V]>;
}

/** A map that makes a single entry when it is asked for by its key, and all of them when it is counted or walked through. */
export class LazyMap<V> extends Map<string, V> {
  private isFull = false;

  constructor(private readonly source: Source<V>) {
    super();
  }

  override get size(): number {
    return this.full().sizeOfFull;
  }

  override get(key: string): V | undefined {
    return this.source.find(key);
  }

  override has(key: string): boolean {
    return this.source.find(key) !== undefined;
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
