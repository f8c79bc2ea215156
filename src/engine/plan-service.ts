import type { ServiceBody } from '../api';
import { serviceKey, type ServiceResource } from '../domain';
import { type ChangeRefusal, decideService, type Difference, type ServiceDecision } from '../planner';
import { type AttributeChange, ownChanges } from './attribute-changes';
import {
  CreateOnlyKeysChangedError,
  type DeclarationRefusedError,
  ForkKeysChangedError,
  ReplacementProtectedError,
  ServiceRenamedError,
  ServiceTypeChangedError,
} from './errors';
import { buildDesiredService, readLiveService } from './live-service';

/** What has to be done so that a declared service exists as declared: what the planner decides. Whose the service is, is asked before. */
export type ServicePlan =
  | { readonly kind: 'create' }
  /** Made from this very request, by a run that was interrupted or that runs beside this one, and not ready: waited for. */
  | { readonly kind: 'adopt' }
  | { readonly kind: 'no-op' }
  /** In place; never destroys. */
  | { readonly kind: 'update'; readonly changes: readonly AttributeChange[] }
  /** Terminated and made anew: only where the declaration allows the loss. */
  | { readonly kind: 'replace'; readonly why: readonly Difference[] }
  | { readonly kind: 'refuse'; readonly error: DeclarationRefusedError }
  /** Create-only settings of a live service are not known yet: whether they change cannot be told. */
  | { readonly kind: 'undecided'; readonly unknown: readonly string[] };

/** What a caller with a plan phase of its own knows beyond the declared service. */
interface PlanContext {
  /**
   * API names (`plan`, `user_config.recovery_target_time`) whose value is decided at apply; what the resource holds there
   * is not read. @default []
   */
  readonly unknown?: readonly string[];
  /** The service as it was declared before: a key that was written there and is not any more is reset. */
  readonly prior?: ServiceResource;
}

/** Decides what to do for a declared service, given the live one of its name. Pure; never throws. */
export const planService = (
  resource: ServiceResource,
  actual: ServiceBody | undefined,
  context: PlanContext = {},
): ServicePlan => {
  if (actual === undefined) return { kind: 'create' };
  const service = serviceKey({ project: resource.project, service: resource.service_name });
  const decision = decideService(buildDesiredService(resource, context), readLiveService(resource, actual));
  return withOwnChanges(decision, service, ownChanges(resource, actual));
};

const withOwnChanges = (decision: ServiceDecision, service: string, own: readonly AttributeChange[]): ServicePlan => {
  switch (decision.kind) {
    case 'refuse':
      return { kind: 'refuse', error: refusalError(service, decision.refusal) };
    case 'update':
      return { kind: 'update', changes: [...decision.changes, ...own] };
    case 'no-op':
      return own.length > 0 ? { kind: 'update', changes: own } : decision;
    case 'wait':
      return own.length > 0 ? { kind: 'update', changes: own } : { kind: 'adopt' };
    default:
      return decision;
  }
};

/** A refusal of the planner as an error. */
export const refusalError = (service: string, refusal: ChangeRefusal): DeclarationRefusedError => {
  switch (refusal.kind) {
    case 'type-changed':
      return new ServiceTypeChangedError(service, refusal);
    case 'fixed-changed':
      return new CreateOnlyKeysChangedError(service, refusal);
    case 'fork-changed':
    case 'fork-keys-added':
      return new ForkKeysChangedError(service, refusal);
    case 'renamed':
      return new ServiceRenamedError(service, refusal);
    case 'protected':
      return new ReplacementProtectedError(service, refusal);
  }
};
