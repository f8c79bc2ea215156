import { aChange, aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const fork = aFork({ address: 'aiven_pg.fork', change: aChange('create') });
const source = { serviceName: 'source-pg', address: 'aiven_pg.old' };
const prior = { service: 'source-pg' };
const deleted = aRequest({ ...source, change: aChange('delete', { prior }) });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a plan that makes a fork by literal name and destroys its source',
      request: fork,
      siblings: [deleted],
      facts: null,
      message: 'destroyed',
    },
    {
      title: 'a plan that destroys the source and makes it again',
      request: fork,
      siblings: [aRequest({ ...source, change: aChange('replace', { prior, why: 'replace_by_request' }) })],
      facts: someFacts(),
      message: 'replaced',
    },
    {
      title: 'a plan that renames the source',
      request: fork,
      siblings: [
        aRequest({
          ...source,
          serviceName: 'new-pg',
          change: aChange('replace', { prior, reasons: ['service_name'] }),
        }),
      ],
      facts: null,
      message: 'renamed',
    },
  ],
  pass: [
    {
      title: 'a plan that leaves the source alone',
      request: fork,
      siblings: [aRequest({ ...source, change: aChange('no-op', { prior }) })],
      facts: null,
    },
    {
      title: 'a plan that destroys another service',
      request: fork,
      siblings: [aRequest({ serviceName: 'crm-pg', change: aChange('delete', { prior: { service: 'crm-pg' } }) })],
      facts: null,
    },
  ],
  undecided: [
    {
      title: 'a source whose name is known after apply, while something is destroyed',
      request: aFork({ unknown: ['user_config.service_to_fork_from'], change: aChange('create') }),
      siblings: [deleted],
      facts: null,
    },
  ],
  notApplicable: [{ title: 'a synth output, which does not tell what is destroyed', request: aFork(), facts: null }],
};
