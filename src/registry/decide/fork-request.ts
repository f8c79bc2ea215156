import { parseRecoveryTime } from '../../domain';
import type { JsonObject, JsonValue, RecoveryTime, ServiceType } from '../../domain';
import type { CreateService } from '../commands';
import { firstObjection, refuse } from './decision';
import { replicaTypes } from './replica-types';
import type { Objection, Refused } from './decision';

/** The fork that a create asks for, its texts parsed. */
export interface ForkAsked {
  readonly project: string;
  readonly service: string;
  readonly target:
    | { readonly kind: 'latest-backup' }
    | { readonly kind: 'latest-transaction' }
    | { readonly kind: 'time'; readonly time: RecoveryTime }
    | { readonly kind: 'backup'; readonly backupName: string };
  readonly from: 'primary' | 'secondary' | undefined;
}

/** Empty text, null and absence mean the same: not given. */
export const isGiven = (value: JsonValue | undefined): value is JsonValue =>
  value !== undefined && value !== null && value !== '';

/** A key with a value: empty text and null mean that it is not given. */
export const givenKey = (userConfig: JsonObject, key: string): string | undefined => {
  const value = userConfig[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The source that settings name, by the key of today or else by the older one. */
export const givenSource = (userConfig: JsonObject): string | undefined =>
  givenKey(userConfig, 'service_to_fork_from') ?? givenKey(userConfig, 'pg_service_to_fork_from');

/**
 * Reads the fork keys; `none` when no source is given. Empty text and null mean "not given". Order of checks: two sources that differ,
 * keys without a source, a type that cannot be forked, replica and fork at once, the recovery time's form, the newest transaction of
 * a type without one or beside another recovery key.
 */
export const readForkAsked = (
  command: CreateService,
  type: ServiceType,
): Refused | { readonly kind: 'none' } | { readonly kind: 'fork'; readonly asked: ForkAsked } => {
  const { userConfig } = command;
  const current = givenKey(userConfig, 'service_to_fork_from');
  const deprecated = givenKey(userConfig, 'pg_service_to_fork_from');
  const source = current ?? deprecated;
  const project = givenKey(userConfig, 'project_to_fork_from');
  const timeText = givenKey(userConfig, 'recovery_target_time');
  const backupName = givenKey(userConfig, 'recovery_basebackup_name');
  const time = timeText === undefined ? undefined : parseRecoveryTime(timeText);
  const objection = firstObjection(
    () => checkSources(current, deprecated),
    () => (source === undefined ? checkLonelyKeys(command) : checkForkable(command, type)),
    () => (timeText !== undefined && time === undefined ? badTime(timeText) : undefined),
    () => checkLatest(command, type, timeText ?? backupName),
  );
  if (objection !== undefined) return objection;
  if (source === undefined) return { kind: 'none' };
  const target: ForkAsked['target'] =
    time !== undefined
      ? { kind: 'time', time }
      : backupName !== undefined
        ? { kind: 'backup', backupName }
        : { kind: command.latestTransaction === true ? 'latest-transaction' : 'latest-backup' };
  return { kind: 'fork', asked: { project: project ?? command.project, service: source, target, from: command.from } };
};

const checkSources = (current: string | undefined, deprecated: string | undefined): Objection =>
  current !== undefined && deprecated !== undefined && current !== deprecated
    ? refuse(
        'fork_source_keys_conflict',
        `service_to_fork_from is ${current}, but pg_service_to_fork_from is ${deprecated}. Keep service_to_fork_from only.`,
      )
    : undefined;

const checkLonelyKeys = (command: CreateService): Objection => {
  const lonely = ['project_to_fork_from', 'recovery_target_time', 'recovery_basebackup_name'].find(
    (key) => givenKey(command.userConfig, key) !== undefined,
  );
  if (lonely !== undefined) {
    return refuse(
      'fork_source_missing_key',
      `${lonely} means nothing without service_to_fork_from. Name the service to fork, or remove ${lonely}.`,
    );
  }
  if (command.from !== undefined) {
    return refuse(
      'fork_source_missing_key',
      `A storage location (${command.from}) means nothing without service_to_fork_from. Name the service to fork.`,
    );
  }
  if (command.latestTransaction === true) {
    return refuse(
      'fork_source_missing_key',
      'The latest transaction means nothing without service_to_fork_from. Name the service to fork.',
    );
  }
  return command.userConfig.pg_read_replica === true
    ? refuse(
        'fork_source_missing_key',
        'pg_read_replica means nothing without service_to_fork_from. Use a read_replica integration.',
      )
    : undefined;
};

const checkForkable = (command: CreateService, type: ServiceType): Objection => {
  if (!type.forkable) {
    return refuse(
      'fork_type_unsupported',
      `Services of type ${type.name} cannot be forked. Create the service without service_to_fork_from.`,
    );
  }
  const replica = command.integrations?.find(({ integrationType }) => replicaTypes.includes(integrationType));
  return replica === undefined
    ? undefined
    : refuse(
        'fork_replica_conflict',
        `The service is asked for as a fork of one service and, by integration ${replica.integrationType}, as a replica of another. ` +
          'Name one of the two.',
      );
};

const checkLatest = (command: CreateService, type: ServiceType, other: string | undefined): Objection => {
  if (command.latestTransaction !== true) return undefined;
  if (type.recovery !== 'point-in-time') {
    return refuse(
      'recovery_key_unsupported',
      `Services of type ${type.name} keep no continuous log, so they have no latest transaction. Leave it out for the newest backup.`,
      'latest_transaction',
    );
  }
  return other === undefined
    ? undefined
    : refuse(
        'recovery_keys_conflict',
        `The latest transaction was asked for, and ${other} as well. A fork has one recovery point: leave one of them out.`,
      );
};

const badTime = (text: string): Objection =>
  refuse(
    'recovery_time_invalid',
    `recovery_target_time ${JSON.stringify(text)} is not a date-time. Write it like 2026-11-20T08:00:00Z, in at most 32 characters.`,
  );
