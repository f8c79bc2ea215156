import { serviceKey, type Facts, type ServiceFacts } from '../../domain';
import { cloudOf } from '../asked';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { staysLive } from '../stays-live';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated, type Verdict } from '../verdict';
import { isDown } from '../down';

/** Rule 87: a cloud that is down takes no services, new or moved, and lets none go. */
export const cloudDown = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Cloud is down',
  why:
    'While a region is down, nothing can be made or changed there; a fork that is to replace a lost service belongs ' +
    'elsewhere.',
  attribute: 'cloud_name',
  sources: [inferred('a region without power starts no machines')],
  asks: { about: ['place'] },
  predicts: ['cloud_down'],
  messages: {
    down: {
      detail: '{cloud} is down and takes no new services.',
      remedy: 'Choose another cloud, or wait until it is back.',
    },
    stranded: {
      detail: '{service} runs in {cloud}, which is down, so neither its plan nor its cloud can be changed.',
      remedy: 'Fork it from its second backup region, or wait until {cloud} is back.',
    },
  },
  check: (subject) => {
    const { facts, existing } = subject;
    if (facts === undefined) return undecided('outages of clouds');
    const cloud = cloudOf(subject);
    const kept =
      staysLive(subject) && existing !== undefined ? keptVerdict(subject, { cloud, existing, facts }) : undefined;
    return kept ?? (isDown(cloud, facts) ? violated('down', { cloud }) : pass);
  },
});

/** The verdict on a live service that stays where it is, or cannot leave; undefined: it moves. */
const keptVerdict = (
  { request, planName }: Subject,
  { cloud, existing, facts }: { readonly cloud: string; readonly existing: ServiceFacts; readonly facts: Facts },
): Verdict<'stranded'> | undefined => {
  const isMoved = cloud !== existing.cloud;
  if (!isDown(existing.cloud, facts)) return isMoved ? undefined : pass;
  if (!isMoved && !planName.known) return undecided(`plan of ${request.address}`);
  const isChanged = isMoved || (planName.known && planName.value !== existing.plan);
  return isChanged ? violated('stranded', { service: serviceKey(existing), cloud: existing.cloud }) : notApplicable;
};
