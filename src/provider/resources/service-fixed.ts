import { ForkcastError, serviceKey, settingPath, type Lineage, type ServiceId } from '../../domain';
import { CreateOnlyKeysChangedError, sameJson, ServiceTypeChangedError } from '../../engine';
import { forkKeyChanges, isMadeAsFork, knownSettings, type MadeService, restoreChanges } from '../../rules';
import type { Forkcast } from '../client';
import { diagnosticOf } from '../diagnostics';
import {
  type Diagnostic,
  isList,
  isNull,
  isUnknown,
  isWhollyKnown,
  member,
  type ObjectValue,
  type Path,
  type Value,
} from '../protocol';
import { jsonOf, textOf } from '../values';
import { integrationsIn } from './declared-service';
import type { Judgement } from './service-review';
import { settingsOf } from './setting-groups';
import { type BlockKey, blockKeys, isMakingKey, isSensitive } from './user-config';

/** A change of a live service: what the state holds, what is planned, and what is known. */
export interface LiveService {
  readonly prior: ObjectValue;
  readonly planned: ObjectValue;
  readonly judgement: Judgement;
  readonly id: ServiceId | undefined;
}

/** What would make another fork of a live service. */
export interface ForkChanges {
  readonly isFork: boolean;
  /** Empty: nothing. */
  readonly paths: readonly Path[];
  /** The changes as a sentence. */
  readonly text: string;
}

/** Compares the fork keys with those that the live service was made with; with the state where nothing is known of it. */
export const forkChanges = (live: LiveService): ForkChanges => {
  const { request } = live.judgement;
  const made = madeService(live);
  const userConfig = knownSettings(request.userConfig);
  const keys = forkKeyChanges({ userConfig, latestTransaction: request.latestTransaction }, made);
  const restore = restoreChanges({ backupName: userConfig['recovery_basebackup_name'], from: request.from }, made);
  const isLatest = live.planned['latest_transaction'] === true;
  const changes = [
    ...keys.map(({ key, declared, existing }) => ({
      path: key === 'recovery_target_time' && isLatest ? ['latest_transaction'] : ['user_config', key],
      declared,
      existing,
    })),
    ...restore.map(({ kind, declared, existing }) => ({
      path: kind === 'location' ? ['from'] : ['user_config', 'recovery_basebackup_name'],
      declared,
      existing,
    })),
  ];
  const texts = changes.map(
    ({ path, declared, existing }) => `${path.join('.')} from ${existing ?? 'none'} to ${declared}`,
  );
  return {
    isFork: isMadeAsFork(made),
    paths: changes.map(({ path }) => path),
    text: `Its fork keys are read only while it is made: ${texts.join(', ')}.`,
  };
};

const madeService = ({ prior, judgement, id }: LiveService): MadeService => {
  const name = id === undefined ? '' : serviceKey(id);
  const found = judgement.facts?.services.get(name);
  if (found !== undefined) return { ...found, name };
  const settings = Object.entries(settingsOf(prior)).map(([key, value]) => [key, jsonOf(value)] as const);
  return {
    name,
    userConfig: Object.fromEntries(settings),
    origin: { latestTransaction: prior['latest_transaction'] === true },
    lineage: lineageOf(prior['lineage'] ?? null),
    terminationProtection: prior['termination_protection'] === true,
  };
};

const lineageOf = (lineage: Value): Lineage | null => {
  const text = (name: string): string => textOf(member(lineage, name)) ?? '';
  if (isNull(lineage)) return null;
  return {
    sourceProject: text('source_project'),
    sourceService: text('source_service'),
    sourceIncarnation: 1,
    recoveryPoint: Date.parse(text('recovery_point')),
    backupName: text('backup_name'),
    location: text('location'),
    role: text('role') === 'secondary' ? 'secondary' : 'primary',
  };
};

/** What never changes in a live service and makes no fork: its type, and the other keys that are read only at its creation. */
export const fixedChanges = (live: LiveService): Diagnostic[] => {
  const { prior, planned, id } = live;
  const name = id === undefined ? 'The service' : serviceKey(id);
  const [before, after] = [textOf(prior['service_type']), textOf(planned['service_type'])];
  if (before !== undefined && after !== undefined && before !== after) {
    const error = new ServiceTypeChangedError(name, before, after);
    return [diagnosticOf(error, 'A live service never changes its type', ['service_type'])];
  }
  const refused = (key: string, path: Path, change: { readonly before: string; readonly after: string } | undefined) =>
    change === undefined
      ? []
      : [
          diagnosticOf(
            new CreateOnlyKeysChangedError(name, [{ key, ...change }]),
            'Setting is read only while a service is made',
            path,
          ),
        ];
  return [
    ...[...blockKeys().values()]
      .filter(isFixedSetting)
      .flatMap((key) => refused(key.name, settingPath(key.name), settingChange(key, live))),
    ...creationOnly.flatMap((key) => refused(key, [key], attributeChange(key, live))),
  ];
};

/** What a service is asked to have while it is made, beside its settings. */
const creationOnly = ['project_vpc_id', 'static_ips', 'service_integrations'] as const;

const attributeChange = (key: (typeof creationOnly)[number], { prior, planned, judgement, id }: LiveService) => {
  const [kept, after] = [prior[key] ?? null, planned[key] ?? null];
  if (isNull(after) || !isWhollyKnown(after) || (isList(after) && after.length === 0)) return undefined;
  if (sameJson(jsonOf(kept), jsonOf(after)) || (key === 'service_integrations' && isReplicaOf(after, judgement, id)))
    return undefined;
  const isNone = isNull(kept) || (isList(kept) && kept.length === 0);
  return { before: isNone ? 'none' : JSON.stringify(jsonOf(kept)), after: JSON.stringify(jsonOf(after)) };
};

/** An imported replica: the state has no block yet, and the service follows the one that is written. */
const isReplicaOf = (blocks: Value, { facts }: Judgement, id: ServiceId | undefined): boolean => {
  if (id === undefined) return false;
  const followed = facts?.services.get(serviceKey(id))?.replicaOf;
  return integrationsIn(blocks).every(
    ({ source }) => followed === serviceKey({ project: id.project, service: textOf(source) ?? '' }),
  );
};

const isFixedSetting = (key: BlockKey): boolean =>
  isMakingKey(key) && ![...key.keys.values()].some(({ effect }) => effect === 'fork');

const settingChange = (key: BlockKey, { prior, planned, judgement, id }: LiveService) => {
  const after = settingsOf(planned)[key.name] ?? null;
  const kept = settingsOf(prior)[key.name] ?? null;
  if (isNull(after) || isUnknown(after)) return undefined;
  const made = id === undefined ? undefined : judgement.facts?.services.get(serviceKey(id))?.userConfig[key.name];
  const before = isNull(kept) ? (made ?? null) : jsonOf(kept);
  if (sameJson(before, jsonOf(after))) return undefined;
  if (isSensitive(key)) return { before: 'its value', after: 'another' };
  return { before: before === null ? 'none' : JSON.stringify(before), after: JSON.stringify(jsonOf(after)) };
};

/** What a service holds and would lose, as a sentence; undefined where it cannot be asked. */
export const lossOf = async ({ registry }: Forkcast, id: ServiceId): Promise<string | undefined> => {
  try {
    const held = await registry?.contents(id.project, id.service);
    if (held === undefined) return undefined;
    const count = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`;
    const parts = [
      count(held.row_count, 'row'),
      count(held.databases.length, 'database'),
      count(held.users.length, 'user'),
      count(held.connection_pools.length, 'connection pool'),
    ];
    return `What ${serviceKey(id)} holds would be lost: ${parts.join(', ')}, with everything written since it was made.`;
  } catch (error) {
    if (error instanceof ForkcastError) return undefined;
    throw error;
  }
};
