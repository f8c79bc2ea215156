import { unsimulatedEngineOperations } from './not-simulated-engines';
import { unsimulatedKafkaOperations } from './not-simulated-kafka';
import { unsimulatedPeopleOperations } from './not-simulated-people';
import { otherUnsimulatedOperations } from './not-simulated-other';
import { unsimulatedServiceOperations } from './not-simulated-service';
import type { UnsimulatedOperation } from './unsimulated-operation';

/**
 * Operations of the vendor that this registry refuses by name.
 * @see go-client-codegen, the comments of its handlers of v0.238 (read 2026-11-27)
 */
export const unsimulatedOperations: readonly UnsimulatedOperation[] = [
  ...unsimulatedServiceOperations,
  ...otherUnsimulatedOperations,
  ...unsimulatedEngineOperations,
  ...unsimulatedKafkaOperations,
  ...unsimulatedPeopleOperations,
];
