import { canonicalJson, type JsonObject, type JsonValue, type ServiceType } from '../../domain';
import type { ServiceEvent } from '../events';
import { sealSecrets } from '../secrets';
import { identify, type ServiceState } from '../state';
import { askedBackupRegion, checkBackupRegion } from './check-backup-region';
import { checkUserConfig } from './check-user-config';
import { firstObjection, refuse } from './decision';
import type { DecideContext, Objection, Refused } from './decision';
import { needsRunning } from './find-service';
import { isGiven } from './fork-request';
import { sameSetting } from './same-setting';

/**
 * Decides a change of settings; null resets a key, an equal value is no change. Order of checks: each key and value, create-only
 * keys, variant, version, second backup region. The version and the region have events of their own.
 */
export const decideSettings = (
  context: DecideContext,
  state: ServiceState,
  type: ServiceType,
  asked: JsonObject,
  cloud: string,
): Refused | { readonly kind: 'settled'; readonly events: readonly ServiceEvent[] } => {
  const region = askedBackupRegion(asked);
  const version = type.versionKey === undefined ? undefined : asked[type.versionKey];
  const schema = checkUserConfig(type, asked);
  if (schema !== undefined) return schema;
  const sealed = sealSecrets({ kind: 'service', type: type.name }, asked, context.registry.seed);
  const objection = firstObjection(
    () => checkCreateOnly(type, state, sealed),
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

const checkCreateOnly = (type: ServiceType, state: ServiceState, asked: JsonObject): Objection => {
  const fixed = type.userConfig.find(
    ({ key, createOnly }) => createOnly && isGiven(asked[key]) && !sameSetting(key, madeWith(state, key), asked[key]),
  );
  if (fixed === undefined) return undefined;
  const current = state.userConfig[fixed.key];
  return refuse(
    'user_config_create_only',
    `${fixed.key} can be set only while the service is created; it is ${isGiven(current) ? canonicalJson(current) : 'not set'}.` +
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

/** Objects to an upgrade to this version, as an update that asks for nothing else would. */
export const checkUpgrade = (
  context: DecideContext,
  type: ServiceType,
  state: ServiceState,
  version: string,
): Objection =>
  firstObjection(
    () => checkCreateOnly(type, state, type.versionKey === undefined ? {} : { [type.versionKey]: version }),
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
