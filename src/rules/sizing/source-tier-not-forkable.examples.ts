import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const on = (plan: string, type = 'pg') => someFacts({ services: [aService({ type, plan, nodes: 1 })] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a free MySQL',
      request: aFork({ serviceType: 'mysql' }),
      facts: on('free-1-1gb', 'mysql'),
      message: 'tier',
    },
    { title: 'a developer PostgreSQL', request: aFork(), facts: on('developer-1'), message: 'tier' },
    { title: 'PostgreSQL on hobbyist', request: aFork(), facts: on('hobbyist'), message: 'hobbyist' },
    {
      title: 'a source made in the same run',
      request: aFork(),
      siblings: [aRequest({ serviceName: 'source-pg', plan: 'hobbyist' })],
      facts: null,
    },
  ],
  pass: [
    { title: 'a business plan', request: aFork(), facts: someFacts() },
    { title: 'MySQL on hobbyist', request: aFork({ serviceType: 'mysql' }), facts: on('hobbyist', 'mysql') },
  ],
  undecided: [{ title: 'nothing known of the source', request: aFork(), facts: null }],
  notApplicable: [{ title: 'an ordinary service', request: aRequest(), facts: someFacts() }],
};
