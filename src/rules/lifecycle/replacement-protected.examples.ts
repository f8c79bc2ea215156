import { aChange, aFork, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const live = (terminationProtection: boolean) =>
  someFacts({
    services: [
      aService(),
      aService({
        service: 'pg-fork',
        terminationProtection,
        userConfig: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-18T12:00:00Z' },
        origin: { stack: 'demo-stack', path: 'demo-stack/pg-fork', fingerprint: 'f1', latestTransaction: false },
      }),
    ],
  });
const protectedOne = { service: 'pg-fork', terminationProtection: true };
const replacing = aFork({ onForkChange: 'replace' });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a protected fork with another recovery time',
      request: replacing,
      facts: live(true),
      message: 'protected',
    },
    {
      title: 'a plan that replaces a protected service',
      request: aFork({
        terminationProtection: true,
        change: aChange('replace', { reasons: ['user_config.recovery_target_time'], prior: protectedOne }),
      }),
      facts: null,
      message: 'planned',
    },
    {
      title: 'a plan that destroys a protected service',
      request: aFork({ change: aChange('delete', { prior: protectedOne }) }),
      facts: null,
      message: 'destroyed',
    },
  ],
  pass: [{ title: 'an unprotected fork with another recovery time', request: replacing, facts: live(false) }],
  undecided: [],
  notApplicable: [
    { title: 'a fork that is not replaced', request: aFork(), facts: live(true) },
    { title: 'nothing known of the control plane', request: replacing, facts: null },
  ],
};
