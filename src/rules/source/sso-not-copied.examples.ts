import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const saml = { enabled: true, idp_entity_id: 'https://idp.example.com', sp_entity_id: 'search' };
const search = (userConfig: { readonly [key: string]: typeof saml | { readonly enabled: boolean } }) =>
  someFacts({ services: [aService({ service: 'search', type: 'opensearch', userConfig })] });
const ofSearch = {
  serviceName: 'search-fork',
  serviceType: 'opensearch',
  userConfig: { service_to_fork_from: 'search' },
};
const fork = aFork(ofSearch);

export const examples: RuleExamples = {
  violated: [
    { title: 'a source with SAML', request: fork, facts: search({ saml }) },
    {
      title: 'a source of the same run with SAML',
      request: fork,
      siblings: [aRequest({ serviceName: 'search', serviceType: 'opensearch', userConfig: { saml } })],
      facts: someFacts(),
    },
  ],
  pass: [
    {
      title: 'a fork that sets SAML up again',
      request: aFork({ ...ofSearch, userConfig: { ...ofSearch.userConfig, saml } }),
      facts: search({ saml }),
    },
    { title: 'a source with SAML turned off', request: fork, facts: search({ saml: { enabled: false } }) },
    { title: 'a source without single sign-on', request: fork, facts: search({}) },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: fork, facts: null },
    {
      title: 'a setting of the fork known after apply',
      request: aFork({ ...ofSearch, unknown: ['user_config.saml'] }),
      facts: search({ saml }),
    },
  ],
  notApplicable: [{ title: 'a type without single sign-on of its own', request: aFork(), facts: someFacts() }],
};
