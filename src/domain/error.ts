/**
 * The base of every error that Forkcast throws on purpose. `code` is stable and has a page (`forkcast explain CODE`);
 * `exitCode` is what a program of ours ends with: 1 refused, 2 usage, 3 environment, 70 a bug in Forkcast, 130 cancelled. An app that
 * synthesizes is a program of its author's, and ends as Node does for an error that nobody catches: with 1.
 */
export abstract class ForkcastError extends Error {
  abstract readonly code: string;
  abstract readonly exitCode: 1 | 2 | 3 | 70 | 130;
  override get name(): string {
    return this.constructor.name;
  }
}

/** A registry or snapshot that was named by flag or environment cannot be read. */
export class FactSourceError extends ForkcastError {
  readonly code = 'FC_FACTS_UNREADABLE';
  readonly exitCode = 3;
  constructor(
    readonly origin: string,
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`The facts of ${origin} cannot be read: ${why}`, options);
  }
}

/** Where a bug in Forkcast is reported. */
export const bugAddress = 'https://github.com/forkcast/forkcast/issues';

/** A state that cannot happen did happen. */
export class BugError extends ForkcastError {
  readonly code = 'FC_BUG';
  readonly exitCode = 70;
  constructor(what: string, options?: ErrorOptions) {
    super(`${what} This is a bug in Forkcast: please report it at ${bugAddress}.`, options);
  }
}

/** Ends an exhaustive switch: the compiler proves that it is never called. @throws BugError when it is. */
export const unreachable = (value: never): never => {
  throw new BugError(`Unexpected value ${JSON.stringify(value)}.`);
};
