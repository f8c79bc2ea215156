import { unsimulatedOperations } from './not-simulated';
import { operationFinder, type FindOperation } from './operation-finder';
import { operations } from './table';

/** Looks up the operation that a request asks for, in the whole contract. */
export const findOperation: FindOperation = operationFinder({ served: operations, unsimulated: unsimulatedOperations });
