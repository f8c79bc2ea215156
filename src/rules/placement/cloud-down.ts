import { inferred } from '../cite';
import { defineRule } from '../rule';
import { pass, undecided, violated } from '../verdict';

/** Rule 87: a cloud that is down takes no new services. */
export const cloudDown = defineRule({
  id: 'placement/cloud-down',
  number: 87,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'live-project'],
  title: 'Cloud is down',
  why: 'While a region is down, nothing can be made there; a fork that is to replace a lost service belongs elsewhere.',
  attribute: 'cloud_name',
  sources: [inferred('a region without power starts no machines')],
  predicts: ['cloud_down'],
  messages: {
    down: {
      detail: '{cloud} is down and takes no new services.',
      remedy: 'Choose another cloud, or wait until it is back.',
    },
  },
  check: ({ cloud, facts, request: { address } }) => {
    if (facts === undefined) return undecided('outages of clouds');
    if (!cloud.known) return undecided(`cloud_name of ${address}`);
    return facts.outages.includes(cloud.value) ? violated('down', { cloud: cloud.value }) : pass;
  },
});
