import { serviceKey, toRfc3339, type EpochMs, type ServiceFacts, type ServiceType } from '../../domain';
import { isRestorable } from '../backup-retention';
import { documented, inferred } from '../cite';
import { durationText } from '../duration-text';
import { changedService } from '../live-change';
import { isPersistenceOff } from '../persistence';
import { readableBackups } from '../recovery-window';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, undecided, violated, type Verdict } from '../verdict';

type Message = 'since-backup' | 'all';

/** Rule 118, beyond the reference: what is written after the newest backup does not survive a power-off, unless there is a log. */
export const powerOffLosesData = defineRule({
  severity: 'warning',
  scope: 'lifecycle',
  title: 'Power-off loses what no backup holds',
  why:
    'The machines of a service that is powered off are removed. Power-on restores its newest backup, and replays a log ' +
    'onto it only for types with point-in-time recovery.',
  attribute: 'powered',
  sources: [
    documented('documentation, platform/concepts/service-power-cycle'),
    documented('documentation, products/clickhouse/concepts/disaster-recovery: a backup before power-off'),
    inferred('a type that takes a backup before power-off loses nothing while its persistence is on'),
  ],
  planOnly: 'The registry powers it off: what is lost shows when it is powered on.',
  messages: {
    'since-backup': {
      detail:
        '{service} would lose what was written in the {gap} since its newest backup of {completed}, users and databases among it.',
      remedy:
        'Power it off right after a backup, or fork it first if that data is wanted. No action is needed otherwise.',
    },
    all: {
      detail: '{service} has no backup to come back from: all its data would be lost.',
      remedy: 'Wait for a backup, or keep the data elsewhere first. No action is needed if the data is not wanted.',
    },
  },
  check: (subject) => {
    const { powered = { known: true, value: undefined } } = subject.request;
    if (powered.known && powered.value !== false) return notApplicable;
    const service = orStop(changedService(subject));
    if (service.state === 'POWEROFF') return pass;
    if (!powered.known) return undecided(`powered of ${subject.request.address}`);
    if (!subject.now.known) return undecided('current time');
    const type = subject.catalogue.serviceTypes.get(service.type);
    if (type === undefined) return undecided(`service type ${service.type}`);
    if (service.replicaOf !== null) return notApplicable;
    const isTaken = type.backupBeforePowerOff && !isPersistenceOff(service, subject.catalogue);
    return isTaken ? pass : judgeLoss(service, type, subject.now.value);
  },
});

const judgeLoss = (service: ServiceFacts, type: ServiceType, now: EpochMs): Verdict<Message> => {
  const newest = readableBackups(service, 'primary', now)
    .filter((backup) => isRestorable(backup, service, now))
    .at(-1);
  if (newest === undefined) return violated('all', { service: serviceKey(service) });
  if (type.recovery === 'point-in-time') return pass;
  return violated('since-backup', {
    service: serviceKey(service),
    gap: durationText(now - newest.completedAt),
    completed: toRfc3339(newest.completedAt),
  });
};
