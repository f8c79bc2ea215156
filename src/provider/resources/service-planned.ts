import { type SettingGroup, settingGroups } from '../../domain';
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
import { groupMembers, groupOf, settingsOf } from './setting-groups';
import { attributeKeys, type BlockKey, blockKeys, isMakingKey } from './user-config';

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
    project_vpc_id: kept('project_vpc_id'),
    static_ips: kept('static_ips'),
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
  const before = member(prior, 'user_config');
  const unwritten = (key: BlockKey): Value => (staysUnwritten(key, notes) ? member(before, key.name) : null);
  return {
    ...Object.fromEntries(
      attributeKeys().map((key) => [
        key.name,
        isNull(written[key.name]) ? unwritten(key) : (drafted[key.name] ?? null),
      ]),
    ),
    ...Object.fromEntries(
      settingGroups.map((group) => [
        group,
        isNull(written[group]) ? unwrittenGroup(group, member(before, group), notes) : (drafted[group] ?? null),
      ]),
    ),
  };
};

/** What stays of an object that nobody writes any more. One that is written is planned as it is: Terraform wants that. */
const unwrittenGroup = (group: SettingGroup, before: Value, notes: ServiceNotes): Value => {
  const members = Object.entries(groupMembers(group, before));
  const kept = members.filter(([name]) => {
    const key = blockKeys().get(name);
    return key !== undefined && staysUnwritten(key, notes);
  });
  return kept.length === members.length ? before : groupOf(kept);
};

const staysUnwritten = (key: BlockKey, { observed }: ServiceNotes): boolean =>
  isMakingKey(key) || observed.includes(key.name);

/** A change that the registry works on, or something that is still to be finished. */
const mustWait = (prior: ObjectValue, planned: ObjectValue): boolean =>
  prior['ready'] === false ||
  ['plan', 'cloud_name', 'disk_space_mb'].some((name) => differs(prior[name] ?? null, planned[name] ?? null)) ||
  settingsDiffer(settingsOf(prior), settingsOf(planned));

const settingsDiffer = (before: ObjectValue, after: ObjectValue): boolean =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].some((name) => {
    const key = blockKeys().get(name);
    return key !== undefined && !isMakingKey(key) && differs(before[name] ?? null, after[name] ?? null);
  });

const differs = (before: Value, after: Value): boolean => isUnknown(after) || !sameJson(jsonOf(before), jsonOf(after));
