import { aRequest, type RequestOptions } from '../../domain/testing';
import type { RuleExamples } from '../example';

const free = (options: RequestOptions = {}) => aRequest({ plan: 'free-1-1gb', cloud: undefined, ...options });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a free plan in a chosen cloud',
      request: free({ cloud: 'aws-eu-central-1' }),
      facts: null,
      message: 'cloud',
    },
    { title: 'a free plan in a VPC', request: free({ projectVpcId: 'demo/vpc-1' }), facts: null, message: 'vpc' },
    {
      title: 'a free plan with static addresses',
      request: free({ staticIps: ['ip-1'] }),
      facts: null,
      message: 'static-ips',
    },
    {
      title: 'a developer plan in a chosen cloud',
      request: free({ plan: 'developer-1', cloud: 'do-fra' }),
      facts: null,
    },
  ],
  pass: [{ title: 'a free plan where the vendor puts it', request: free(), facts: null }],
  undecided: [
    { title: 'a plan known after apply', request: aRequest({ unknown: ['plan'] }), facts: null },
    { title: 'a VPC known after apply', request: free({ unknown: ['project_vpc_id'] }), facts: null },
  ],
  notApplicable: [{ title: 'a startup plan', request: aRequest({ plan: 'startup-4' }), facts: null }],
};
