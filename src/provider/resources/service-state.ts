import type { ServiceBody } from '../../api';
import {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type ServiceId,
  type SettingGroup,
  settingGroups,
} from '../../domain';
import { sameSetting } from '../../planner';
import { type CtyType, isNull, isObject, isUnknown, type ObjectValue, type Value } from '../protocol';
import { fromJson, toJson } from '../values';
import { keepingSecrets } from './kept-secrets';
import { writeBlock, groupMembers, writeGroup } from './setting-groups';
import { attributeKeys, type BlockKey, blockKeys, isMakingKey, isSensitive } from './user-config';
import { addressIn } from './write-only-secrets';

/**
 * The object that Terraform keeps of a live service. `shape` is what it planned or kept before: what is null there was not
 * configured and stays so, what made the service stays as it was written, and a value that means the same keeps its spelling.
 */
export const writeState = (shape: ObjectValue, id: ServiceId, body: ServiceBody): ObjectValue => {
  const { forkcast: extension } = body;
  const settings = shape['user_config'];
  const tags = shape['tags'] ?? null;
  return {
    ...shape,
    id: `${id.project}/${id.service}`,
    project: id.project,
    service_name: id.service,
    service_type: body.service_type,
    plan: body.plan,
    cloud_name: body.cloud_name,
    disk_space_mb: body.disk_space_mb,
    termination_protection: body.termination_protection,
    tags: isNull(tags) ? null : body.tags,
    ...ownTimes(shape, body),
    user_config: isObject(settings) ? refreshed(settings, body.user_config) : null,
    powered: isNull(shape['powered'] ?? null) ? null : body.state !== 'POWEROFF',
    ready: isReady(shape, body),
    owner: extension?.ownership?.owner?.id ?? null,
    ...keepingSecrets(shape, { service_uri: addressIn(shape, body.service_uri) }),
    ...addressParts(body.service_uri),
    lineage: extension?.lineage ? lineageValue(extension.lineage) : null,
    manifest: extension?.manifest ? manifestValue(extension.manifest) : null,
    data_digest: extension?.fork_digest ?? null,
  };
};

/** What is asked for of updates and contacts, as it is; what nobody asked for stays null. */
const ownTimes = (shape: ObjectValue, { maintenance, tech_emails: emails }: ServiceBody): ObjectValue => {
  const asked = (name: string, value: Value): Value => (isNull(shape[name] ?? null) ? null : value);
  return {
    maintenance_window_dow: asked('maintenance_window_dow', maintenance?.dow ?? null),
    maintenance_window_time: asked('maintenance_window_time', maintenance?.time ?? null),
    tech_emails: asked('tech_emails', emails?.map(({ email }) => email) ?? null),
  };
};

/** Host and port of `scheme://user:password@host:port/path`, or of `host:port`. */
export const addressParts = (uri: string | null): ObjectValue => {
  const [, host = null, port] = /^(?:[^/]*:\/\/)?(?:[^@/]*@)?([^:/?@]+):(\d+)/.exec(uri ?? '') ?? [];
  return { service_host: host, service_port: port === undefined ? null : Number(port) };
};

/**
 * A change that somebody else began does not count: it ends by itself. What nobody holds yet, as the end of its making was not told, is
 * not ready: who makes an equal one could take it over, so the next apply tells it.
 */
const isReady = (shape: ObjectValue, { state, forkcast }: ServiceBody): boolean =>
  state !== 'POWEROFF' &&
  forkcast?.ownership?.state !== 'making' &&
  (state !== 'REBUILDING' || shape['ready'] === true);

/** Where a fork came from. */
export const lineageValue = (lineage: NonNullable<NonNullable<ServiceBody['forkcast']>['lineage']>): ObjectValue => ({
  source_project: lineage.source_project,
  source_service: lineage.source_service,
  recovery_point: lineage.recovery_point,
  backup_name: lineage.backup_name,
  location: lineage.location,
  role: lineage.role,
});

const manifestValue = (manifest: JsonObject): ObjectValue => ({
  copied: entriesValue(manifest['copied']),
  not_copied: entriesValue(manifest['not_copied']),
});

const entriesValue = (entries: JsonValue | undefined): ObjectValue =>
  Object.fromEntries(
    (isJsonList(entries) ? entries : [])
      .filter(isJsonObject)
      .map(({ item, names }) => [
        typeof item === 'string' ? item : '',
        isJsonList(names) ? names.filter((name) => typeof name === 'string') : [],
      ]),
  );

const refreshed = (block: ObjectValue, actual: JsonObject): ObjectValue => ({
  ...Object.fromEntries(
    attributeKeys().map((key) => [key.name, refreshedKey(key, block[key.name] ?? null, actual[key.name] ?? null)]),
  ),
  ...Object.fromEntries(settingGroups.map((group) => [group, refreshedGroup(group, block[group] ?? null, actual)])),
});

/** An object stays as it was written while nothing in it differs. */
const refreshedGroup = (group: SettingGroup, kept: Value, actual: JsonObject): Value => {
  const members = Object.entries(groupMembers(group, kept));
  const now = members.map(([name, value]): readonly [string, Value] => {
    const key = blockKeys().get(name);
    return [name, key === undefined ? value : refreshedKey(key, value, actual[name] ?? null)];
  });
  return now.every(([, value], index) => value === members[index]?.[1]) ? kept : writeGroup(now);
};

/** What made the service and what is secret is not read back. */
const refreshedKey = (key: BlockKey, kept: Value, actual: JsonValue): Value => {
  if (isUnknown(kept)) return writeValue(key.type, actual);
  if (isNull(kept) || isMakingKey(key) || isSensitive(key) || key.name === 'recovery_basebackup_name') return kept;
  return sameSetting(key.name, toJson(kept), actual) ? kept : writeValue(key.type, actual);
};

/** JSON as a value of one of the block's types; null where it does not fit. */
const writeValue = (type: CtyType, json: JsonValue): Value => {
  switch (type.kind) {
    case 'dynamic':
      return fromJson(json);
    case 'list':
      return isJsonList(json) ? json.filter((item) => typeof item === 'string') : null;
    case 'string':
      return typeof json === 'string' ? json : null;
    case 'number':
      return typeof json === 'number' ? json : null;
    case 'bool':
      return typeof json === 'boolean' ? json : null;
    default:
      return null;
  }
};

/** A window that somebody chose, and contacts that somebody named. */
const importedTimes = ({ maintenance, tech_emails: emails = [] }: ServiceBody): ObjectValue => ({
  ...(maintenance === undefined || maintenance.dow === 'never'
    ? {}
    : { maintenance_window_dow: maintenance.dow, maintenance_window_time: maintenance.time }),
  ...(emails.length === 0 ? {} : { tech_emails: emails.map(({ email }) => email) }),
});

/** What an import takes over: every setting that is no secret, and which of them they are. */
export const importedState = (
  id: ServiceId,
  body: ServiceBody,
): { readonly state: ObjectValue; readonly observed: readonly string[] } => {
  const origin = body.forkcast?.origin ?? null;
  const isLatest = origin?.latest_transaction === true;
  const settings = Object.fromEntries(
    [...blockKeys()].map(([name, key]): readonly [string, Value] => {
      const isResolved = isLatest && name === 'recovery_target_time';
      return [name, isResolved || isSensitive(key) ? null : writeValue(key.type, body.user_config[name] ?? null)];
    }),
  );
  const observed = Object.keys(settings).filter((name) => !isNull(settings[name]));
  const isFork = (body.forkcast?.lineage ?? null) !== null;
  const shape: ObjectValue = {
    tags: Object.keys(body.tags).length === 0 ? null : body.tags,
    ...importedTimes(body),
    user_config: writeBlock(settings),
    from: body.forkcast?.lineage?.role ?? null,
    latest_transaction: isFork ? isLatest : null,
    on_fork_change: 'refuse',
    ready: true,
  };
  return { state: writeState(shape, id, body), observed };
};
