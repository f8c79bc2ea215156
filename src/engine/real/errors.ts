import { ForkcastError } from '../../domain';

/** What was asked for at a real account goes beyond what its configuration allows: nothing was sent. */
export class RealForkRefusedError extends ForkcastError {
  readonly code = 'FC_REAL_FORK_REFUSED';
  readonly exitCode = 1;
  constructor(service: string, why: string) {
    super(`${service} is left as it is, and nothing was sent: ${why}`);
  }
}

/** A dry run: the request that would have been sent is told. */
export class DryRunError extends ForkcastError {
  readonly code = 'FC_DRY_RUN';
  readonly exitCode = 1;
  constructor(request: string) {
    super(`This is a dry run, so nothing was sent. It would have been:\n  ${request.replaceAll('\n', '\n  ')}`);
  }
}
