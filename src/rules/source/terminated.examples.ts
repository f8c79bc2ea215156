import { aFork, aRequest, aTerminatedService, at, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const ofOld = aFork({ userConfig: { service_to_fork_from: 'old-pg' } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a source that was terminated ten days ago',
      request: ofOld,
      facts: someFacts({ terminated: [aTerminatedService()] }),
      message: 'kept',
    },
    {
      title: 'a source that was terminated two months ago',
      request: ofOld,
      facts: someFacts({ terminated: [aTerminatedService({ terminatedAt: at('2026-09-20T08:00:00Z') })] }),
      message: 'lost',
    },
  ],
  pass: [
    { title: 'a live source', request: aFork(), facts: someFacts({ terminated: [aTerminatedService()] }) },
    {
      title: 'a name that the same run uses again',
      request: ofOld,
      siblings: [aRequest({ serviceName: 'old-pg' })],
      facts: someFacts({ terminated: [aTerminatedService()] }),
    },
  ],
  undecided: [{ title: 'nothing known of the control plane', request: ofOld, facts: null }],
  notApplicable: [{ title: 'a service that is no fork', request: aRequest(), facts: someFacts() }],
};
