import {
  canonicalJson,
  holdsSecret,
  redactedText,
  type JsonObject,
  type JsonValue,
  type ServiceType,
} from '../../domain';
import type { ServiceEvent } from '../events';
import { isHashOf } from '../secrets';
import { identify, type ServiceState } from '../state';
import { askedBackupRegion, checkBackupRegion } from './check-backup-region';
import { checkSize } from './check-size';
import { checkUserConfig } from './check-user-config';
import { firstObjection, refuse } from './decision';
import type { DecideContext, Objection, Refused } from './decision';
import { needsRunning } from './find-service';
import { isGiven } from './fork-request';
import { sameSetting } from './same-setting';
import { sealSettings } from './seal-settings';

/**
 * Decides a change of settings; null resets a key, an equal value is no change. Order of checks: each key and value, create-only
 * keys, variant, version, second backup region. The version and the region have events of their own.
 */
export const decideSettings = (
  context: DecideContext,
  state: ServiceState,
  type: ServiceType,
  given: JsonObject,
  cloud: string,
): Refused | { readonly kind: 'settled'; readonly events: readonly ServiceEvent[] } => {
  const asked = withoutRedacted(type, given);
  const region = askedBackupRegion(asked);
  const version = type.versionKey === undefined ? undefined : asked[type.versionKey];
  const schema = checkUserConfig(type, asked) ?? checkSize({ ...state.userConfig, ...asked });
  if (schema !== undefined) return schema;
  const ready = sealSettings(context, { kind: 'service', type: type.name }, asked, state.userConfig);
  if (ready.kind === 'refused') return ready;
  const sealed = ready.settings;
  const objection = firstObjection(
    () => checkCreateOnly(context, type, state, { asked, sealed }),
    () => checkVariant(state, sealed.variant),
    () => checkVersion(context, type, state, version),
    () => checkBackupRegion(context, type, region, { cloud, region: state.region }),
  );
  if (objection !== undefined) return objection;
  const id = identify(state);
  const changed = changedSettings(type, state, sealed);
  const upgraded = typeof version === 'string' && version !== readVersion(type, state) ? version : undefined;
  return {
    kind: 'settled',
    events: [
      ...(upgraded === undefined || type.versionKey === undefined
        ? []
        : [{ type: 'ServiceVersionUpgraded' as const, ...id, versionKey: type.versionKey, version: upgraded }]),
      ...(Object.keys(changed).length === 0 ? [] : [{ type: 'UserConfigChanged' as const, ...id, changed }]),
      ...(region === undefined || region === state.region.cloud
        ? []
        : [{ type: 'BackupRegionChanged' as const, ...id, cloud: region }]),
    ],
  };
};

const readVersion = (type: ServiceType, state: ServiceState): JsonValue | undefined =>
  type.versionKey === undefined ? undefined : state.userConfig[type.versionKey];

/** What a service without `variant` is. */
const usualVariant = 'aiven';

/** A fork that names no project is of its own. */
const madeWith = ({ project, userConfig }: ServiceState, key: string): JsonValue | undefined =>
  key === 'project_to_fork_from' && isGiven(userConfig['service_to_fork_from']) && !isGiven(userConfig[key])
    ? project
    : userConfig[key];

const checkCreateOnly = (
  { registry }: DecideContext,
  type: ServiceType,
  state: ServiceState,
  { asked, sealed }: { readonly asked: JsonObject; readonly sealed: JsonObject },
): Objection => {
  const isSame = (key: string): boolean =>
    sameSetting(key, madeWith(state, key), sealed[key]) ||
    isHashOf(state.userConfig[key], asked[key] ?? null, registry.seed);
  const fixed = type.userConfig.find(({ key, createOnly }) => createOnly && isGiven(asked[key]) && !isSame(key));
  if (fixed === undefined) return undefined;
  const current = state.userConfig[fixed.key];
  const shown = () => (holdsSecret(type.name, fixed.key) ? 'set already' : canonicalJson(current ?? null));
  return refuse(
    'user_config_create_only',
    `${fixed.key} can be set only while the service is created; it is ${isGiven(current) ? shown() : 'not set'}.` +
      ' Keep it, or make a new service.',
    fixed.effect === 'fork' ? `user_config.${fixed.key}` : 'fixed-setting',
  );
};

/** The data of one variant cannot be read by the other, so a live service keeps its own: our inference. */
const checkVariant = (state: ServiceState, asked: JsonValue | undefined): Objection => {
  const current = state.userConfig.variant ?? usualVariant;
  return asked === undefined || (asked ?? usualVariant) === current
    ? undefined
    : refuse(
        'operation_not_simulated',
        `Changing variant from ${canonicalJson(current)} to ${canonicalJson(asked ?? usualVariant)} is not simulated. ` +
          'Keep it, or make a new service.',
      );
};

/** What is a secret and shown as `<redacted>` is not asked to change. */
const withoutRedacted = (type: ServiceType, given: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(given).filter(([key, value]) => value !== redactedText || !holdsSecret(type.name, key)),
  );

const versionAsked = ({ versionKey }: ServiceType, version: string): JsonObject =>
  versionKey === undefined ? {} : { [versionKey]: version };

/** Objects to an upgrade to this version, as an update that asks for nothing else would. */
export const checkUpgrade = (
  context: DecideContext,
  type: ServiceType,
  state: ServiceState,
  version: string,
): Objection =>
  firstObjection(
    () =>
      checkCreateOnly(context, type, state, {
        asked: versionAsked(type, version),
        sealed: versionAsked(type, version),
      }),
    () => checkVersion(context, type, state, version),
  );

/** Objects to a step back, to a replica, which is upgraded with what it follows, and to what is not running. */
const checkVersion = (
  context: DecideContext,
  type: ServiceType,
  state: ServiceState,
  asked: JsonValue | undefined,
): Objection => {
  const current = readVersion(type, state);
  if (typeof asked !== 'string' || asked === current) return undefined;
  const order = type.versions.map(({ version }) => version);
  if (state.replicaOf !== null) {
    return refuse(
      'version_of_replica',
      `Service ${state.service} is a replica of ${state.replicaOf.service} and runs its version, ${showVersion(current)}, ` +
        `not ${asked}. Upgrade ${state.replicaOf.service}: its replicas are upgraded with it.`,
    );
  }
  if (typeof current === 'string' && order.indexOf(asked) < order.indexOf(current)) {
    return refuse(
      'version_downgrade',
      `Service ${state.service} runs version ${current} and cannot go back to ${asked}. Ask for ${current} or a newer version.`,
    );
  }
  return needsRunning(context, state);
};

const showVersion = (version: JsonValue | undefined): string => (typeof version === 'string' ? version : 'unknown');

/** Settings that differ from the present; a reset of what is not set, of a create-only key or of the version is no change. */
const changedSettings = (type: ServiceType, state: ServiceState, asked: JsonObject): JsonObject => {
  const fixed = new Set([
    ...type.userConfig.filter(({ createOnly }) => createOnly).map(({ key }) => key),
    ...(type.versionKey === undefined ? [] : [type.versionKey]),
    'additional_backup_regions',
  ]);
  return Object.fromEntries(
    Object.entries(asked).filter(([key, value]) => !fixed.has(key) && !sameSetting(key, state.userConfig[key], value)),
  );
};
