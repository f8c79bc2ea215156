import { serviceKey } from '../../domain';
import { documented, inferred } from '../cite';
import { comfortableFactor, diskAdvice } from '../disk-advice';
import { followedBy } from '../followed';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';
import { nameDataSize } from '../data-size';

/** Rule 149, beyond the reference: a replica holds all that the service it follows holds. */
export const replicaDiskBelowData = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Disk of the replica is too small for what it follows',
  why:
    'A replica has a plan and a disk of its own, which may be smaller, and holds all the data of its source. Without room for it the' +
    ' first copy does not end.',
  attribute: 'disk_space_mb',
  sources: [
    documented(
      'documentation, products/postgresql/howto/create-read-replica: the plan of a replica is chosen for itself',
    ),
    inferred(
      'what does not fit the disk cannot be copied. No page of the vendor tells of a smallest disk, or of a refusal: it is refused at ' +
        'the create as a fork is whose disk is below its backup, before a service is paid for that never gets its data',
    ),
  ],
  asks: { about: ['replica'] },
  predicts: ['fork_disk_too_small'],
  messages: {
    'too-small': {
      detail: 'The replica has {disk} MB of disk; {source}, which it follows, holds {data} MB.',
      remedy: '{advice}',
    },
  },
  check: (subject) => {
    const all = followedBy(subject);
    if (all.length === 0 || orStop(typeOf(subject)).memoryBound) return notApplicable;
    const { address, diskSpaceMb } = subject.request;
    const plan = orUndecided(subject.plan, `plan of ${address}`);
    const asked = orUndecided(diskSpaceMb, `disk_space_mb of ${address}`);
    if (plan === undefined || plan.diskMb === 0) return notApplicable;
    const disk = asked ?? plan.diskMb;
    for (const { source } of all) {
      if (source.kind === 'unknown') return undecided(source.missing);
      if (source.kind !== 'live') continue;
      const { dataSizeMb: data } = source.service;
      if (data === undefined) return undecided(nameDataSize(source.service));
      if (data <= disk) continue;
      const advice = diskAdvice(Math.ceil(data * comfortableFactor), plan);
      return violated('too-small', { disk, data, source: serviceKey(source.service), advice });
    }
    return pass;
  },
});
