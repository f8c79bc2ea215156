import { otherUnsimulatedOperations } from './not-simulated-other';
import { unsimulatedServiceOperations } from './not-simulated-service';

/** An operation of the vendor that is known here, and not simulated. */
export interface UnsimulatedOperation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
}

/**
 * Operations of the vendor that this registry refuses by name.
 * @see go-client-codegen, the comments of its handlers (read 2026-11-20)
 */
export const unsimulatedOperations: readonly UnsimulatedOperation[] = [
  ...unsimulatedServiceOperations,
  ...otherUnsimulatedOperations,
];
