import { aFork } from '../../domain/testing';
import type { RuleExamples } from '../example';

const from = { userConfig: { project_to_fork_from: 'demo' } };

export const examples: RuleExamples = {
  violated: [{ title: 'the own project', request: aFork(from), facts: null }],
  pass: [{ title: 'another project', request: aFork({ ...from, project: 'staging' }), facts: null }],
  undecided: [
    { title: 'an own project known after apply', request: aFork({ ...from, unknown: ['project'] }), facts: null },
    {
      title: 'a source project known after apply',
      request: aFork({ unknown: ['user_config.project_to_fork_from'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'no source project', request: aFork(), facts: null }],
};
