import type { Facts } from './facts';
import type { EpochMs } from './time';

/** Where time comes from. */
export interface Clock {
  /** The current instant. Never throws. */
  now(): EpochMs;
}

/** What paths of the machine's system mean, as `node:path` has it. */
export interface PathRules {
  readonly sep: string;
  readonly isAbsolute: (path: string) => boolean;
  readonly dirname: (path: string) => string;
  readonly join: (...parts: string[]) => string;
  readonly resolve: (...parts: string[]) => string;
  readonly relative: (from: string, to: string) => string;
}

/** Where facts for synth and check come from. Synchronous, because synth is. */
export interface FactSource {
  /**
   * The facts, or undefined when there is no registry at the default place.
   * Read once and kept. @throws FactSourceError when a registry that was named cannot be read.
   */
  read(): Facts | undefined;
}
