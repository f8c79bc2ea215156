import { ForkcastError, toRfc3339, type EpochMs, type Refusal } from '../../domain';

/** A world file cannot be read as one. */
export class WorldFileError extends ForkcastError {
  readonly code = 'FC_WORLD_UNREADABLE';
  readonly exitCode = 2;
  constructor(
    origin: string,
    readonly why: string,
  ) {
    super(`The world ${origin} cannot be read: ${why}.`);
  }
}

/** The registry refused a step of a world, of which nothing is kept. */
export class WorldStepRefusedError extends ForkcastError {
  readonly code = 'FC_WORLD_STEP_REFUSED';
  readonly exitCode = 1;
  constructor(
    /** Where it stands in the file, such as `story.3`. */
    step: string,
    what: string,
    at: EpochMs,
    readonly refusal: Refusal,
  ) {
    super(`The step ${step} (${what}, at ${toRfc3339(at)}) was refused: ${refusal.message} [${refusal.code}]`);
  }
}
