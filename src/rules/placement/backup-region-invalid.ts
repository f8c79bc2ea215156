import { backupRegionKey, listOf } from '../backup-region';
import { userConfigSchema } from '../cite';
import { typeOf, writtenSetting } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { pass, violated } from '../verdict';

/** Rule 11: at most one second backup region, of lower-case letters, digits and hyphens. */
export const backupRegionInvalid = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'backup-region',
  title: 'Second backup region is not a list of at most one region',
  why: 'Backups can be copied to one other region. Terraform checks the number of regions, but not their names.',
  attribute: 'user_config.additional_backup_regions',
  sources: [userConfigSchema],
  predicts: ['backup_region_invalid'],
  messages: {
    'not-a-list': {
      detail: '{value} is not a list.',
      remedy: 'Write a list of one cloud, such as ["aws-eu-central-1"], or an empty one for none.',
    },
    'too-many': {
      detail: '{value} names {count} regions; backups can be copied to {most}.',
      remedy: 'Keep one of them.',
    },
    item: {
      detail: '{value} is not the name of a region: at most {longest} lower-case letters, digits and hyphens.',
      remedy: 'Write the name of a cloud, such as "aws-eu-central-1".',
    },
  },
  check: (subject) => {
    const type = orStop(typeOf(subject));
    const written = orStop(writtenSetting(subject, backupRegionKey));
    const value = JSON.stringify(written);
    const regions = listOf(written);
    if (regions === undefined) return violated('not-a-list', { value });
    const key = type.userConfig.find((candidate) => candidate.key === backupRegionKey);
    const most = key?.maxItems ?? 1;
    if (regions.length > most) return violated('too-many', { value, count: regions.length, most });
    const longest = key?.maxLength ?? 256;
    const pattern = new RegExp(key?.pattern ?? '^[a-z0-9-]+$');
    const fits = regions.every(
      (region) => typeof region === 'string' && region.length <= longest && pattern.test(region),
    );
    return fits ? pass : violated('item', { value, longest });
  },
});
