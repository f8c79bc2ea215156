import { dayMs, serviceKey, toRfc3339, unpublishedWords, type EpochMs, type ServiceFacts } from '../../domain';
import { inferred } from '../cite';
import { requestKey } from '../configuration';
import { durationText } from '../duration-text';
import { longestOffMs, longestOffSource } from '../longest-off';
import { missingService } from '../missing-names';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated, type Verdict } from '../verdict';

type Message = 'soon' | 'later' | 'planned';

/** What is further away than this is only noted. */
const soonMs = 30 * dayMs;

/** Rule 137, from the same sentence as rule 23: what stays powered off is deleted. */
export const removedWhenOff = defineRule({
  severity: 'warning',
  scope: 'lifecycle',
  title: 'Service is deleted if it stays powered off',
  why:
    'A service that is powered off for 180 days is deleted by the control plane, its termination protection notwithstanding. ' +
    'Terraform then finds it gone, and would make it again without its data.',
  attribute: 'powered',
  sources: [
    longestOffSource,
    inferred('termination protection stops requests, and this is none; a moment powered on begins the count anew'),
  ],
  planOnly: 'The clock deletes it, not a request.',
  messages: {
    soon: {
      detail: '{service} is powered off since {since} and is deleted at {removedAt}, in {left}.',
      remedy: 'Power it on before that, or fork it if only its data is wanted.',
    },
    later: {
      detail: '{service} is powered off since {since}. It is deleted if it stays off until {removedAt}.',
      remedy: 'Power it on before that, or fork it if only its data is wanted.',
      severity: 'note',
    },
    planned: {
      detail: '{service} is deleted if it stays off for 180 days: until {removedAt} when it is powered off now.',
      remedy: 'Power it on before that if it is to stay. No action is needed otherwise.',
      severity: 'note',
    },
  },
  check: ({ request, remade, existing, now }) => {
    const { powered = { known: true, value: undefined } } = request;
    if (remade || (powered.known && powered.value === true)) return notApplicable;
    const isOff = existing?.state === 'POWEROFF';
    if (!isOff && powered.known && powered.value === undefined) return notApplicable;
    if (!powered.known) return undecided(`powered of ${request.address}`);
    if (!now.known) return undecided('the clock of the control plane');
    if (isOff) return whileOff(existing, now.value);
    const service = requestKey(request);
    if (service === undefined) return undecided(missingService(request));
    return violated('planned', { service, removedAt: toRfc3339(now.value + longestOffMs) });
  },
});

const whileOff = (service: ServiceFacts, now: EpochMs): Verdict<Message> => {
  const { poweredOffSince: since } = service;
  if (since === undefined) return undecided(unpublishedWords['power-off-time']);
  if (since === null) return undecided(`since when ${serviceKey(service)} is powered off`);
  const removedAt = since + longestOffMs;
  if (removedAt <= now) return pass;
  const left = removedAt - now;
  return violated(left <= soonMs ? 'soon' : 'later', {
    service: serviceKey(service),
    since: toRfc3339(since),
    removedAt: toRfc3339(removedAt),
    left: durationText(left),
  });
};
