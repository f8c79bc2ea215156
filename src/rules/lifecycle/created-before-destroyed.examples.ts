import { aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const address = 'terraform_data.fork_identity';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a resource that waits for the fork is created before it is destroyed',
      request: aRequest({ carried: { by: 'local-exec', address, createdFirstBy: 'null_resource.load_test' } }),
      facts: null,
      message: 'reached',
    },
  ],
  pass: [
    {
      title: 'replaced as usual: destroyed first',
      request: aRequest({ carried: { by: 'local-exec', address } }),
      facts: null,
    },
  ],
  undecided: [],
  notApplicable: [
    {
      title: 'the provider, which keeps the live service where it would be left behind',
      request: aRequest({ carried: { by: 'provider', address: 'forkcast_service.fork' } }),
      facts: null,
    },
  ],
};
