import { ForkcastError } from '../../domain';
import { findLockHolder } from './lock-holder';

/** A stream is not at the version that a writer expected. */
export class StoreConflictError extends ForkcastError {
  readonly code = 'FC_STORE_CONFLICT';
  readonly exitCode = 1;
  constructor(
    readonly stream: string,
    readonly expectedVersion: number,
    readonly actualVersion: number,
  ) {
    super(
      `Stream ${stream} is at version ${actualVersion}, expected ${expectedVersion}: another writer appended first. ` +
        'Read it again and retry.',
    );
  }
}

/** Other writers held the store for longer than the bounded wait. */
export class StoreBusyError extends ForkcastError {
  readonly code = 'FC_STORE_BUSY';
  readonly exitCode = 3;
  constructor(
    readonly path: string,
    /** How long it was waited for. */
    waitedMs: number,
    options?: ErrorOptions,
  ) {
    const holder = waitedMs === 0 ? undefined : findLockHolder(path);
    super(
      `The registry ${path} was locked by ${holder ?? 'another process'} for ${waitedMs / 1000} s: nothing was done. ` +
        'What makes a large world, a backup, or a database shell with an open transaction holds it so long. Let that end, then try again.',
      options,
    );
  }

  /** The same, once it was waited for so long. */
  after(waitedMs: number): StoreBusyError {
    return new StoreBusyError(this.path, waitedMs, { cause: this });
  }
}

/** There is no registry at this path. */
export class StoreMissingError extends ForkcastError {
  readonly code = 'FC_STORE_MISSING';
  readonly exitCode = 3;
  constructor(path: string) {
    super(`There is no registry at ${path}. Create one with: forkcast registry init --registry sqlite:${path}`);
  }
}

/** There is a registry already where one was to be created. */
export class StoreExistsError extends ForkcastError {
  readonly code = 'FC_STORE_EXISTS';
  readonly exitCode = 1;
  constructor(path: string) {
    super(`There is a registry at ${path} already. Use it, or remove it with: forkcast registry reset`);
  }
}

/** The file is not a registry. */
export class StoreFormatError extends ForkcastError {
  readonly code = 'FC_STORE_FORMAT';
  readonly exitCode = 3;
  constructor(
    path: string,
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`${path} is not a registry that this version can read: ${why}`, options);
  }
}

/** Trouble of the machine that a registry is on, of its file or its disk. Nothing of what was asked for has happened. */
export abstract class StoreTroubleError extends ForkcastError {
  readonly exitCode = 3;
}

/** There is no room on the disk. */
export class StoreFullError extends StoreTroubleError {
  readonly code = 'FC_STORE_FULL';
  constructor(path: string, options?: ErrorOptions) {
    super(`The disk of the registry ${path} is full: nothing was changed. Make room there, then try again.`, options);
  }
}

/** The file may not be written. */
export class StoreReadOnlyError extends StoreTroubleError {
  readonly code = 'FC_STORE_READ_ONLY';
  constructor(path: string, options?: ErrorOptions) {
    super(
      `The registry ${path} may not be written: nothing was changed. Its disk, its folder or the file is read-only; ` +
        'make it writable, or name another registry.',
      options,
    );
  }
}

/** The system does not let this user at the file. */
export class StoreRightsError extends StoreTroubleError {
  readonly code = 'FC_STORE_RIGHTS';
  constructor(path: string, why: string, options?: ErrorOptions) {
    super(
      `The registry ${path} cannot be opened by this user: ${why}. It and its folder must be readable and writable for who uses it.`,
      options,
    );
  }
}

/** The bytes of the file are not those that were written. */
export class StoreDamagedError extends StoreTroubleError {
  readonly code = 'FC_STORE_DAMAGED';
  constructor(path: string, why: string, options?: ErrorOptions) {
    super(
      `The registry ${path} is damaged: ${why}. See all of it with "forkcast registry verify", then put a backup ` +
        'in its place, or make it anew with "forkcast registry init --force".',
      options,
    );
  }
}

/** The disk or the file system failed. */
export class StoreFailedError extends StoreTroubleError {
  readonly code = 'FC_STORE_FAILED';
  constructor(path: string, why: string, options?: ErrorOptions) {
    super(
      `The registry ${path} could not be read or written: ${why}. Nothing was changed. See to its disk, then try again.`,
      options,
    );
  }
}

/** The file was written by a later release. */
export class StoreNewerError extends StoreTroubleError {
  readonly code = 'FC_STORE_NEWER';
  constructor(path: string, format: number, newest: number) {
    super(`The registry ${path} has format ${format}; this release reads up to ${newest}. Update Forkcast.`);
  }
}

/** The key that is given for a registry is none. */
export class KeyUnusableError extends ForkcastError {
  readonly code = 'FC_KEY_UNUSABLE';
  readonly exitCode = 3;
  constructor(why: string) {
    super(
      `The registry cannot be made without a key: ${why}. Give 64 hexadecimal digits, or take it away: one is drawn then.`,
    );
  }
}

/** Another registry is in the place of the one that was opened. */
export class StoreReplacedError extends StoreTroubleError {
  readonly code = 'FC_STORE_REPLACED';
  constructor(path: string) {
    super(
      `The registry ${path} was made anew or moved away while it was open: nothing was done in the old one. Try again.`,
    );
  }
}
