import { aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const copy = (serviceType: string, ...regions: readonly string[]) =>
  aRequest({ serviceType, userConfig: { additional_backup_regions: regions } });

export const examples: RuleExamples = {
  violated: [
    { title: 'ClickHouse', request: copy('clickhouse', 'google-europe-west4'), facts: null, message: 'unsupported' },
    { title: 'Dragonfly', request: copy('dragonfly', 'google-europe-west4'), facts: null, message: 'unsupported' },
    { title: 'Valkey', request: copy('valkey', 'google-europe-west4'), facts: null, message: 'unlisted' },
    { title: 'Grafana', request: copy('grafana', 'google-europe-west4'), facts: null, message: 'unlisted' },
  ],
  pass: [{ title: 'PostgreSQL', request: copy('pg', 'google-europe-west4'), facts: null }],
  undecided: [
    { title: 'a type known after apply', request: aRequest({ unknown: ['service_type'] }), facts: null },
    {
      title: 'regions known after apply',
      request: aRequest({ serviceType: 'valkey', unknown: ['user_config.additional_backup_regions'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'an empty list', request: copy('clickhouse'), facts: null }],
};
