import type { ServiceBody } from '../api';
import { type ServiceResource, serviceKey } from '../domain';
import { startBudget } from './budget';
import { adopt, createService } from './create-service';
import type { Outcome } from './outcome';
import { identifyAsker, type Claim, buildExpectation, writeOwner, compareOwner } from './ownership';
import { planService, type ServicePlan } from './plan-service';
import type { EnginePorts } from './ports';
import { terminateService } from './terminate-service';
import { updateService } from './update-service';
import { isBeingMadeBy, waitForRunning } from './wait-for-running';

/**
 * Brings a declared service about, whatever is there: creates, updates in place, replaces where that is allowed, and takes over what
 * may be taken over. Running it twice changes nothing the second time.
 * @throws DeclarationRefusedError, SecretMissingError, and what the registry refuses
 */
export const applyService = async (ports: EnginePorts, resource: ServiceResource, claim?: Claim): Promise<Outcome> => {
  const found = await ports.client.getService(resource.project, resource.service_name);
  if (found === undefined) return createService(ports, resource, { claim });
  const actual = await adopt(ports, resource, found, claim);
  return applyPlan(ports, { resource, actual, plan: planService(resource, actual), claim });
};

/** A service that went along to another place is called by that place from now on. */
const labelled = async (
  { client }: EnginePorts,
  { project, service_name }: ServiceResource,
  service: ServiceBody,
  claim: Claim | undefined,
): Promise<ServiceBody> => {
  const owner = service.forkcast?.ownership?.owner;
  if (claim === undefined || owner?.id !== claim.owner.id) return service;
  const { stack, path } = claim.owner.label;
  if (owner.stack === stack && owner.path === path) return service;
  return client.changeOwner(project, service_name, { expect: { owner: owner.id }, owner: writeOwner(claim.owner) });
};

/** A decision about a live service, what it was taken from, and who carries it out. */
interface DecidedService {
  readonly resource: ServiceResource;
  readonly actual: ServiceBody;
  readonly plan: ServicePlan;
  readonly claim?: Claim | undefined;
}

/** Carries out a decision about a live service that was taken before. @throws as `applyService` does */
export const applyPlan = async (ports: EnginePorts, decided: DecidedService): Promise<Outcome> => {
  const outcome = await carriedOut(ports, decided);
  return { ...outcome, service: await labelled(ports, decided.resource, outcome.service, decided.claim) };
};

const carriedOut = async (ports: EnginePorts, { resource, actual, plan, claim }: DecidedService): Promise<Outcome> => {
  const id = { project: resource.project, service: resource.service_name };
  const budget = startBudget(ports.clock, resource);
  const step = { service: serviceKey(id), phase: null, percent: null };
  const finish = () => waitForRunning(ports, { id, action: 'adopted', service: actual, claim }, budget);
  switch (plan.kind) {
    case 'refuse':
      throw plan.error;
    case 'create':
      return createService(ports, resource, { budget, claim });
    case 'adopt':
      return finish();
    case 'no-op':
      // It runs, and that it is made was never told.
      if (isBeingMadeBy(actual, claim)) return finish();
      return { kind: 'done', action: 'unchanged', service: await claimed(ports, { resource, actual, claim }) };
    case 'update':
      return updateService(ports, { resource, actual, changes: plan.changes, claim }, { budget });
    case 'replace':
      ports.progress({ step: 'replace', ...step });
      await terminateService(ports, id, identifyAsker(resource, claim));
      return createService(ports, resource, { budget, action: 'replaced', claim });
  }
};

/** Nothing is to be changed, but for whose it is: a service of before there were owners gets one. */
const claimed = async (
  { client }: EnginePorts,
  { resource, actual, claim }: Omit<DecidedService, 'plan'>,
): Promise<ServiceBody> => {
  const relation = compareOwner(actual, identifyAsker(resource, claim));
  if (claim === undefined || relation.kind !== 'claimable' || actual.forkcast?.ownership === undefined) return actual;
  const expect = buildExpectation(actual, relation, claim);
  return client.changeOwner(resource.project, resource.service_name, { expect, owner: writeOwner(claim.owner) });
};
