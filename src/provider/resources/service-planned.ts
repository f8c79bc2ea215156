import { type Facts, fieldNames, type Plan, planKey, serviceKey, type SettingGroup, settingGroups } from '../../domain';
import type { Forkcast } from '../client';
import {
  isNull,
  isObject,
  isUnknown,
  isWhollyKnown,
  member,
  type ObjectValue,
  type ResourceChange,
  unknown,
  type Value,
} from '../protocol';
import { diskAfterPlanChange, forkDifferences, sameJson, sameSetting } from '../../planner';
import { toJson, toText } from '../values';
import { forkFact, readServiceId, settingFacts } from './service-id';
import { priorService } from './service-prior';
import type { ServiceNotes } from './service-private';
import { groupMembers, writeGroup, readSettings } from './setting-groups';
import { attributeKeys, type BlockKey, blockKeys, isMakingKey } from './user-config';
import { planAddress } from './write-only-secrets';

/** What is known beside the configuration and the state. */
interface Seen {
  readonly notes: ServiceNotes;
  /** Undefined: nobody could tell, or nothing depends on them. */
  readonly facts: Facts | undefined;
}

/**
 * The planned object: what the schema drafts, where the provider knows better. A value that means the same keeps its spelling.
 * What made the service stays when nobody writes it any more: provenance is a fact, until another fork is asked for. Other settings
 * that are taken out are reset, unless an import had only found them.
 */
export const plannedService = (
  { config, prior, draft }: ResourceChange,
  client: Pick<Forkcast, 'project'>,
  { notes, facts }: Seen,
): ObjectValue => {
  const kept = (name: string): Value => (isNull(config[name]) ? member(prior, name) : (draft[name] ?? null));
  const provenance = isOtherFork(config, prior) ? null : prior;
  const making = (name: string): Value => (isNull(config[name]) ? member(provenance, name) : (draft[name] ?? null));
  const project = isNull(config['project']) ? (member(prior, 'project') ?? client.project ?? null) : config['project'];
  const named = { ...draft, project: project ?? null };
  const settings = plannedSettings({ config, prior, draft }, { notes, provenance });
  const planned: ObjectValue = {
    ...named,
    id: planId(named),
    user_config: settings,
    ...Object.fromEntries(keptNames.map((name) => [name, kept(name)])),
    termination_protection: kept('termination_protection') ?? false,
    from: making('from'),
    latest_transaction: making('latest_transaction'),
    static_ips: kept('static_ips'),
    disk_space_mb: planDisk({ config, prior, draft }, facts),
    ...(prior === null
      ? madeFacts({ ...draft, user_config: settings })
      : { service_uri: planAddress(prior, named, unknown) }),
  };
  const waits = prior === null || mustWait(prior, planned, facts);
  return { ...planned, ready: waits ? unknown : (prior['ready'] ?? null) };
};

/** Plan and cloud are as the schema drafts them, and a disk may follow its plan. */
const keptNames = fieldNames.all.filter((name) => !['plan', 'cloud_name', 'disk_space_mb'].includes(name));

/** What is written asks for another source or recovery point than the service was made with. */
const isOtherFork = (config: ObjectValue, prior: ObjectValue | null): boolean => {
  if (prior === null) return false;
  const written = { userConfig: settingFacts(config), latestTransaction: config['latest_transaction'] === true };
  return forkDifferences({ ...written, from: 'any' }, priorService(prior)).length > 0;
};

const planId = (object: ObjectValue): Value => {
  const [project, service] = [toText(object['project']), toText(object['service_name'])];
  return project === undefined || service === undefined ? unknown : `${project}/${service}`;
};

/** A disk that nobody asked for follows the plan: its own, and what was added. */
const planDisk = ({ config, prior, draft }: Omit<ResourceChange, 'replaces'>, facts: Facts | undefined): Value => {
  if (!isNull(config['disk_space_mb'])) return draft['disk_space_mb'] ?? null;
  if (prior === null) return unknown;
  const disk = prior['disk_space_mb'] ?? null;
  if (prior['plan'] === draft['plan']) return disk;
  const [before, after] = [findPlan(prior['plan'], draft, facts), findPlan(draft['plan'], draft, facts)];
  if (before === undefined || after === undefined || typeof disk !== 'number') return unknown;
  return diskAfterPlanChange(disk, before, after);
};

/** A plan of the type of an object; undefined: it is not known. Never throws. */
export const findPlan = (name: Value | undefined, draft: ObjectValue, facts: Facts | undefined): Plan | undefined => {
  const [plan, type] = [toText(name), toText(draft['service_type'])];
  return plan === undefined || type === undefined ? undefined : facts?.catalogue.plans.get(planKey(type, plan));
};

/** Only a fork has a lineage; whether it is one may be unknown. */
const madeFacts = (object: ObjectValue): ObjectValue => {
  const fork = forkFact(settingFacts(object));
  const value = fork.known && !fork.value ? null : unknown;
  return { lineage: value, manifest: value, data_digest: value };
};

const plannedSettings = (
  { config, prior, draft }: Omit<ResourceChange, 'replaces'>,
  { notes, provenance }: { readonly notes: ServiceNotes; readonly provenance: ObjectValue | null },
): Value => {
  const [written, drafted] = [config['user_config'] ?? null, draft['user_config'] ?? null];
  if (!isObject(written) || !isObject(drafted)) return drafted;
  const before = member(prior, 'user_config');
  const stays = (key: BlockKey): boolean =>
    isMakingKey(key) ? provenance !== null : notes.observed.includes(key.name);
  const unwritten = (key: BlockKey): Value => (stays(key) ? member(before, key.name) : null);
  const asBefore = (key: BlockKey, after: Value): Value => {
    const kept = member(before, key.name);
    return isWhollyKnown(after) && sameSetting(key.name, toJson(kept), toJson(after)) ? kept : after;
  };
  return {
    ...Object.fromEntries(
      attributeKeys().map((key) => [
        key.name,
        isNull(written[key.name]) ? unwritten(key) : asBefore(key, drafted[key.name] ?? null),
      ]),
    ),
    ...Object.fromEntries(
      settingGroups.map((group) => [
        group,
        isNull(written[group]) ? unwrittenGroup(group, member(before, group), stays) : (drafted[group] ?? null),
      ]),
    ),
  };
};

/** What stays of an object that nobody writes any more. One that is written is planned as it is: Terraform wants that. */
const unwrittenGroup = (group: SettingGroup, before: Value, stays: (key: BlockKey) => boolean): Value => {
  const members = Object.entries(groupMembers(group, before));
  const kept = members.filter(([name]) => {
    const key = blockKeys().get(name);
    return key !== undefined && stays(key);
  });
  return kept.length === members.length ? before : writeGroup(kept);
};

/** A change that the registry works on, or something that is still to be finished. */
const mustWait = (prior: ObjectValue, planned: ObjectValue, facts: Facts | undefined): boolean =>
  (prior['ready'] === false && !staysOff(planned, facts)) ||
  (!isNull(planned['powered'] ?? null) && differs(prior['powered'] ?? null, planned['powered'] ?? null)) ||
  ['plan', 'cloud_name', 'disk_space_mb'].some((name) => differs(prior[name] ?? null, planned[name] ?? null)) ||
  settingsDiffer(readSettings(prior), readSettings(planned));

/** It is powered off, and nobody asks for more. */
const staysOff = (planned: ObjectValue, facts: Facts | undefined): boolean => {
  const id = readServiceId(planned);
  return id !== undefined && planned['powered'] !== true && facts?.services.get(serviceKey(id))?.state === 'POWEROFF';
};

const settingsDiffer = (before: ObjectValue, after: ObjectValue): boolean =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].some((name) => {
    const key = blockKeys().get(name);
    return key !== undefined && !isMakingKey(key) && differs(before[name] ?? null, after[name] ?? null);
  });

const differs = (before: Value, after: Value): boolean => isUnknown(after) || !sameJson(toJson(before), toJson(after));
