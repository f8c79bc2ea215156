import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const origin = { stack: 'demo-stack', path: 'demo-stack/source-pg', fingerprint: 'f1', latestTransaction: false };
const declared = { serviceName: 'source-pg' };
const ofOtherStack = someFacts({ services: [aService({ origin: { ...origin, stack: 'other-stack' } })] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a service that was made by hand',
      request: aRequest(declared),
      facts: someFacts(),
      message: 'nobody',
    },
    {
      title: 'a service of another stack',
      request: aRequest(declared),
      facts: ofOtherStack,
      message: 'somebody',
    },
  ],
  pass: [
    {
      title: 'the service that this declaration made',
      request: aRequest(declared),
      facts: someFacts({ services: [aService({ origin })] }),
    },
    {
      title: 'a service that the state of the caller knows',
      request: aRequest({ ...declared, recorded: true }),
      facts: someFacts(),
    },
  ],
  undecided: [{ title: 'nothing known of the control plane', request: aFork(), facts: null }],
  notApplicable: [{ title: 'a service that is not made yet', request: aFork(), facts: someFacts() }],
};
