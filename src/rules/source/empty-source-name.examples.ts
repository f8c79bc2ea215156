import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    { title: 'an empty text', request: aRequest({ userConfig: { service_to_fork_from: '' } }), facts: null },
    {
      title: 'an empty text in the older key',
      request: aRequest({ userConfig: { pg_service_to_fork_from: '' } }),
      facts: null,
    },
    ...['recovery_target_time', 'recovery_basebackup_name', 'project_to_fork_from'].map((key) => ({
      title: `an empty ${key} of a fork`,
      request: aFork({ userConfig: { [key]: '' } }),
      facts: null,
    })),
  ],
  pass: [],
  undecided: [],
  notApplicable: [
    { title: 'no source is written', request: aRequest(), facts: null },
    { title: 'a source that is null', request: aRequest({ userConfig: { service_to_fork_from: null } }), facts: null },
    { title: 'a fork', request: aFork(), facts: null },
    {
      title: 'a point beside an empty one',
      request: aFork({ userConfig: { recovery_target_time: '2026-11-19T10:00:00Z', recovery_basebackup_name: '' } }),
      facts: null,
    },
    {
      title: 'the older key is empty beside the source',
      request: aFork({ userConfig: { pg_service_to_fork_from: '' } }),
      facts: null,
    },
  ],
};
