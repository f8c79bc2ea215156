import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const named = { serviceName: 'source-pg' };

export const examples: RuleExamples = {
  violated: [
    { title: 'a fork under the name of its source', request: aFork(named), facts: someFacts() },
    {
      title: 'the same, with the own project written out',
      request: aFork({ ...named, userConfig: { project_to_fork_from: 'demo' } }),
      facts: null,
    },
  ],
  pass: [
    { title: 'a name of its own', request: aFork(), facts: null },
    {
      title: 'the name of its source in another project',
      request: aFork({ ...named, project: 'staging', userConfig: { project_to_fork_from: 'demo' } }),
      facts: null,
    },
  ],
  undecided: [
    { title: 'a name known after apply', request: aFork({ unknown: ['service_name'] }), facts: null },
    {
      title: 'a source named at apply',
      request: aFork({ unknown: ['user_config.service_to_fork_from'] }),
      facts: null,
    },
    {
      title: 'one name, and a source project known after apply',
      request: aFork({ ...named, unknown: ['user_config.project_to_fork_from'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'a service that is no fork', request: aRequest(named), facts: null }],
};
