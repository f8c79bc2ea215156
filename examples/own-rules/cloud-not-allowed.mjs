import { defineRule, orUndecided, pass, violated } from 'forkcast/rules';

/** Data of customers stays in the European Union. */
export default defineRule({
  id: 'acme/cloud-not-allowed',
  severity: 'error',
  scope: 'settings',
  needs: ['configuration', 'live-project'],
  title: 'Cloud is outside of the European Union',
  why: 'Data of customers stays in the European Union, and a fork holds all the data of its source.',
  attribute: 'cloud_name',
  page: 'https://github.com/forkcast/forkcast/blob/main/examples/own-rules/cloud-not-allowed.md',
  messages: {
    outside: {
      detail: '{cloud} is outside of the European Union.',
      remedy: 'Set cloud_name to one of {allowed}.',
    },
  },
  check: ({ cloud, request }) => {
    const name = orUndecided(cloud, `cloud_name of ${request.address}`);
    return allowed.includes(name) ? pass : violated('outside', { cloud: name, allowed: allowed.join(', ') });
  },
});

const allowed = ['aws-eu-central-1', 'aws-eu-west-1', 'google-europe-west1', 'google-europe-west3'];
