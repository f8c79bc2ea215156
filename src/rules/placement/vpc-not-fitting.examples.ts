import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const vpc = 'demo/8a1c2f4e-1111-4222-8333-444455556666';
const source = aRequest({ serviceName: 'source-pg', projectVpcId: vpc });
const own = 'demo/9b2d3f5e-1111-4222-8333-444455556666';

const madeHere = (...clouds: readonly string[]) =>
  aFork({
    unknown: ['project_vpc_id'],
    privateNetworks: clouds.map((cloud) => ({ address: 'aiven_project_vpc.main', project: 'demo', cloud })),
  });

export const examples: RuleExamples = {
  violated: [
    {
      title: "the source's network in another cloud",
      request: aFork({ projectVpcId: vpc }),
      siblings: [source],
      facts: someFacts(),
      message: 'other-cloud',
    },
    {
      title: 'an id without its project',
      request: aFork({ projectVpcId: '8a1c2f4e-1111-4222-8333-444455556666' }),
      facts: someFacts(),
      message: 'format',
    },
    {
      title: 'a network of another project',
      request: aFork({ projectVpcId: 'staging/8a1c' }),
      facts: null,
      message: 'other-project',
    },
    {
      title: 'a network that the same plan makes in another cloud',
      request: madeHere('google-europe-west4'),
      facts: null,
      message: 'made-elsewhere',
    },
    {
      title: 'a network that the same plan makes in another project',
      request: aFork({
        unknown: ['project_vpc_id'],
        privateNetworks: [{ address: 'aiven_project_vpc.main', project: 'staging', cloud: 'aws-eu-central-1' }],
      }),
      facts: null,
      message: 'made-elsewhere',
    },
    {
      title: 'a source in a private network, and a fork outside',
      request: aFork(),
      siblings: [source],
      facts: null,
      message: 'not-inherited',
    },
  ],
  pass: [
    { title: 'a network that the same plan makes in its cloud', request: madeHere('aws-eu-central-1'), facts: null },
    { title: 'a network of its own', request: aFork({ projectVpcId: own }), siblings: [source], facts: someFacts() },
    {
      title: 'neither is in a private network',
      request: aFork(),
      siblings: [aRequest({ serviceName: 'source-pg' })],
      facts: null,
    },
  ],
  undecided: [
    { title: 'a network known after apply', request: aFork({ unknown: ['project_vpc_id'] }), facts: null },
    {
      title: 'one of two networks, of which one would do',
      request: madeHere('google-europe-west4', 'aws-eu-central-1'),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'a service that is no fork and has no network', request: aRequest(), facts: someFacts() }],
};
