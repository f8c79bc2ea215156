import { nearestCloud } from '../../domain';
import { cloudOf } from '../asked';
import { documented, inferred } from '../cite';
import { meantOr } from '../hint';
import { defineRule } from '../rule';
import { anotherText, mendedBy, pass, violated } from '../verdict';

/** Rule 55: the cloud exists. */
export const cloudUnknown = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Cloud does not exist',
  why:
    'Nothing checks the name before apply. The most usual fault is a region without its provider, as in ' +
    'the published example of a fork.',
  attribute: 'cloud_name',
  sources: [
    documented('documentation, list of clouds'),
    inferred('custom clouds are known only where the catalogue was read from the project'),
  ],
  predicts: ['cloud_unknown'],
  messages: {
    unknown: {
      detail: 'There is no cloud "{cloud}".',
      remedy: '{hint}',
    },
    unlisted: {
      severity: 'warning',
      detail: 'There is no public cloud "{cloud}"; it may be a custom one.',
      remedy: '{hint}',
    },
  },
  check: (subject) => {
    const { catalogue } = subject;
    const cloud = cloudOf(subject);
    if (catalogue.clouds.has(cloud)) return pass;
    const near = nearestCloud(cloud, catalogue);
    const hint = meantOr(near, 'Choose one of the list of clouds.');
    return mendedBy(violated(catalogue.complete ? 'unknown' : 'unlisted', { cloud, hint }), anotherText(cloud, near));
  },
});
