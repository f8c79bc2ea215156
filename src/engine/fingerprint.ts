import { canonicalJson, sha256Hex, type ServiceResource } from '../domain';

/**
 * SHA-256 of what a declared service asks for, kept with the service that is made from it: how an interrupted run finds its
 * own work again. The stack is part of it, since two stacks cannot own one service; the construct path is not, so a moved
 * construct keeps its service; neither is how long to wait, nor the value of a secret (its variable's name is).
 */
export const computeFingerprint = (resource: ServiceResource): string => {
  const asked = Object.entries({ ...unwritten, ...resource }).flatMap(([field, value]) =>
    value === undefined || notAsked.has(field) ? [] : [[field, value] as const],
  );
  return sha256Hex(canonicalJson(Object.fromEntries(asked)));
};

/** What a new service gets where nothing is written: a create that writes it asks for the same. */
const unwritten = { termination_protection: false, tags: {} } as const satisfies Partial<ServiceResource>;

const notAsked: ReadonlySet<string> = new Set([
  'path',
  'create_timeout',
  'wait_for_source',
  'source_address',
  'on_fork_change',
  'moved_from',
] satisfies readonly (keyof ServiceResource)[]);
