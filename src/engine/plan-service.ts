import type { ServiceBody } from '../api';
import { serviceKey, type ServiceResource } from '../domain';
import { type ChangeRefusal, decideKnown, type Difference, type KnownDecision } from '../planner';
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
  | { readonly kind: 'refuse'; readonly error: DeclarationRefusedError };

/**
 * Decides what to do for a declared service, given the live one of its name. A key that was written in the declaration of before, where
 * the caller has one, and is not any more is reset. Pure; never throws.
 */
export const planService = (
  resource: ServiceResource,
  actual: ServiceBody | undefined,
  prior?: ServiceResource,
): ServicePlan => {
  if (actual === undefined) return { kind: 'create' };
  const service = serviceKey({ project: resource.project, service: resource.service_name });
  const decision = decideKnown(buildDesiredService(resource, prior), readLiveService(resource, actual));
  return withOwnChanges(decision, service, ownChanges(resource, actual));
};

const withOwnChanges = (decision: KnownDecision, service: string, own: readonly AttributeChange[]): ServicePlan => {
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
