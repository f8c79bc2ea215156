import { aCopiedService, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const asking = aRequest({
  serviceName: 'source-pg',
  userConfig: { additional_backup_regions: ['google-europe-west4'] },
});

export const examples: RuleExamples = {
  violated: [{ title: 'a second backup region on a service', request: asking, facts: someFacts() }],
  pass: [],
  undecided: [
    {
      title: 'a region known after apply',
      request: aRequest({ unknown: ['user_config.additional_backup_regions'] }),
      facts: someFacts(),
    },
  ],
  notApplicable: [
    {
      title: 'a region that the live service has already',
      request: asking,
      facts: someFacts({ services: [aCopiedService()] }),
    },
    { title: 'no second backup region', request: aRequest(), facts: someFacts() },
  ],
};
