import { isJsonObject, type Lineage, type LiveService } from '../../domain';
import { isNull, member, type ObjectValue, type Value } from '../protocol';
import { jsonOf, textOf } from '../values';
import { tagsIn } from './declared-service';
import { settingsOf } from './setting-groups';

/** What the state holds of a service, in the words of the rules. */
export const priorService = (prior: ObjectValue): LiveService => {
  const settings = jsonOf(settingsOf(prior));
  const set = Object.entries(isJsonObject(settings) ? settings : {}).filter(([, value]) => value !== null);
  const [disk, tags] = [prior['disk_space_mb'], prior['tags']];
  return {
    project: textOf(prior['project']),
    service: textOf(prior['service_name']),
    type: textOf(prior['service_type']),
    plan: textOf(prior['plan']),
    cloud: textOf(prior['cloud_name']),
    diskSpaceMb: typeof disk === 'number' ? disk : undefined,
    terminationProtection: prior['termination_protection'] === true,
    userConfig: Object.fromEntries(set),
    tags: tagsIn(tags ?? null),
    staticIps: [],
    lineage: lineageOf(prior['lineage'] ?? null),
    origin: { latestTransaction: prior['latest_transaction'] === true },
  };
};

const lineageOf = (lineage: Value): Pick<Lineage, 'role' | 'backupName'> | null =>
  isNull(lineage)
    ? null
    : {
        role: textOf(member(lineage, 'role')) === 'secondary' ? 'secondary' : 'primary',
        backupName: textOf(member(lineage, 'backup_name')) ?? '',
      };
