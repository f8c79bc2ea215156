import type { ServiceBody } from '../api';
import { type ServiceResource, serviceKey } from '../domain';
import { startBudget } from './budget';
import { createService } from './create-service';
import { FieldsUnknownError } from './errors';
import type { Outcome } from './outcome';
import { planService, type ServicePlan } from './plan-service';
import type { EnginePorts } from './ports';
import { terminateService } from './terminate-service';
import { updateService } from './update-service';
import { waitForRunning } from './wait-for-running';

/**
 * Brings a declared service about, whatever is there: creates, adopts, updates in place, replaces where that is allowed.
 * Running it twice changes nothing the second time.
 * @throws DeclarationRefusedError, SecretMissingError, and what the registry refuses
 */
export const applyService = async (ports: EnginePorts, resource: ServiceResource): Promise<Outcome> => {
  const actual = await ports.client.getService(resource.project, resource.service_name);
  return actual === undefined
    ? createService(ports, resource)
    : applyPlan(ports, { resource, actual, plan: planService(resource, actual) });
};

/** A decision about a live service, and what it was taken from. */
export interface PlannedService {
  readonly resource: ServiceResource;
  readonly actual: ServiceBody;
  readonly plan: ServicePlan;
}

/** Carries out a decision about a live service that was taken before. @throws as `applyService` does */
export const applyPlan = async (ports: EnginePorts, { resource, actual, plan }: PlannedService): Promise<Outcome> => {
  const id = { project: resource.project, service: resource.service_name };
  const budget = startBudget(ports.clock, resource);
  const step = { service: serviceKey(id), phase: null, percent: null };
  switch (plan.kind) {
    case 'refuse':
      throw plan.error;
    case 'undecided':
      throw new FieldsUnknownError(serviceKey(id), plan.unknown);
    case 'create':
      return createService(ports, resource, { budget });
    case 'adopt':
      ports.progress({ step: 'adopt', ...step });
      return waitForRunning(ports, { id, action: 'adopted', service: actual }, budget);
    case 'no-op':
      return { kind: 'done', action: 'unchanged', service: actual };
    case 'update':
      return updateService(ports, { resource, actual, changes: plan.changes }, { budget });
    case 'replace':
      ports.progress({ step: 'replace', ...step });
      await terminateService(ports, id);
      return createService(ports, resource, { budget, action: 'replaced' });
  }
};
