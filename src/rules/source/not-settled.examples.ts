import { aFork, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const fork = aFork({ userConfig: { recovery_target_time: null } });
const withSource = (options: Parameters<typeof aService>[0]) => someFacts({ services: [aService(options)] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a source that is being rebuilt',
      request: fork,
      facts: withSource({ state: 'REBUILDING' }),
      message: 'rebuilding',
    },
    {
      title: 'a source with a backup in progress',
      request: fork,
      facts: withSource({ backupInProgress: true }),
      message: 'backup-in-progress',
    },
  ],
  pass: [{ title: 'a source that runs', request: fork, facts: someFacts() }],
  undecided: [{ title: 'nothing known of the control plane', request: fork, facts: null }],
  notApplicable: [{ title: 'a chosen point in time', request: aFork(), facts: withSource({ state: 'REBUILDING' }) }],
};
