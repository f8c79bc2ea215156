import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts();
const ofNew = aFork({
  userConfig: { service_to_fork_from: 'new-pg', recovery_target_time: null },
  waitsForSource: true,
});

export const examples: RuleExamples = {
  violated: [
    {
      title: 'source and fork in one run',
      request: ofNew,
      siblings: [aRequest({ serviceName: 'new-pg' })],
      facts,
      message: 'empty',
    },
    {
      title: 'a fork of a fork in one run',
      request: ofNew,
      siblings: [aFork({ serviceName: 'new-pg' })],
      facts,
      message: 'fork-of-fork',
    },
  ],
  pass: [
    { title: 'a source that exists', request: aFork(), siblings: [aRequest({ serviceName: 'source-pg' })], facts },
  ],
  undecided: [
    {
      title: 'nothing known of the control plane, so the source may exist already',
      request: ofNew,
      siblings: [aRequest({ serviceName: 'new-pg' })],
      facts: null,
    },
  ],
  notApplicable: [{ title: 'a service that is no fork', request: aRequest(), facts }],
};
