import type { EpochMs } from '../../domain';
import type { Command } from '../commands';

/** One command of a world, and when it is given. */
export interface TimedCommand {
  readonly at: EpochMs;
  /** Where it stands in the file, such as `story.3`. */
  readonly step: string;
  readonly command: Command;
}
