import { ForkcastError } from '../../domain';

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
    readonly attempts: number,
    options?: ErrorOptions,
  ) {
    super(
      `The registry ${path} was locked by other processes in ${attempts} attempts. Run the command again.`,
      options,
    );
  }
}

/** There is no registry at this path. */
export class StoreMissingError extends ForkcastError {
  readonly code = 'FC_STORE_MISSING';
  readonly exitCode = 3;
  constructor(readonly path: string) {
    super(`There is no registry at ${path}. Create one with: forkcast registry init --registry sqlite:${path}`);
  }
}

/** There is a registry already where one was to be created. */
export class StoreExistsError extends ForkcastError {
  readonly code = 'FC_STORE_EXISTS';
  readonly exitCode = 1;
  constructor(readonly path: string) {
    super(`There is a registry at ${path} already. Use it, or remove it with: forkcast registry reset`);
  }
}

/** The file is not a registry, or cannot be read as one. */
export class StoreFormatError extends ForkcastError {
  readonly code = 'FC_STORE_FORMAT';
  readonly exitCode = 3;
  constructor(
    readonly path: string,
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`${path} is not a registry that this version can read: ${why}`, options);
  }
}
