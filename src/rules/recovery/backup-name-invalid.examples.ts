import { aFork } from '../../domain/testing';
import type { JsonValue } from '../../domain';
import type { RuleExamples } from '../example';

const forkOf = (serviceType: string, name: JsonValue) =>
  aFork({ serviceType, userConfig: { recovery_basebackup_name: name } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a name with a space', request: forkOf('opensearch', 'backup 2025'), facts: null, message: 'pattern' },
    { title: 'a plus sign outside ClickHouse', request: forkOf('valkey', 'backup+1'), facts: null, message: 'pattern' },
    {
      title: 'a name of 129 characters',
      request: forkOf('opensearch', 'b'.repeat(129)),
      facts: null,
      message: 'too-long',
    },
    { title: 'a number', request: forkOf('opensearch', 2025), facts: null, message: 'not-text' },
    {
      title: 'PostgreSQL from a named backup',
      request: forkOf('pg', 'backup-20261120t033000000000z'),
      facts: null,
      message: 'point-in-time-type',
    },
    {
      title: 'Cassandra from a named backup',
      request: forkOf('cassandra', 'backup-20261120t033000000000z'),
      facts: null,
      message: 'unsupported-type',
    },
  ],
  pass: [
    {
      title: 'a name as the list shows it',
      request: forkOf('opensearch', 'backup-20261120t033000000000z'),
      facts: null,
    },
    { title: 'a plus sign for ClickHouse', request: forkOf('clickhouse', 'backup+1'), facts: null },
    { title: 'a name of 128 characters', request: forkOf('opensearch', 'b'.repeat(128)), facts: null },
  ],
  undecided: [
    {
      title: 'a name known after apply',
      request: aFork({ serviceType: 'opensearch', unknown: ['user_config.recovery_basebackup_name'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'no name', request: aFork(), facts: null }],
};
