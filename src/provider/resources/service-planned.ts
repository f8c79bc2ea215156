import type { Forkcast } from '../client';
import {
  isNull,
  isObject,
  isUnknown,
  member,
  type ObjectValue,
  type PlannedChange,
  unknown,
  type Value,
} from '../protocol';
import { sameJson } from '../../engine';
import { jsonOf, textOf } from '../values';
import { forkFact, settingFacts } from './service-id';
import type { ServiceNotes } from './service-private';
import { settingsOf } from './service-state';
import { type BlockKey, blockKeys, isMakingKey } from './user-config';

/**
 * The planned object: what the schema drafts, where the provider knows better. What made the service stays when nobody writes it
 * any more: provenance is a fact. Other settings that are taken out are reset, unless an import had only found them.
 */
export const plannedService = (
  { config, prior, draft }: PlannedChange,
  client: Pick<Forkcast, 'project'>,
  notes: ServiceNotes,
): ObjectValue => {
  const kept = (name: string): Value => (isNull(config[name]) ? member(prior, name) : (draft[name] ?? null));
  const project = isNull(config['project']) ? (member(prior, 'project') ?? client.project ?? null) : config['project'];
  const named = { ...draft, project: project ?? null };
  const settings = plannedSettings({ config, prior, draft }, notes);
  const planned: ObjectValue = {
    ...named,
    id: idOf(named),
    user_config: settings,
    from: kept('from'),
    latest_transaction: kept('latest_transaction'),
    disk_space_mb: diskOf({ config, prior, draft }),
    ...(prior === null ? madeFacts({ ...draft, user_config: settings }) : {}),
  };
  return { ...planned, ready: prior === null || mustWait(prior, planned) ? unknown : (prior['ready'] ?? null) };
};

const idOf = (object: ObjectValue): Value => {
  const [project, service] = [textOf(object['project']), textOf(object['service_name'])];
  return project === undefined || service === undefined ? unknown : `${project}/${service}`;
};

/** A disk that nobody asked for follows the plan. */
const diskOf = ({ config, prior, draft }: Omit<PlannedChange, 'replaces'>): Value => {
  if (!isNull(config['disk_space_mb'])) return draft['disk_space_mb'] ?? null;
  if (prior === null || prior['plan'] !== draft['plan']) return unknown;
  return prior['disk_space_mb'] ?? null;
};

/** Only a fork has a lineage; whether it is one may be unknown. */
const madeFacts = (object: ObjectValue): ObjectValue => {
  const fork = forkFact(settingFacts(object));
  const value = fork.known && !fork.value ? null : unknown;
  return { lineage: value, manifest: value, data_digest: value };
};

const plannedSettings = ({ config, prior, draft }: Omit<PlannedChange, 'replaces'>, notes: ServiceNotes): Value => {
  const [written, drafted] = [config['user_config'] ?? null, draft['user_config'] ?? null];
  if (!isObject(written) || !isObject(drafted)) return drafted;
  const before = settingsOf(prior);
  return Object.fromEntries(
    [...blockKeys()].map(([name, key]) => {
      if (!isNull(written[name])) return [name, drafted[name] ?? null];
      return [name, staysUnwritten(key, notes) ? (before[name] ?? null) : null];
    }),
  );
};

const staysUnwritten = (key: BlockKey, { observed }: ServiceNotes): boolean =>
  isMakingKey(key) || observed.includes(key.name);

/** A change that the registry works on, or something that is still to be finished. */
const mustWait = (prior: ObjectValue, planned: ObjectValue): boolean =>
  prior['ready'] === false ||
  ['plan', 'cloud_name', 'disk_space_mb'].some((name) => differs(prior[name] ?? null, planned[name] ?? null)) ||
  [...blockKeys().values()].some(
    (key) => !isMakingKey(key) && differs(settingsOf(prior)[key.name] ?? null, settingsOf(planned)[key.name] ?? null),
  );

const differs = (before: Value, after: Value): boolean => isUnknown(after) || !sameJson(jsonOf(before), jsonOf(after));
