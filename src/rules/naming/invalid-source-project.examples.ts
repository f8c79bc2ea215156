import { aFork } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a project name of 64 characters',
      request: aFork({ userConfig: { project_to_fork_from: 'p'.repeat(64) } }),
      facts: null,
    },
    {
      title: 'a project name with an upper-case letter',
      request: aFork({ userConfig: { project_to_fork_from: 'Production' } }),
      facts: null,
    },
  ],
  pass: [
    { title: 'a project name', request: aFork({ userConfig: { project_to_fork_from: 'production' } }), facts: null },
    {
      title: 'a project name of 63 characters',
      request: aFork({ userConfig: { project_to_fork_from: 'p'.repeat(63) } }),
      facts: null,
    },
  ],
  undecided: [
    {
      title: 'a project known after apply',
      request: aFork({ unknown: ['user_config.project_to_fork_from'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'a fork inside its own project', request: aFork(), facts: null }],
};
