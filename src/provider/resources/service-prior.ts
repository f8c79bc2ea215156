import { isJsonObject, recordedFields, type Lineage, type LiveService } from '../../domain';
import { isNull, member, type ObjectValue, type Value } from '../protocol';
import { toJson, toText } from '../values';
import { fieldsIn } from './declared-service';
import { readSettings } from './setting-groups';

/** What the state holds of a service, in the words of the rules. */
export const priorService = (prior: ObjectValue): LiveService => {
  const settings = toJson(readSettings(prior));
  const set = Object.entries(isJsonObject(settings) ? settings : {}).filter(([, value]) => value !== null);
  const read = fieldsIn(prior);
  const techEmails = read.texts('tech_emails');
  return {
    project: toText(prior['project']),
    service: toText(prior['service_name']),
    type: toText(prior['service_type']),
    ...recordedFields(read),
    maintenance: { dow: read.text('maintenance_window_dow'), time: read.text('maintenance_window_time') },
    ...(techEmails === undefined ? {} : { techEmails }),
    userConfig: Object.fromEntries(set),
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
