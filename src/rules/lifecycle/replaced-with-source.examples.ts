import { aChange, aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const key = 'user_config.service_to_fork_from';
const madeFrom = {
  service: 'pg-fork',
  userConfig: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' },
};
const replaced = aFork({
  address: 'aiven_pg.fork',
  userConfig: { service_to_fork_from: 'orders-pg' },
  source: { kind: 'declared', address: 'aiven_pg.source' },
  change: aChange('replace', { reasons: [key], prior: madeFrom }),
});
const source = (kind: 'replace' | 'no-op') =>
  aRequest({
    address: 'aiven_pg.source',
    serviceName: 'orders-pg',
    change: aChange(kind, { reasons: kind === 'replace' ? ['service_name'] : [], prior: { service: 'source-pg' } }),
  });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a source that is renamed, and a fork that refers to it',
      request: replaced,
      siblings: [source('replace')],
      facts: null,
    },
  ],
  pass: [
    {
      title: 'a fork that stays while its source is renamed',
      request: aFork({ change: aChange('no-op', { prior: madeFrom }) }),
      siblings: [source('replace')],
      facts: null,
    },
  ],
  undecided: [],
  notApplicable: [
    { title: 'a fork that is given another source', request: replaced, siblings: [source('no-op')], facts: null },
    { title: 'a synth output', request: aFork(), facts: null },
  ],
};
