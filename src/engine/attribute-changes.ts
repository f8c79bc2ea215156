import type { ServiceBody } from '../api';
import {
  known,
  unknown as unknownFact,
  type Fact,
  type JsonObject,
  type JsonValue,
  type ServiceResource,
} from '../domain';
import { createOnlyKeys } from './create-only-changes';
import { fingerprintOf, sameJson } from './fingerprint';
import { missingIntegrations } from './integrations';
import { keyOfSecret, withoutSecrets } from './secrets';

/** One setting of a live service that is to be changed in place. */
export interface AttributeChange {
  /** API name: `plan`, `tags`, `user_config.backup_hour`; `powered`, `origin` and `secrets` are the engine's own. */
  readonly attribute: string;
  readonly before: JsonValue | undefined;
  /** Unknown: decided at apply. Null in `user_config`: the key is reset. */
  readonly after: Fact<JsonValue>;
}

/**
 * Where a live service differs from what is declared. What is not declared stays as it is, except keys that were declared
 * `prior`; create-only keys are never sent; a service that is powered off is powered on.
 */
export const attributeChanges = (
  resource: ServiceResource,
  actual: ServiceBody,
  { unknown = [], prior }: { readonly unknown?: readonly string[]; readonly prior?: ServiceResource } = {},
): readonly AttributeChange[] => {
  const wanted: readonly (readonly [string, JsonValue | undefined, JsonValue | undefined])[] = [
    ['plan', actual.plan, resource.plan],
    ['cloud_name', actual.cloud_name, resource.cloud_name],
    ['disk_space_mb', actual.disk_space_mb, resource.disk_space_mb],
    ['termination_protection', actual.termination_protection, resource.termination_protection],
    ['tags', actual.tags, resource.tags],
    ...settingChanges(resource, actual, prior),
    ...integrationChanges(resource, actual),
    ['powered', actual.state !== 'POWEROFF', true],
  ];
  const decided = wanted.flatMap(([attribute, before, after]) =>
    after === undefined || unknown.includes(attribute) || sameJson(before, after)
      ? []
      : [{ attribute, before, after: known(after) }],
  );
  const open = unknown
    .filter((attribute) => !isFixed(attribute, resource))
    .map((attribute) => ({ attribute, before: undefined, after: unknownFact('known-after-apply') }));
  return [...decided, ...open, ...ownershipChanges(resource, actual)];
};

const isFixed = (attribute: string, resource: ServiceResource): boolean =>
  attribute.startsWith('user_config.') &&
  createOnlyKeys(resource.service_type).has(attribute.slice('user_config.'.length));

type Wanted = readonly [string, JsonValue | undefined, JsonValue | undefined];

const settingChanges = (
  resource: ServiceResource,
  actual: ServiceBody,
  prior: ServiceResource | undefined,
): readonly Wanted[] => {
  const fixed = createOnlyKeys(resource.service_type);
  const dropped = Object.keys(prior?.user_config ?? {}).filter((key) => !(key in resource.user_config));
  const asked: JsonObject = { ...Object.fromEntries(dropped.map((key) => [key, null])), ...resource.user_config };
  const comparable = withoutSecrets(actual.user_config, resource);
  return Object.entries(asked)
    .filter(([key]) => !fixed.has(key))
    .map(([key, value]): Wanted => [`user_config.${key}`, comparable[key] ?? null, value]);
};

const integrationChanges = (resource: ServiceResource, actual: ServiceBody): readonly Wanted[] => {
  const missing = missingIntegrations(resource, actual);
  return missing.length === 0 ? [] : [['service_integrations', null, missing]];
};

/** The origin moves with the construct; a secret is sent again when anything in the request has changed, since it is never compared. */
const ownershipChanges = (resource: ServiceResource, actual: ServiceBody): readonly AttributeChange[] => {
  const origin = actual.forkcast?.origin ?? null;
  if (actual.forkcast === undefined) return [];
  const after = { stack: resource.stack, path: resource.path };
  const moved = origin?.stack !== after.stack || origin.path !== after.path;
  const fixed = createOnlyKeys(resource.service_type);
  const secrets = [...new Set(Object.keys(resource.secrets ?? {}).map(keyOfSecret))].filter((key) => !fixed.has(key));
  const resend = secrets.length > 0 && origin?.fingerprint !== fingerprintOf(resource);
  return [
    ...(moved
      ? [{ attribute: 'origin', before: origin && { stack: origin.stack, path: origin.path }, after: known(after) }]
      : []),
    ...(resend ? [{ attribute: 'secrets', before: undefined, after: known(secrets) }] : []),
  ];
};
