import { type SentTo, isRefused, type IntegrationCreateBody, type ServiceBody } from '../api';
import {
  isJsonList,
  isJsonObject,
  serviceKey,
  type Expectation,
  type JsonObject,
  type ServiceResource,
  given,
} from '../domain';
import type { AttributeChange } from './attribute-changes';
import { type Budget, startBudget } from './budget';
import { NotAsExpectedError } from './errors';
import type { Outcome } from './outcome';
import { identifyAsker, type Claim, buildExpectation, holderText, writeOwner, compareOwner } from './ownership';
import { planService } from './plan-service';
import type { EnginePorts } from './ports';
import { buildOrigin, ownTimes } from './requests';
import { buildIntegrationBody } from './integrations';
import { keyOfSecret, withSecrets } from './secrets';
import { isUncertain, readAgain } from './uncertain';
import { checkUpgrade } from './upgrade-check';
import { waitForRunning } from './wait-for-running';

/** What is changed, in which live service. */
interface Update {
  readonly resource: ServiceResource;
  readonly actual: ServiceBody;
  readonly changes: readonly AttributeChange[];
  readonly claim?: Claim | undefined;
}

/**
 * Changes a live service in place and waits until it runs: termination protection goes off first and on last, then tags, then
 * settings. A request whose answer was lost is not repeated when the service shows that it was carried out.
 * @throws SecretMissingError before anything is changed, and what the registry refuses
 */
export const updateService = async (
  ports: EnginePorts,
  update: Update,
  { budget = startBudget(ports.clock, update.resource) }: { readonly budget?: Budget } = {},
): Promise<Outcome> => {
  const { resource } = update;
  const id = { project: resource.project, service: resource.service_name };
  const { first, settings, last } = buildRequests(ports, update);
  await checkUpgrade(ports, update);
  ports.progress({ step: 'update', service: serviceKey(id), phase: null, percent: null });
  const relation = compareOwner(update.actual, identifyAsker(resource, update.claim));
  const before = buildExpectation(update.actual, relation, update.claim);
  const send = (body: SentTo<'ServiceUpdate'>, expect: Expectation = before) =>
    ports.client.updateService(id.project, id.service, body, expect);
  let service = update.actual;
  try {
    if (first) service = await send(first);
    if (isChanged(update, 'tags') && resource.tags !== undefined)
      await ports.client.replaceTags(id.project, id.service, resource.tags, before);
    for (const integration of integrationsToAdd(update)) await ports.client.createIntegration(id.project, integration);
    if (settings) service = await send(settings);
    if (last) service = await send(last, afterClaim(before, settings));
    if (!settings && !last) service = (await readAgain(ports, id)) ?? service;
  } catch (error) {
    if (isRefused(error, 412)) throw await strangerError(ports, update, error);
    if (!isUncertain(error)) throw error;
    const found = await readAgain(ports, id);
    if (found === undefined || !isCarriedOut(resource, found)) throw error;
    service = found;
  }
  if (isOffAfter(update)) return { kind: 'done', action: 'updated', service };
  return waitForRunning(ports, { id, action: 'updated', service, claim: update.claim }, budget);
};

/** Once the request with the claim was carried out, the service is held by who asks. */
const afterClaim = (before: Expectation, settings: SentTo<'ServiceUpdate'> | undefined): Expectation => {
  const owner = settings?.forkcast?.owner;
  return owner === undefined ? before : { ...before, owner: owner.id };
};

/** The service is not the one that was meant any more. */
const strangerError = async (ports: EnginePorts, { resource, claim }: Update, cause: unknown) => {
  const id = { project: resource.project, service: resource.service_name };
  const found = await readAgain(ports, id);
  const holder = found === undefined ? 'is gone' : holderText(compareOwner(found, identifyAsker(resource, claim)));
  return new NotAsExpectedError(serviceKey(id), holder, { cause });
};

/** It is powered off with this update, or was off before and stays so. */
const isOffAfter = ({ resource, actual, changes }: Update): boolean =>
  changes.some(({ attribute }) => attribute === 'powered') ? resource.powered === false : actual.state === 'POWEROFF';

interface Requests {
  readonly first: SentTo<'ServiceUpdate'> | undefined;
  readonly settings: SentTo<'ServiceUpdate'> | undefined;
  readonly last: SentTo<'ServiceUpdate'> | undefined;
}

/** Every request carries the origin, so a service tells its declaration's fingerprint once it is as declared. */
const buildRequests = (ports: EnginePorts, update: Update): Requests => {
  const { resource } = update;
  const changed = <Name extends keyof ServiceResource>(name: Name): ServiceResource[Name] | undefined =>
    isChanged(update, name) ? resource[name] : undefined;
  const protection = changed('termination_protection');
  const user_config = changedSettings(ports, update);
  const fields: SentTo<'ServiceUpdate'> = {
    ...given({ plan: changed('plan'), cloud: changed('cloud_name'), disk_space_mb: changed('disk_space_mb') }),
    ...ownTimes(resource, Object.fromEntries(update.changes.map(({ attribute }) => [attribute, true]))),
    ...given({ powered: changed('powered') }),
    ...(Object.keys(user_config).length > 0 ? { user_config } : {}),
  };
  const origin =
    update.actual.forkcast === undefined ? {} : { forkcast: { origin: buildOrigin(resource), ...ownerIn(update) } };
  const isEmpty = Object.keys(fields).length === 0 && Object.keys(origin).length === 0;
  return {
    first: protection === false ? { termination_protection: false } : undefined,
    settings: isEmpty ? undefined : { ...fields, ...origin },
    last: protection === true ? { termination_protection: true } : undefined,
  };
};

/** A service of before there were owners gets one, and a label that moved is written anew. */
const ownerIn = ({ actual, claim }: Update) =>
  claim === undefined || actual.forkcast?.ownership === undefined ? {} : { owner: writeOwner(claim.owner) };

const isChanged = ({ changes }: Update, attribute: string): boolean =>
  changes.some((change) => change.attribute === attribute);

/** A key that holds a secret is sent whole, with the secret in it. */
const changedSettings = (ports: EnginePorts, update: Update): JsonObject => {
  const { resource } = update;
  const secretKeys = isChanged(update, 'secrets')
    ? update.changes.flatMap(({ attribute, after }) =>
        attribute === 'secrets' && after.known && Array.isArray(after.value)
          ? after.value.filter((key) => typeof key === 'string')
          : [],
      )
    : [];
  const keys = update.changes.flatMap(({ attribute }) =>
    attribute.startsWith('user_config.') ? [attribute.slice('user_config.'.length)] : [],
  );
  const needed = new Set([...keys, ...secretKeys]);
  if (needed.size === 0) return {};
  const secrets = Object.entries(resource.secrets ?? {}).filter(([path]) => needed.has(keyOfSecret(path)));
  const full = withSecrets(ports, { user_config: resource.user_config, secrets: Object.fromEntries(secrets) });
  return Object.fromEntries([...needed].map((key) => [key, full[key] ?? null]));
};

const integrationsToAdd = ({ resource, changes }: Update): readonly IntegrationCreateBody[] =>
  changes
    .flatMap(({ attribute, after }) => (attribute === 'service_integrations' && after.known ? [after.value] : []))
    .flatMap((list) => (isJsonList(list) ? list.filter(isJsonObject) : []))
    .map((integration) => buildIntegrationBody(integration, resource.service_name));

const isCarriedOut = (resource: ServiceResource, found: ServiceBody): boolean => {
  const { kind } = planService(resource, found);
  return kind === 'no-op' || kind === 'adopt';
};
