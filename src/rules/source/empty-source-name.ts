import { sourceKeyNames } from '../../domain';
import { inferred } from '../cite';
import { isVendorResource } from '../reader';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { notApplicable, violated, type Verdict } from '../verdict';

/** Rule 162, beyond the reference: a fork key that is written and empty, as of a variable that nobody gave. */
export const emptySourceName = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Fork key is written, and empty',
  why:
    'An empty text is as no text: without a source an ordinary service without data is made, without a recovery point the default ' +
    'one is restored. Who writes the key mostly wants what it says.',
  attribute: 'user_config.service_to_fork_from',
  sources: [inferred("the pattern of the vendor's schema admits an empty text, and the API takes it as none")],
  planOnly: 'The registry makes what it was asked for: that nobody meant it is the surprise.',
  messages: {
    empty: {
      detail: '{key} is an empty text, so nothing is forked: {address} will be a new service without data.',
      remedy: 'Write the name of the source. Where no fork is meant, leave the key out or give null, which says so.',
    },
    point: {
      detail:
        '{key} is an empty text, so it names no recovery point: {address} gets the one that a fork gets by default.',
      remedy: 'Write the recovery point. Where the default is meant, leave the key out or give null, which says so.',
    },
    project: {
      detail: '{key} is an empty text, so the source is looked for in the project of {address} itself.',
      remedy: 'Write the project of the source. Where its own is meant, leave the key out or give null, which says so.',
    },
  },
  check: (subject) => {
    const { request, isFork, replicaOf } = subject;
    const emptyOf = (names: readonly string[]): string | undefined =>
      names.find((name) => {
        const fact = request.userConfig[name];
        return fact?.known === true && fact.value === '';
      });
    const told = (message: 'empty' | 'point' | 'project', key: string | undefined): Verdict<typeof message> =>
      key === undefined ? notApplicable : violated(message, { key, address: request.address }, `user_config.${key}`);
    if (!isFork) return replicaOf === undefined ? told('empty', emptyOf(sourceKeyNames)) : notApplicable;
    // Of the vendor's own resources a plan may show an empty text for what nobody wrote.
    if (isVendorResource(request)) return notApplicable;
    const point = isPointGiven(subject) ? undefined : emptyOf(pointKeys);
    return point === undefined ? told('project', emptyOf(['project_to_fork_from'])) : told('point', point);
  },
});

const pointKeys = ['recovery_target_time', 'recovery_basebackup_name'];

/** One of the ways to name a recovery point is taken, or may be: then the other may well be empty. */
const isPointGiven = ({ request, setting }: Subject): boolean =>
  request.latestTransaction ||
  pointKeys.some((key) => {
    const fact = setting(key);
    return !fact.known || (fact.value !== undefined && fact.value !== '');
  });
