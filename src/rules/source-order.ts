import { writtenText } from '../planner';
import { sourceKeyNames, type ServiceRequest } from '../domain';
import { isRenamed } from './configuration';
import { isDeclaredReplica } from './replica';

/** Whether Terraform makes the source first: by a reference, or by another dependency. Never throws. */
export const isOrderedAfter = (request: ServiceRequest, source: ServiceRequest): boolean =>
  request.after.includes(source.address) ||
  (request.source.kind === 'declared' && request.source.address === source.address);

/** Whether a declared service is itself a fork, as far as its keys are known. Never throws. */
export const isDeclaredFork = (request: ServiceRequest): boolean =>
  !isDeclaredReplica(request) &&
  sourceKeyNames.some((key) => {
    const fact = request.userConfig[key];
    return fact !== undefined && (!fact.known || writtenText(fact.value) !== undefined);
  });

/** Whether a plan found the service in its record or read it under its name, so that the run does not make it. Never throws. */
export const existsBefore = (request: ServiceRequest): boolean =>
  request.change !== undefined &&
  request.change.kind !== 'create' &&
  request.change.kind !== 'delete' &&
  !isRenamed(request);
