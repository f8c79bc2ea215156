import { type Facts, serviceKey, type ServiceRequest, toRfc3339 } from '../../domain';
import { followedIds } from '../../rules';
import type { Forkcast } from '../client';
import { type Diagnostic, errorAt, isUnknown, type ObjectValue, unknown, type Value } from '../protocol';
import { forkFact } from './service-id';
import { readSourceId } from './service-timeout';

type Sourced = Pick<ServiceRequest, 'project' | 'integrations' | 'userConfig'>;

/**
 * When the service was made that a new one is made from, for its plan: what it is judged by must still be there when it is applied.
 * Terraform hands nothing else of a saved plan to the apply, which plans once more: it compares the two itself. Unknown where the same
 * command makes the source, or makes it again. Never throws.
 */
export const plannedSource = (
  planned: ObjectValue,
  request: ServiceRequest,
  { facts, names }: { readonly facts: Facts | undefined } & Pick<Forkcast, 'names'>,
): Value => {
  const isLater = ['user_config', 'service_integrations'].some((block) => isUnknown(planned[block] ?? null));
  const keys = sourceKeys(request);
  if (isLater || keys === undefined || keys.some((key) => names.isMade(key))) return unknown;
  return createdAtOf(keys, facts);
};

/** The same when the service is made: what was not known yet is by now. Never throws. */
export const withSource = (planned: ObjectValue, request: Sourced, facts: Facts | undefined): ObjectValue => {
  if (!isUnknown(planned['source_created_at'] ?? null)) return planned;
  const now = createdAtOf(sourceKeys(request) ?? [], facts);
  return { ...planned, source_created_at: isUnknown(now) ? null : now };
};

/** A source that is another one by now than the plan judged by. Never throws. */
export const otherSource = (
  planned: ObjectValue,
  request: Sourced,
  facts: Facts | undefined,
): readonly Diagnostic[] => {
  const keys = sourceKeys(request) ?? [];
  const [before, now] = [planned['source_created_at'] ?? null, createdAtOf(keys, facts)];
  if (typeof before !== 'string' || typeof now !== 'string' || before === now) return [];
  const detail =
    `The plan was made when ${keys.join(', ')} was one that was made at ${before}; what has the name now was made at ${now}. ` +
    'Nothing is made from it. Make the plan again: it is judged by what is there now.';
  return [errorAt({ summary: 'The source is another one than was planned', detail, path: ['source_created_at'] })];
};

/** What is forked or followed, by `project/service`; undefined: not known yet. */
const sourceKeys = (request: Sourced): readonly string[] | undefined => {
  const fork = forkFact(request.userConfig);
  if (!fork.known) return undefined;
  const all = [...(fork.value ? [readSourceId(request)] : []), ...followedIds(request)];
  const keys = all.flatMap((id) => (id === undefined ? [] : [serviceKey(id)]));
  return keys.length < all.length ? undefined : [...new Set(keys)];
};

/** Of several the last: one that is made anew is the last. Null: nothing is forked or followed. */
const createdAtOf = (keys: readonly string[], facts: Facts | undefined): Value => {
  const found = keys.map((key) => facts?.services.get(key)?.createdAt);
  const known = found.filter((at) => at !== undefined);
  if (known.length < found.length) return unknown;
  return known.length === 0 ? null : toRfc3339(Math.max(...known));
};
