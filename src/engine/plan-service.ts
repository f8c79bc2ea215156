import type { OriginBody, ServiceBody } from '../api';
import { serviceKey, type ServiceResource } from '../domain';
import { attributeChanges, type AttributeChange } from './attribute-changes';
import { createOnlyChanges, type CreateOnlyChanges } from './create-only-changes';
import {
  type CreateOnlyChange,
  CreateOnlyKeysChangedError,
  type DeclarationRefusedError,
  ForkKeysChangedError,
  NameTakenError,
  ReplacementProtectedError,
  ServiceTypeChangedError,
} from './errors';
import { fingerprintOf } from './fingerprint';

/** What has to be done so that a declared service exists as declared. */
export type ServicePlan =
  | { readonly kind: 'create' }
  /** Made from this very request, by a run that was interrupted or that runs beside this one, and not ready: waited for. */
  | { readonly kind: 'adopt' }
  | { readonly kind: 'no-op' }
  /** In place; never destroys. */
  | { readonly kind: 'update'; readonly changes: readonly AttributeChange[] }
  /** Terminated and made anew: only where the declaration allows the loss. */
  | { readonly kind: 'replace'; readonly why: readonly CreateOnlyChange[] }
  | { readonly kind: 'refuse'; readonly error: DeclarationRefusedError }
  /** Create-only settings of a live service are not known yet: whether they change cannot be told. */
  | { readonly kind: 'undecided'; readonly unknown: readonly string[] };

/** What a caller with a plan phase of its own knows beyond the declared service. */
export interface PlanContext {
  /**
   * API names (`plan`, `user_config.recovery_target_time`) whose value is decided at apply; what the resource holds there
   * is not read. @default []
   */
  readonly unknown?: readonly string[];
  /** The service as it was declared before: a key that was written there and is not any more is reset. */
  readonly prior?: ServiceResource;
  /** The caller's own record says that this live service is the declared one, as after an import. @default false */
  readonly recorded?: boolean;
}

/** Decides what to do for a declared service, given the live one of its name. Pure; never throws. */
export const planService = (
  resource: ServiceResource,
  actual: ServiceBody | undefined,
  context: PlanContext = {},
): ServicePlan => {
  if (actual === undefined) return { kind: 'create' };
  const service = serviceKey({ project: resource.project, service: resource.service_name });
  const owner = actual.forkcast?.origin ?? null;
  if (context.recorded !== true && !isOwn(resource, owner))
    return { kind: 'refuse', error: new NameTakenError(service, owner?.path ?? null) };
  const unknown = context.unknown ?? [];
  if (!unknown.includes('service_type') && actual.service_type !== resource.service_type) {
    const error = new ServiceTypeChangedError(service, actual.service_type, resource.service_type);
    return { kind: 'refuse', error };
  }
  const fixed = createOnlyChanges(resource, actual, unknown);
  return judgeFixed(resource, actual, fixed) ?? planInPlace(resource, actual, context);
};

/** The service was made from the same request, or by the same construct. */
export const isOwn = (resource: ServiceResource, owner: OriginBody | null): boolean =>
  owner !== null &&
  (owner.fingerprint === fingerprintOf(resource) || (owner.stack === resource.stack && owner.path === resource.path));

const judgeFixed = (
  resource: ServiceResource,
  actual: ServiceBody,
  { fork, other, unknown }: CreateOnlyChanges,
): ServicePlan | undefined => {
  const service = serviceKey({ project: resource.project, service: resource.service_name });
  const isFork = isLiveFork(actual);
  if (other.length > 0) return { kind: 'refuse', error: new CreateOnlyKeysChangedError(service, other) };
  if (fork.length > 0 && !(isFork && resource.on_fork_change === 'replace'))
    return { kind: 'refuse', error: new ForkKeysChangedError(service, fork, isFork) };
  if (fork.length > 0)
    return actual.termination_protection
      ? { kind: 'refuse', error: new ReplacementProtectedError(service, fork) }
      : { kind: 'replace', why: fork };
  return unknown.length > 0 ? { kind: 'undecided', unknown } : undefined;
};

const isLiveFork = (actual: ServiceBody): boolean => {
  const { service_to_fork_from: source, pg_service_to_fork_from: older } = actual.user_config;
  return Boolean(actual.forkcast?.lineage ?? (source || older));
};

const planInPlace = (resource: ServiceResource, actual: ServiceBody, context: PlanContext): ServicePlan => {
  const changes = attributeChanges(resource, actual, context);
  if (changes.length > 0) return { kind: 'update', changes };
  return { kind: actual.state === 'RUNNING' ? 'no-op' : 'adopt' };
};
