import { isJsonObject, type Lineage, type LiveService } from '../../domain';
import { isList, isNull, member, type ObjectValue, type Value } from '../protocol';
import { toJson, toText } from '../values';
import { tagsIn, textsIn } from './declared-service';
import { readSettings } from './setting-groups';

/** What the state holds of a service, in the words of the rules. */
export const priorService = (prior: ObjectValue): LiveService => {
  const settings = toJson(readSettings(prior));
  const set = Object.entries(isJsonObject(settings) ? settings : {}).filter(([, value]) => value !== null);
  const [disk, tags] = [prior['disk_space_mb'], prior['tags']];
  return {
    project: toText(prior['project']),
    service: toText(prior['service_name']),
    type: toText(prior['service_type']),
    plan: toText(prior['plan']),
    cloud: toText(prior['cloud_name']),
    diskSpaceMb: typeof disk === 'number' ? disk : undefined,
    terminationProtection: prior['termination_protection'] === true,
    maintenance: { dow: toText(prior['maintenance_window_dow']), time: toText(prior['maintenance_window_time']) },
    ...(isList(prior['tech_emails'] ?? null) ? { techEmails: textsIn(prior['tech_emails'] ?? null) } : {}),
    userConfig: Object.fromEntries(set),
    tags: tagsIn(tags ?? null),
    staticIps: [],
    lineage: readLineage(prior['lineage'] ?? null),
    origin: { latestTransaction: prior['latest_transaction'] === true },
  };
};

const readLineage = (lineage: Value): Pick<Lineage, 'role' | 'backupName'> | null =>
  isNull(lineage)
    ? null
    : {
        role: toText(member(lineage, 'role')) === 'secondary' ? 'secondary' : 'primary',
        backupName: toText(member(lineage, 'backup_name')) ?? '',
      };
