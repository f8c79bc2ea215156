import { nearestCloud } from '../../domain';
import { documented, inferred } from '../cite';
import { defineRule } from '../rule';
import { pass, undecided, violated } from '../verdict';

/** Rule 55: the cloud exists. */
export const cloudUnknown = defineRule({
  id: 'placement/cloud-unknown',
  number: 55,
  severity: 'error',
  scope: 'settings',
  needs: ['configuration', 'catalogue', 'live-project'],
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
  check: ({ request: { address }, cloud, catalogue }) => {
    if (!cloud.known) return undecided(`cloud_name of ${address}`);
    if (catalogue.clouds.has(cloud.value)) return pass;
    const nearest = nearestCloud(cloud.value, catalogue);
    const hint = nearest === undefined ? 'Choose one of the list of clouds.' : `Did you mean "${nearest}"?`;
    return violated(catalogue.complete ? 'unknown' : 'unlisted', { cloud: cloud.value, hint });
  },
});
