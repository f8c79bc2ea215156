import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a source project alone',
      request: aRequest({ userConfig: { project_to_fork_from: 'production' } }),
      facts: null,
    },
    {
      title: 'a source project with an empty source',
      request: aRequest({ userConfig: { project_to_fork_from: 'production', service_to_fork_from: '' } }),
      facts: null,
    },
  ],
  pass: [
    {
      title: 'a source and its project',
      request: aFork({ userConfig: { project_to_fork_from: 'production' } }),
      facts: null,
    },
  ],
  undecided: [
    {
      title: 'a source that is known after apply, and may turn out empty',
      request: aFork({
        userConfig: { project_to_fork_from: 'production' },
        unknown: ['user_config.service_to_fork_from'],
      }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'a fork inside its own project', request: aFork(), facts: null }],
};
