import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const named = { serviceType: 'opensearch', userConfig: { recovery_basebackup_name: 'backup-20261120t033000000000z' } };

export const examples: RuleExamples = {
  violated: [{ title: 'only a name', request: aRequest(named), facts: null, message: 'no-source' }],
  pass: [{ title: 'a name with a source', request: aFork(named), facts: null }],
  undecided: [
    {
      title: 'a name known after apply',
      request: aRequest({ serviceType: 'opensearch', unknown: ['user_config.recovery_basebackup_name'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'an ordinary service', request: aRequest({ serviceType: 'opensearch' }), facts: null }],
};
