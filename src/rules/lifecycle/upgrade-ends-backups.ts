import { counted, serviceKey, toRfc3339 } from '../../domain';
import { nowOf } from '../asked';
import { documented, inferred } from '../cite';
import { typeOf } from '../recovery-target';
import { readableBackups } from '../recovery-window';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';
import { versionChange } from '../versions';

/** Rule 148, beyond the reference: what was backed up before a major upgrade cannot be restored after it. */
export const upgradeEndsBackups = defineRule({
  severity: 'warning',
  scope: 'lifecycle',
  only: 'change',
  title: 'Upgrade ends the earlier restore points',
  why:
    'Full backups are of one major version. After an upgrade in place nothing of before can be restored or forked, neither here nor ' +
    'from a second region: a full backup of the new version is taken, and the recovery window begins with it.',
  attribute: 'user_config',
  sources: [
    documented('documentation, products/postgresql/concepts/pg-backups: full backups are version specific'),
    inferred('the same holds for the other types whose forks keep the major version'),
  ],
  planOnly: 'The registry upgrades it: which restore points are gone shows afterwards.',
  messages: {
    ends: {
      detail:
        'With {key} from {current} to {version}, {backups} of {service} can no longer be restored, nor any instant from {earliest} to' +
        ' the upgrade. A full backup of the new version follows; it is the first restore point then.',
      remedy:
        'Fork it first if an earlier state may be wanted: the fork keeps the data and its version. No action is needed otherwise.',
    },
  },
  check: (subject) => {
    if (!orStop(typeOf(subject)).forkKeepsMajorVersion) return notApplicable;
    const { live, key, current, version, places } = versionChange(subject);
    // What is no upgrade is refused, which another rule tells.
    if (places.version <= places.current || live.replicaOf !== null) return pass;
    const backups = readableBackups(live, 'primary', nowOf(subject));
    const [oldest] = backups;
    if (oldest === undefined) return pass;
    const data = {
      key,
      current,
      version,
      service: serviceKey(live),
      backups: backups.length === 1 ? 'the backup' : `all ${counted(backups.length, 'backup')}`,
      earliest: toRfc3339(oldest.completedAt),
    };
    return violated('ends', data, `user_config.${key}`);
  },
});
