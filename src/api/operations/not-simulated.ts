import { otherUnsimulatedOperations } from './not-simulated-other';
import { unsimulatedServiceOperations } from './not-simulated-service';
import type { UnsimulatedOperation } from './unsimulated-operation';

/**
 * Operations of the vendor that this registry refuses by name.
 * @see go-client-codegen, the comments of its handlers (read 2026-11-20)
 */
export const unsimulatedOperations: readonly UnsimulatedOperation[] = [
  ...unsimulatedServiceOperations,
  ...otherUnsimulatedOperations,
];
