import type { ServiceBody } from '../api';
import { known, type ServiceResource } from '../domain';
import { createOnlyKeys, type SettingChange } from '../planner';
import { computeFingerprint } from './fingerprint';
import { missingIntegrations } from './integrations';
import { keyOfSecret } from './secrets';

/** One setting of a live service that is to be changed in place; `origin` and `secrets` are the engine's own. */
export type AttributeChange = SettingChange;

/** What the engine changes beside the settings: declared integrations that are missing, the origin, and secrets. */
export const ownChanges = (resource: ServiceResource, actual: ServiceBody): readonly AttributeChange[] => [
  ...integrationChanges(resource, actual),
  ...ownershipChanges(resource, actual),
];

const integrationChanges = (resource: ServiceResource, actual: ServiceBody): readonly AttributeChange[] => {
  const missing = missingIntegrations(resource, actual);
  return missing.length === 0 ? [] : [{ attribute: 'service_integrations', before: null, after: known(missing) }];
};

/** The origin moves with the construct; a secret is sent again when anything in the request has changed, since it is never compared. */
const ownershipChanges = (resource: ServiceResource, actual: ServiceBody): readonly AttributeChange[] => {
  const origin = actual.forkcast?.origin ?? null;
  if (actual.forkcast === undefined) return [];
  const after = { stack: resource.stack, path: resource.path };
  const moved = origin?.stack !== after.stack || origin.path !== after.path;
  const fixed = createOnlyKeys(resource.service_type);
  const secrets = [...new Set(Object.keys(resource.secrets ?? {}).map(keyOfSecret))].filter((key) => !fixed.has(key));
  const resend = secrets.length > 0 && origin?.fingerprint !== computeFingerprint(resource);
  return [
    ...(moved
      ? [{ attribute: 'origin', before: origin && { stack: origin.stack, path: origin.path }, after: known(after) }]
      : []),
    ...(resend ? [{ attribute: 'secrets', before: undefined, after: known(secrets) }] : []),
  ];
};
