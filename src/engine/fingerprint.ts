import { sha256Hex, type JsonValue, type ServiceResource } from '../domain';

/** JSON text that is the same for equal values: keys in order, no space. */
export const canonicalJson = (value: JsonValue | undefined): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || value === undefined || typeof value !== 'object') return JSON.stringify(value ?? null);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
};

/** Two JSON values mean the same. */
export const sameJson = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  canonicalJson(a) === canonicalJson(b);

/**
 * SHA-256 of what a declared service asks for, kept with the service that is made from it: how an interrupted run finds its
 * own work again. The stack is part of it, since two stacks cannot own one service; the construct path is not, so a moved
 * construct keeps its service; neither is how long to wait, nor the value of a secret (its variable's name is).
 */
export const fingerprintOf = (resource: ServiceResource): string => {
  const asked = Object.entries(resource).flatMap(([field, value]) =>
    value === undefined || notAsked.has(field) ? [] : [[field, value] as const],
  );
  return sha256Hex(canonicalJson(Object.fromEntries(asked)));
};

const notAsked: ReadonlySet<string> = new Set([
  'path',
  'create_timeout',
  'wait_for_source',
  'source_address',
  'on_fork_change',
] satisfies readonly (keyof ServiceResource)[]);
