import { ForkcastError, printable } from '../domain';

/** The registry refused a request: its status, its code and its sentences. */
export class RequestRefusedError extends ForkcastError {
  readonly code = 'FC_REQUEST_REFUSED';
  readonly exitCode = 1;
  constructor(
    readonly status: number,
    /** The registry's `error_code`, a `RefusalCode` for our own registry; empty when it sent none. */
    readonly refusalCode: string,
    readonly registryMessage: string,
    /** Ids of the rules that may have foretold it; none where it is about no service, or from a registry that does not tell. */
    readonly predictedBy: readonly string[] = [],
  ) {
    super(printable(bounded(registryMessage)));
  }
}

/** Longest sentence of a registry that is told: its own are shorter, and whoever else answers may send anything. */
const longestMessage = 8_000;

const bounded = (text: string): string =>
  text.length <= longestMessage ? text : `${text.slice(0, longestMessage)} ... (${text.length} characters)`;

/** Whether a registry refused with this status. */
export const isRefused = (error: unknown, status: number): boolean =>
  error instanceof RequestRefusedError && error.status === status;

/** What `forkcast explain` knows of an error: the code of its refusal, else its own, then the rules that may have foretold it. */
export const explainedBy = (error: ForkcastError): readonly string[] => {
  if (!(error instanceof RequestRefusedError)) return [error.code];
  return [error.refusalCode === '' ? error.code : error.refusalCode, ...error.predictedBy];
};

/** A name cannot be a part of a path: it would be read as another path. Nothing was sent. */
export class NameUnsendableError extends ForkcastError {
  readonly code = 'FC_NAME_UNSENDABLE';
  readonly exitCode = 1;
  constructor(unsendable: string, options?: ErrorOptions) {
    super(
      `${JSON.stringify(unsendable)} cannot be asked for: in the path of a request it would mean another thing. ` +
        'Nothing was sent. See what is there with the command that lists.',
      options,
    );
  }
}

/** No answer came: nothing listens, the file is not there, or the connection broke. */
export class RegistryUnreachableError extends ForkcastError {
  readonly code = 'FC_REGISTRY_UNREACHABLE';
  readonly exitCode = 3;
  constructor(
    target: string,
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`The registry ${target} cannot be reached: ${why}`, options);
  }
}

/** A change was asked for where real services live: nothing was sent. */
export class RealAccountError extends ForkcastError {
  readonly code = 'FC_REAL_ACCOUNT';
  readonly exitCode = 1;
  constructor(target: string, operation: string) {
    super(
      `${target} is no simulator of Forkcast, so ${operation} was not sent: real accounts are read, and changed only by the Terraform ` +
        'provider, in the projects that its block names in allow_real. Allow it there, make the fork with the tools of its vendor, or ' +
        'rehearse it at a simulator: forkcast registry serve.',
    );
  }
}

/** The registry answered something that its contract does not allow. */
export class ContractBrokenError extends ForkcastError {
  readonly code = 'FC_CONTRACT_BROKEN';
  readonly exitCode = 3;
  constructor(operation: string, why: string) {
    super(`The answer to ${operation} breaks the contract of the API: ${why}`);
  }
}
