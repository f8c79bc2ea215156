import { aFork } from '../../domain/testing';
import type { JsonValue } from '../../domain';
import type { RuleExamples } from '../example';

const aForkNaming = (serviceType: string, name: JsonValue) =>
  aFork({ serviceType, userConfig: { recovery_basebackup_name: name } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a name with a space',
      request: aForkNaming('opensearch', 'backup 2025'),
      facts: null,
      message: 'pattern',
    },
    {
      title: 'a plus sign outside ClickHouse',
      request: aForkNaming('valkey', 'backup+1'),
      facts: null,
      message: 'pattern',
    },
    {
      title: 'a name of 129 characters',
      request: aForkNaming('opensearch', 'b'.repeat(129)),
      facts: null,
      message: 'too-long',
    },
    { title: 'a number', request: aForkNaming('opensearch', 2025), facts: null, message: 'not-text' },
    {
      title: 'PostgreSQL from a named backup',
      request: aForkNaming('pg', 'backup-20261120t033000000000z'),
      facts: null,
      message: 'point-in-time-type',
    },
    {
      title: 'Cassandra from a named backup',
      request: aForkNaming('cassandra', 'backup-20261120t033000000000z'),
      facts: null,
      message: 'unsupported-type',
    },
  ],
  pass: [
    {
      title: 'a name as the list shows it',
      request: aForkNaming('opensearch', 'backup-20261120t033000000000z'),
      facts: null,
    },
    { title: 'a plus sign for ClickHouse', request: aForkNaming('clickhouse', 'backup+1'), facts: null },
    { title: 'a name of 128 characters', request: aForkNaming('opensearch', 'b'.repeat(128)), facts: null },
  ],
  undecided: [
    {
      title: 'a name known after apply',
      request: aFork({ serviceType: 'opensearch', unknown: ['user_config.recovery_basebackup_name'] }),
      facts: null,
    },
  ],
  notApplicable: [
    { title: 'no name', request: aFork(), facts: null },
    {
      title: 'a fork of Kafka from a named backup: such services are never forked',
      request: aForkNaming('kafka', 'backup-20261120t033000000000z'),
      facts: null,
    },
  ],
};
