import { ForkcastError } from '../../../domain';

/** A server may not, or cannot, listen where it was told to. */
export class ListenRefusedError extends ForkcastError {
  readonly code = 'FC_LISTEN_REFUSED';
  readonly exitCode = 3;
  constructor(address: string, why: string, options?: ErrorOptions) {
    super(`The registry cannot be served at ${address}: ${why}.`, options);
  }
}
