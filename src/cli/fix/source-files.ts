import type { SourceBlocks } from '../../intake';

/** Where the configuration is written; `read` gives a file as it is, undefined where it is not one that can be written back as it was. */
export interface SourceFiles {
  readonly blocks: SourceBlocks;
  readonly read: (file: string) => string | undefined;
}
