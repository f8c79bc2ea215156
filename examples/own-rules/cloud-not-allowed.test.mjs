import { test } from 'node:test';
import { testRule } from 'forkcast/rules';
import { aFork, aProject, aRequest, someFacts } from 'forkcast/testing';
import cloudNotAllowed from './cloud-not-allowed.mjs';

test('acme/cloud-not-allowed', () =>
  testRule(cloudNotAllowed, {
    violated: [
      { title: 'a fork in the US', request: aFork({ cloud: 'aws-us-east-1' }), facts: null, message: 'outside' },
      {
        title: 'the default cloud of its project, in the US',
        request: aRequest({ cloud: undefined }),
        facts: someFacts({ projects: [aProject({ defaultCloud: 'google-us-east1' })] }),
      },
    ],
    pass: [{ title: 'a fork in Frankfurt', request: aFork({ cloud: 'aws-eu-central-1' }), facts: null }],
    undecided: [
      { title: 'a cloud known after apply', request: aFork({ unknown: ['cloud_name'] }), facts: null },
      {
        title: 'the default cloud of a project that nobody asked',
        request: aRequest({ cloud: undefined }),
        facts: null,
      },
    ],
  }));
