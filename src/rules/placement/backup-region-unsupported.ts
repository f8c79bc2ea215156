import { backupRegionKey, listOf } from '../backup-region';
import { documented, userConfigSchema } from '../cite';
import { typeOf, writtenSetting } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 62: service types whose backups are copied to another region. */
export const backupRegionUnsupported = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'backup-region',
  title: 'Service type may have no backup to another region',
  why: 'The key stands in the schema of types that have no such copies; believing in them is found out when a region is lost.',
  attribute: 'user_config.additional_backup_regions',
  sources: [
    documented('documentation, backup to another region: PostgreSQL, MySQL, OpenSearch'),
    documented('documentation, products/clickhouse/concepts/disaster-recovery'),
    userConfigSchema,
  ],
  predicts: ['backup_region_unsupported'],
  messages: {
    unsupported: {
      detail: '{title} has no backup to another region.',
      remedy: 'Leave additional_backup_regions out; fork regularly into another region instead.',
    },
    unlisted: {
      severity: 'warning',
      detail: '{title} is not on the list of types with backup to another region; only its own page speaks of it.',
      remedy: 'Ask the account team, and check that copies arrive: forkcast service backup-regions shows them.',
    },
  },
  check: (subject) => {
    const type = orStop(typeOf(subject));
    const written = orStop(writtenSetting(subject, backupRegionKey));
    const { backupRegion, title } = type;
    if (listOf(written)?.length === 0) return notApplicable;
    return backupRegion === 'supported' ? pass : violated(backupRegion, { title });
  },
});
