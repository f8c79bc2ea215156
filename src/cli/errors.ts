import { ForkcastError } from '../domain';

/** The command line asks for something that the command does not offer. */
export class UsageError extends ForkcastError {
  readonly code = 'FC_USAGE';
  readonly exitCode = 2;
}

/** A question had to be answered with yes, and was not: nothing was changed. */
export class NotConfirmedError extends ForkcastError {
  readonly code = 'FC_NOT_CONFIRMED';
  readonly exitCode = 1;
  constructor(what: string, flag: string) {
    super(`${what} was not confirmed, so nothing was changed. Without a terminal to ask on, confirm with ${flag}.`);
  }
}

/** A question was answered by Ctrl-C or the end of input: nothing was changed. */
export class CancelledError extends ForkcastError {
  readonly code = 'FC_CANCELLED';
  readonly exitCode = 130;
  constructor() {
    super('Cancelled, nothing was changed.');
  }
}

/** A file that the command line names cannot be read, or does not hold what it should. */
export class FileUnreadableError extends ForkcastError {
  readonly code = 'FC_FILE_UNREADABLE';
  readonly exitCode = 3;
  constructor(path: string, why: string, options?: ErrorOptions) {
    super(`The file ${path} cannot be used: ${why}`, options);
  }
}

/** There is a registry already where one was to be made. */
export class RegistryFileExistsError extends ForkcastError {
  readonly code = 'FC_REGISTRY_FILE_EXISTS';
  readonly exitCode = 1;
  constructor(path: string) {
    super(`There is a registry at ${path} already. Use it, or make it anew with --force, which forgets its history.`);
  }
}

/** The named service is not there. */
export class NoSuchServiceError extends ForkcastError {
  readonly code = 'FC_NO_SUCH_SERVICE';
  readonly exitCode = 1;
  constructor(
    project: string,
    service: string,
    nearest: string | undefined,
    /** How the last one of the name has ended, as a sentence. */
    end?: string,
  ) {
    super(
      `Project ${project} has no service ${service}.` +
        (end === undefined ? '' : ` ${end}`) +
        (nearest === undefined
          ? ` See what it has: forkcast service list --project ${project}`
          : ` Did you mean ${nearest}?`),
    );
  }
}

/** The command needs the registry file itself, and the registry is elsewhere. */
export class WrongRegistryKindError extends ForkcastError {
  readonly code = 'FC_WRONG_REGISTRY_KIND';
  readonly exitCode = 2;
  constructor(target: string, needed: string) {
    super(`${target} will not do here: the command needs ${needed}.`);
  }
}

/** The service that is there already is of another type than the one that was asked for. */
export class OtherTypeError extends ForkcastError {
  readonly code = 'FC_OTHER_TYPE';
  readonly exitCode = 1;
  constructor(service: string, types: { readonly existing: string; readonly asked: string }) {
    super(
      `${service} is there already and is of type ${types.existing}, but ${types.asked} was asked for. Choose another name, or ask for` +
        ` ${types.existing}.`,
    );
  }
}
