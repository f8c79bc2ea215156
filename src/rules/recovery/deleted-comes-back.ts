import { serviceKey, toRfc3339, type AccessItem } from '../../domain';
import { nowOf } from '../asked';
import { forkPage, inferred, serviceForkingPage } from '../cite';
import { liveSourceOf } from '../live-source';
import { recoveryPointOf } from '../recovery-point';
import { recoveryTargetOf } from '../recovery-target';
import { servingRole } from '../restore-role';
import { restoredBackup } from '../restored-backup';
import { returningAt } from '../returning';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 113: what was deleted since the recovery point comes back in the fork. */
export const deletedComesBack = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Fork brings back what was deleted since its recovery point',
  why:
    'A fork holds users, databases, connection pools, grants and address filters as they were at its recovery point. A user who was ' +
    'removed since, or whose password was reset, can log in to the fork as before, and nothing says so.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    forkPage,
    serviceForkingPage,
    inferred('service users are copied as they were at the recovery point, with their passwords'),
  ],
  planOnly: 'The registry accepts such a fork: it is what was asked for.',
  messages: {
    login: {
      detail: 'The fork holds the state of {point}; what {source} has lost since comes back, and can log in: {what}.',
      remedy:
        'Delete it in the fork as soon as that runs, or choose a later recovery point. No action is needed if it may.',
    },
    rights: {
      detail:
        'The fork holds the state of {point}; what {source} has lost since comes back, and is valid there: {what}.',
      remedy:
        'Revoke it in the fork as soon as that runs, or choose a later recovery point. No action is needed if it may.',
    },
    data: {
      severity: 'note',
      detail: 'The fork holds the state of {point}; what {source} has lost since comes back: {what}.',
      remedy: 'Delete it in the fork if it is not wanted there, or choose a later recovery point.',
    },
  },
  check: (subject) => {
    const service = orStop(liveSourceOf(subject));
    const target = orStop(recoveryTargetOf(subject));
    const now = nowOf(subject);
    const source = serviceKey(service);
    const role = servingRole(subject, service, { target, now });
    if (restoredBackup(service, target, { role, now }) === undefined) return notApplicable;
    const point = recoveryPointOf(subject, service, target, { role, now });
    if (point === undefined) return undecided(`recovery point of ${source}`);
    const returning = service.access && returningAt(service.access, point);
    if (returning === undefined) return undecided(`what was deleted from ${source}`);
    const kept = [...returning].filter(([item]) => item !== 'ip-filter' || !namesAddresses(subject));
    if (kept.length === 0) return pass;
    return violated(messageFor(kept.map(([item]) => item)), {
      point: toRfc3339(point),
      source,
      what: writeWords(kept),
    });
  },
});

const loginItems: readonly AccessItem[] = ['service-users', 'passwords', 'ip-filter'];

const messageFor = (items: readonly AccessItem[]): 'login' | 'rights' | 'data' => {
  if (items.some((item) => loginItems.includes(item))) return 'login';
  return items.some((item) => item === 'roles' || item === 'grants') ? 'rights' : 'data';
};

const nouns = {
  'service-users': 'users',
  passwords: 'former passwords of',
  databases: 'databases',
  'connection-pools': 'connection pools',
  roles: 'roles',
  grants: 'grants',
  'ip-filter': 'addresses that may connect:',
} as const satisfies Record<AccessItem, string>;

const mostNames = 20;

/** A fork that says itself which addresses may connect gets none back. */
const namesAddresses = (subject: Subject): boolean => {
  const filter = subject.setting('ip_filter');
  return !filter.known || filter.value !== undefined;
};

const writeWords = (returning: readonly (readonly [AccessItem, readonly string[]])[]): string =>
  returning.map(([item, names]) => `${nouns[item]} ${[...names].sort().slice(0, mostNames).join(', ')}`).join('; ');
