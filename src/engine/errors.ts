import { ForkcastError, toRfc3339, type EpochMs } from '../domain';
import { formatDuration } from './duration';

/** The engine's "no" to a declared service: nothing was changed. `attribute` is the API name of the setting at fault. */
export abstract class DeclarationRefusedError extends ForkcastError {
  readonly exitCode = 1;
  abstract readonly attribute: string;
}

/** A live service of that name was made by someone else, or from another request. */
export class NameTakenError extends DeclarationRefusedError {
  readonly code = 'FC_NAME_TAKEN';
  readonly attribute = 'service_name';
  constructor(
    readonly service: string,
    /** Construct path of the owner; null: made outside of a stack. */
    readonly owner: string | null,
  ) {
    const maker = owner === null ? 'was made outside of this configuration' : `${owner} made from another request`;
    super(
      `The name of ${service} is taken by a service that ${maker}: it is left as it is. ` +
        'Choose another name, or terminate that service first.',
    );
  }
}

/** One create-only setting of a live service that is asked to be something else. */
export interface CreateOnlyChange {
  /** API key in `user_config`; `from` for the asserted location. */
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** Fork keys of a live service cannot be changed: another fork would have to take its place. */
export class ForkKeysChangedError extends DeclarationRefusedError {
  readonly code = 'FC_FORK_KEYS_CHANGED';
  readonly attribute: string;
  constructor(
    readonly service: string,
    readonly changes: readonly CreateOnlyChange[],
    readonly isFork: boolean,
  ) {
    super(
      `${service} is live, and its fork keys are read only while it is made: ${changes.map(changeText).join(', ')}. ` +
        `Everything written to it since it was made would be lost. Take the change back${
          isFork ? ", or allow the loss with on_fork_change 'replace'." : ', or declare the fork under another name.'
        }`,
    );
    this.attribute = attributeOf(changes);
  }
}

/** A setting that is read only while a service is made, and is no fork key, was changed. */
export class CreateOnlyKeysChangedError extends DeclarationRefusedError {
  readonly code = 'FC_CREATE_ONLY_KEYS_CHANGED';
  readonly attribute: string;
  constructor(
    readonly service: string,
    readonly changes: readonly CreateOnlyChange[],
  ) {
    super(
      `${service} is live, and these settings are read only while it is made: ${changes.map(changeText).join(', ')}. ` +
        'Take the change back.',
    );
    this.attribute = attributeOf(changes);
  }
}

/** A live service never becomes a service of another type. */
export class ServiceTypeChangedError extends DeclarationRefusedError {
  readonly code = 'FC_SERVICE_TYPE_CHANGED';
  readonly attribute = 'service_type';
  constructor(
    readonly service: string,
    readonly before: string,
    readonly after: string,
  ) {
    super(
      `${service} is a live service of type ${before} and cannot become ${after}. Declare it under another name, or terminate it first.`,
    );
  }
}

/** A replacement was allowed, but the live service is protected against termination. */
export class ReplacementProtectedError extends DeclarationRefusedError {
  readonly code = 'FC_REPLACEMENT_PROTECTED';
  readonly attribute = 'termination_protection';
  constructor(
    readonly service: string,
    readonly changes: readonly CreateOnlyChange[],
  ) {
    super(
      `${service} would be replaced (${changes.map(changeText).join(', ')}), but its termination protection is on. ` +
        'Turn the protection off in a step of its own, or take the change back.',
    );
  }
}

/** Create-only settings of a live service were still unknown when it was to be changed. */
export class FieldsUnknownError extends ForkcastError {
  readonly code = 'FC_FIELDS_UNKNOWN';
  readonly exitCode = 1;
  constructor(
    readonly service: string,
    readonly fields: readonly string[],
  ) {
    super(`${service} is live, and ${fields.join(', ')} cannot be compared with it while the value is not known.`);
  }
}

/** A secret is declared by the name of an environment variable that is not set. */
export class SecretMissingError extends ForkcastError {
  readonly code = 'FC_SECRET_MISSING';
  readonly exitCode = 2;
  constructor(
    readonly key: string,
    readonly variable: string,
  ) {
    super(
      `The value of user_config.${key} is read from the environment variable ${variable}, which is not set. Set it and run again.`,
    );
  }
}

/** A declared service does not have the fields of one. */
export class ServiceResourceError extends ForkcastError {
  readonly code = 'FC_RESOURCE_INVALID';
  readonly exitCode = 2;
  /** `fault` is `field: what is wrong with it`, without an end stop. */
  constructor(readonly fault: string) {
    super(`The declared service cannot be read: ${fault}. Run the synthesis again with this version of Forkcast.`);
  }
}

/** Time ran out before the service was ready; what was made stays, and the next run waits on. */
export class WaitTimedOutError extends ForkcastError {
  readonly code = 'FC_WAIT_TIMED_OUT';
  readonly exitCode = 1;
  constructor(
    readonly service: string,
    readonly awaited: string,
    readonly timeoutMs: number,
  ) {
    super(
      `${service} has no ${awaited} after ${formatDuration(timeoutMs)}. Nothing is lost: run again to wait on, ` +
        'or allow it more time with a longer create timeout.',
    );
  }
}

/** The registry's clock stands still, so waiting would never end. */
export class ClockFrozenError extends ForkcastError {
  readonly code = 'FC_CLOCK_FROZEN';
  readonly exitCode = 1;
  constructor(
    readonly service: string,
    readonly awaited: string,
    readonly now: EpochMs,
    /** When it will be reached; null: the registry does not tell. */
    readonly dueAt: EpochMs | null,
  ) {
    super(
      dueAt === null
        ? `${service} has no ${awaited} yet, and the registry's clock stands still at ${toRfc3339(now)}. ` +
            'Move it with forkcast registry advance DURATION, then run again.'
        : `${service} has its ${awaited} at ${toRfc3339(dueAt)}, and the registry's clock stands still at ${toRfc3339(now)}. ` +
            `Run forkcast registry advance ${formatDuration(dueAt - now)}, then run again.`,
    );
  }
}

/** Waiting was interrupted; what was made stays. */
export class WaitCancelledError extends ForkcastError {
  readonly code = 'FC_WAIT_CANCELLED';
  readonly exitCode = 1;
  constructor(
    readonly service: string,
    readonly awaited: string,
  ) {
    super(`Waiting for the ${awaited} of ${service} was interrupted. Nothing is lost: run again to wait on.`);
  }
}

/** A service that was waited for is gone, or was powered off, by someone else. */
export class ServiceLostError extends ForkcastError {
  readonly code = 'FC_SERVICE_LOST';
  readonly exitCode = 1;
  constructor(
    readonly service: string,
    readonly what: 'powered off' | 'terminated',
  ) {
    super(`${service} was ${what} by someone else while it was waited for. Find out why, then run again.`);
  }
}

const changeText = ({ key, before, after }: CreateOnlyChange): string => `${key} from ${before} to ${after}`;

const attributeOf = (changes: readonly CreateOnlyChange[]): string => {
  const key = changes[0]?.key ?? 'service_to_fork_from';
  return key === 'from' ? key : `user_config.${key}`;
};
