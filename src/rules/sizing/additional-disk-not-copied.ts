import { planKey, serviceKey } from '../../domain';
import { planOf } from '../asked';
import { documented } from '../cite';
import { liveSourceOf } from '../live-source';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 48: disk that was bought for the source. */
export const additionalDiskNotCopied = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Source has additional disk, and the fork has none',
  why: 'Disk above the plan is not copied: the fork gets what its plan includes, and fills up as the source did before disk was added.',
  attribute: 'disk_space_mb',
  sources: [documented('documentation, dynamic disk sizing: a fork needs all additional disk of its source')],
  planOnly: 'The registry makes such a fork as long as the data fits; whether it does is told by another rule.',
  messages: {
    missing: {
      detail: '{source} has {disk} MB of disk, {extra} MB above its plan; the fork gets the {included} MB of {plan}.',
      remedy: 'Set disk_space_mb to {disk} or so, or acknowledge this finding if the fork needs less.',
    },
  },
  check: (subject) => {
    const { request, catalogue, type } = subject;
    const service = orStop(liveSourceOf(subject));
    if (type.known && type.value?.memoryBound) return notApplicable;
    const planOfSource = catalogue.plans.get(planKey(service.type, service.plan));
    if (planOfSource === undefined || planOfSource.diskMb === 0) return notApplicable;
    const { diskSpaceMb: disk } = service;
    if (disk === undefined) return undecided(`disk of ${serviceKey(service)}`);
    const extra = disk - planOfSource.diskMb;
    if (extra <= 0) return pass;
    const asked = orUndecided(request.diskSpaceMb, `disk_space_mb of ${request.address}`);
    const { plan } = subject;
    if (asked !== undefined && !(plan.known && plan.value?.diskMb === asked)) return pass;
    const { name, diskMb } = planOf(subject);
    if (diskMb >= disk) return pass;
    const data = { disk, extra, included: diskMb, plan: name };
    return violated('missing', { source: serviceKey(service), ...data });
  },
});
