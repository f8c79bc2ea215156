import { expiryTag, parseInstant, policyMs, toRfc3339 } from '../../domain';
import { nowOf, surelyFork } from '../asked';
import { inferred } from '../cite';
import { durationText } from '../duration-text';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { policiesOf } from '../survival/terms';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 158: a fork says no end, or lives longer than a policy allows. */
export const forkOutlivesPolicy = defineRule({
  severity: 'error',
  scope: 'creation',
  only: 'policies',
  title: 'Fork has no end, or one later than a policy allows',
  why: 'Forks for an hour that nobody ended are what most teams pay for and audit. The tag says to everyone when this one may go.',
  attribute: 'tags',
  sources: [inferred(`the tag ${expiryTag} is a convention of Forkcast; nothing ends a fork by it`)],
  planOnly: 'The registry knows no policies.',
  messages: {
    'no-end': {
      detail: 'Policy {policy} lets a fork live for {most}, and this one says no end.',
      remedy: `Set the tag ${expiryTag} to an instant such as {latest}.`,
    },
    unreadable: {
      detail: `The tag ${expiryTag} is "{written}", which is no instant; policy {policy} lets a fork live for {most}.`,
      remedy: 'Write an instant in RFC 3339, such as {latest}.',
    },
    'too-long': {
      detail: 'The fork ends at {end}; policy {policy} lets it live for {most}, until {latest}.',
      remedy: `Set the tag ${expiryTag} to {latest} or earlier, or change the policy.`,
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const policies = policiesOf(subject).flatMap(({ name, forksLive }) =>
      forksLive === undefined ? [] : [{ policy: name, lengthMs: policyMs(forksLive) }],
    );
    const [shortest] = [...policies].sort((left, right) => left.lengthMs - right.lengthMs);
    if (shortest === undefined) return notApplicable;
    surelyFork(subject);
    const written = orUndecided(subject.request.tags, `tags of ${subject.request.address}`)?.[expiryTag];
    const latestAt = nowOf(subject) + shortest.lengthMs;
    const data = { policy: shortest.policy, most: durationText(shortest.lengthMs), latest: toRfc3339(latestAt) };
    if (written === undefined) return violated('no-end', data);
    const end = parseInstant(written);
    if (end === undefined) return violated('unreadable', { ...data, written });
    return end > latestAt ? violated('too-long', { ...data, end: toRfc3339(end) }) : pass;
  },
});
