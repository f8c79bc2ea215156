import type { ServiceBody } from '../api';
import { findServiceType, type JsonObject, type JsonValue, type ServiceResource } from '../domain';
import { createOnlyForkKeys, forkKeyChanges } from '../rules';
import type { CreateOnlyChange } from './errors';
import { sameJson } from './fingerprint';

/** What a declared service asks of settings that were fixed when the live service was made, where it is something else. */
export interface CreateOnlyChanges {
  /** The keys that make the fork: its source, its recovery point, its location. */
  readonly fork: readonly CreateOnlyChange[];
  readonly other: readonly CreateOnlyChange[];
  /** Keys whose value is not known yet. */
  readonly unknown: readonly string[];
}

/** `user_config` keys of a type that are read only while a service is made. A type that is not known has none. */
export const createOnlyKeys = (serviceType: string): ReadonlySet<string> =>
  new Set(settingsOf(serviceType).flatMap((key) => (key.createOnly || key.effect === 'fork' ? [key.key] : [])));

/**
 * Compares the create-only settings of a declared service with those of the live one. A key that is no longer written,
 * or is written as null or '', never counts: removing the fork keys says nothing about the fork.
 */
export const createOnlyChanges = (
  resource: ServiceResource,
  actual: ServiceBody,
  unknown: readonly string[],
): CreateOnlyChanges => {
  const fixed = createOnlyKeys(resource.service_type);
  const isOpen = (key: string): boolean => unknown.includes(`user_config.${key}`);
  const asked = Object.fromEntries(Object.entries(resource.user_config).filter(([key]) => !isOpen(key)));
  const fork = [...ruledChanges(resource, asked, actual), ...ownForkChanges(resource, asked, actual)];
  const forkKeys: ReadonlySet<string> = new Set([...createOnlyForkKeys, backupKey]);
  const other = Object.entries(asked)
    .filter(([key, value]) => fixed.has(key) && !forkKeys.has(key) && !isUnset(value))
    .filter(([key, value]) => !sameJson(actual.user_config[key], value))
    .map(([key, value]) => ({ key, before: shown(actual.user_config[key]), after: shown(value) }));
  return { fork, other, unknown: [...fixed].filter(isOpen).map((key) => `user_config.${key}`) };
};

const backupKey = 'recovery_basebackup_name';

const settingsOf = (serviceType: string) => findServiceType(serviceType)?.userConfig ?? [];

/** What the rules call a change of a fork, so that synth and apply say the same. */
const ruledChanges = (
  resource: ServiceResource,
  asked: JsonObject,
  actual: ServiceBody,
): readonly CreateOnlyChange[] => {
  const origin = actual.forkcast?.origin ?? null;
  const latestTransaction = resource.latest_transaction ?? false;
  return forkKeyChanges(
    // Who owns a service of nobody cannot say whether the newest transaction was asked for.
    { userConfig: asked, latestTransaction: latestTransaction && origin !== null },
    {
      userConfig: actual.user_config,
      origin: origin && { latestTransaction: origin.latest_transaction },
    },
  ).map(({ key, declared, existing }) => ({ key, before: existing ?? 'none', after: declared }));
};

/** What is read only at creation too, though the schema does not mark it: the named backup and the asserted location. */
const ownForkChanges = (
  resource: ServiceResource,
  asked: JsonObject,
  actual: ServiceBody,
): readonly CreateOnlyChange[] => {
  const [before, after] = [actual.user_config[backupKey], asked[backupKey]];
  const role = actual.forkcast?.lineage?.role;
  return [
    ...(isUnset(after) || sameJson(before, after)
      ? []
      : [{ key: backupKey, before: shown(before), after: shown(after) }]),
    ...(resource.from === undefined || role === undefined || role === resource.from
      ? []
      : [{ key: 'from', before: role, after: resource.from }]),
  ];
};

const isUnset = (value: JsonValue | undefined): boolean => value === undefined || value === null || value === '';

const shown = (value: JsonValue | undefined): string =>
  isUnset(value) ? 'none' : typeof value === 'string' ? value : JSON.stringify(value);
