import { accessKeys, everyTypeKeys } from './common-keys';
import { storedKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { forkPage, schemaSource } from './sources';

const queryFields = {
  'query.default-evaluation-interval': 'string',
  'query.lookback-delta': 'string',
  'query.metadata.default-time-range': 'string',
  'query.timeout': 'string',
  'store.limits.request-samples': 'integer',
  'store.limits.request-series': 'integer',
} as const;

/** Thanos Metrics: data in object storage, no fork keys in its schema. */
export const thanos = defineServiceType(() => ({
  name: 'thanos',
  title: 'Thanos Metrics',
  userConfig: [
    ...everyTypeKeys,
    ...accessKeys,
    storedKey('compactor', 'object', 'Settings of the compactor.', { fields: { 'retention.days': 'integer' } }),
    storedKey('env', 'object', 'Environment variables.', { deprecated: true }),
    storedKey(
      'object_storage_usage_alert_threshold_gb',
      'integer',
      'Use of object storage that raises an alert; 0 for none.',
      {
        minimum: 0,
      },
    ),
    storedKey('query', 'object', 'Settings of the query nodes.', { fields: queryFields }),
    storedKey('query-frontend', 'object', 'Settings of the query front end.', {
      fields: { 'query-range.align-range-with-step': 'boolean' },
    }),
    storedKey('receiver-ingesting', 'object', 'Settings of the ingesting receiver.'),
    storedKey('receiver-routing', 'object', 'Settings of the routing receiver.'),
    storedKey('ruler', 'object', 'Settings of the ruler.'),
    storedKey('store', 'object', 'Settings of the store.'),
  ],
  sources: [schemaSource, forkPage],
}));
