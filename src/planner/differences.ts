import {
  holdsSecret,
  type Fact,
  type JsonObject,
  type JsonValue,
  type LiveService,
  type ServiceRequest,
} from '../domain';
import { createOnlyKeys } from './create-only';
import type { Difference } from './difference';
import { backupKey, createOnlyForkKeys, forkKeyDifferences, restoreDifferences } from './fork-keys';
import { sameSetting, writtenText } from './same-setting';

/** Another name or project: it would be another service. What is not known on either side is no difference. Never throws. */
export const nameDifferences = (desired: ServiceRequest, live: LiveService): readonly Difference[] => [
  ...nameDifference('service_name', live.service, desired.serviceName),
  ...nameDifference('project', live.project, desired.project),
];

const nameDifference = (key: string, before: string | undefined, after: Fact<string>): readonly Difference[] =>
  before === undefined || !after.known || after.value === before
    ? []
    : [{ what: 'name', attribute: key, key, before, after: after.value }];

/** Another service type. Never throws. */
export const typeDifferences = ({ serviceType }: ServiceRequest, { type }: LiveService): readonly Difference[] =>
  type === undefined || !serviceType.known || serviceType.value === type
    ? []
    : [{ what: 'type', attribute: 'service_type', key: 'service_type', before: type, after: serviceType.value }];

/** What makes the fork: its source, its recovery point, its location. Never throws. */
export const forkDifferences = (
  { userConfig: settings, latestTransaction, from }: Pick<ServiceRequest, 'userConfig' | 'latestTransaction' | 'from'>,
  live: Pick<LiveService, 'project' | 'userConfig' | 'origin' | 'lineage'>,
): readonly Difference[] => {
  const userConfig = knownSettings(settings);
  return [
    ...forkKeyDifferences({ userConfig, latestTransaction }, live),
    ...restoreDifferences({ backupName: userConfig[backupKey], from }, live),
  ];
};

const forkKeys: ReadonlySet<string> = new Set([...createOnlyForkKeys, backupKey]);

/**
 * The other settings that are read only while a service is made. One that is no longer written is no difference, and neither is a
 * secret that the live service does not show; of one that differs, neither value is told. Never throws.
 */
export const fixedDifferences = (desired: ServiceRequest, live: LiveService): readonly Difference[] => {
  const type = resolveType(desired, live);
  const fixed = createOnlyKeys(type);
  return Object.entries(knownSettings(desired.userConfig))
    .filter(([key, value]) => fixed.has(key) && !forkKeys.has(key) && writtenText(value) !== undefined)
    .filter(([key]) => live.userConfig[key] !== undefined || !holdsSecret(type, key))
    .filter(([key, value]) => !sameSetting(key, live.userConfig[key], value))
    .map(([key, value]) => {
      const before = writtenText(live.userConfig[key]) ?? null;
      const shown = holdsSecret(type, key)
        ? { before: before && 'its value', after: 'another' }
        : { before, after: writtenText(value) ?? '' };
      return { what: 'fixed', attribute: `user_config.${key}`, key, ...shown };
    });
};

/** The settings that are read only while a service is made, and whose value is not known yet. Never throws. */
export const unknownFixed = (desired: ServiceRequest, live: LiveService): readonly string[] => {
  const fixed = createOnlyKeys(resolveType(desired, live));
  return Object.entries(desired.userConfig).flatMap(([key, value]) =>
    !value.known && fixed.has(key) ? [`user_config.${key}`] : [],
  );
};

/** The type that a service has, as declared or as it is. Never throws. */
export const resolveType = ({ serviceType }: Pick<ServiceRequest, 'serviceType'>, { type }: LiveService): string =>
  serviceType.known ? serviceType.value : (type ?? '');

/** The declared settings that are known, in plain values. Never throws. */
export const knownSettings = (settings: Readonly<Record<string, Fact<JsonValue>>>): JsonObject =>
  Object.fromEntries(Object.entries(settings).flatMap(([key, fact]) => (fact.known ? [[key, fact.value]] : [])));
