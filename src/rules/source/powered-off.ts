import { serviceKey, toRfc3339 } from '../../domain';
import { backupsPage, documented } from '../cite';
import { liveSourceOf } from '../live-source';
import { longestOffMs, longestOffSource } from '../longest-off';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { pass, violated } from '../verdict';

/** Rule 23: what a powered-off source can give. */
export const poweredOff = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Source is powered off',
  why: 'A powered-off service can be forked, but it gives only what its newest backup holds, and it is deleted after 180 days.',
  attribute: 'user_config.service_to_fork_from',
  sources: [backupsPage, documented('documentation, products/clickhouse/concepts/disaster-recovery'), longestOffSource],
  planOnly: 'The registry makes such a fork: the age of its data is the surprise.',
  messages: {
    off: {
      detail:
        '{source} is powered off since {since}; its newest backup is from {newest}. It is deleted if it stays off until {deletedAt}.',
      remedy: 'No action is needed if this data will do. Otherwise power the source on and wait for a backup.',
    },
    'no-backup': {
      detail: '{source} is powered off since {since} and has no backup, so nothing can be forked.',
      remedy: 'Power the source on and wait for its first backup.',
    },
  },
  check: (subject) => {
    const service = orStop(liveSourceOf(subject));
    if (service.state !== 'POWEROFF') return pass;
    const { poweredOffSince: since = null } = service;
    const newest = service.backups.at(-1);
    const data = { source: serviceKey(service), since: since === null ? 'an unknown time' : toRfc3339(since) };
    if (newest === undefined) return violated('no-backup', data);
    return violated('off', {
      ...data,
      newest: toRfc3339(newest.completedAt),
      deletedAt: since === null ? '180 days after that' : toRfc3339(since + longestOffMs),
    });
  },
});
