import { aChange, aRequest, aTerminatedService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const carried = { by: 'local-exec', address: 'terraform_data.fork_identity' } as const;
const declared = { serviceName: 'old-pg', carried };
const madeBy = { stack: 'demo-stack', path: 'demo-stack/old-pg' };
const gone = someFacts({ terminated: [aTerminatedService({ madeBy })] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a plan that does nothing',
      request: aRequest({ ...declared, change: aChange('no-op') }),
      facts: gone,
      message: 'gone',
    },
    {
      title: 'a synth, which does not know what the state has',
      request: aRequest(declared),
      facts: gone,
      message: 'perhaps',
    },
    {
      title: 'a plan that has not found what its state had, and makes it again',
      request: aRequest({ serviceName: 'old-pg', change: { ...aChange('create'), holder: 'provider-1' } }),
      facts: gone,
      message: 'again',
    },
  ],
  pass: [
    {
      title: 'a service of somebody else that had the name',
      request: aRequest(declared),
      facts: someFacts({ terminated: [aTerminatedService()] }),
    },
  ],
  undecided: [{ title: 'nothing known of the control plane', request: aRequest(declared), facts: null }],
  notApplicable: [
    {
      title: 'a plan that makes it again',
      request: aRequest({ ...declared, change: aChange('create') }),
      facts: gone,
    },
  ],
};
