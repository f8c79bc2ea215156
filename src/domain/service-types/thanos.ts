import { accessKeys, everyTypeKeys } from './common-keys';
import { storedKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { forkPage, schemaSource } from './sources';

/** Thanos Metrics: data in object storage, no fork keys in its schema. */
export const thanos = defineServiceType(() => ({
  name: 'thanos',
  title: 'Thanos Metrics',
  userConfig: [
    ...everyTypeKeys,
    ...accessKeys,
    storedKey('compactor', 'object', 'Settings of the compactor.'),
    storedKey('env', 'object', 'Environment variables.', { deprecated: true }),
    storedKey(
      'object_storage_usage_alert_threshold_gb',
      'integer',
      'Use of object storage that raises an alert; 0 for none.',
      {
        minimum: 0,
      },
    ),
    storedKey('query', 'object', 'Settings of the query nodes.'),
    storedKey('query_frontend', 'object', 'Settings of the query front end.'),
    storedKey('receiver_ingesting', 'object', 'Settings of the ingesting receiver.'),
    storedKey('receiver_routing', 'object', 'Settings of the routing receiver.'),
    storedKey('ruler', 'object', 'Settings of the ruler.'),
    storedKey('store', 'object', 'Settings of the store.'),
  ],
  sources: [schemaSource, forkPage],
}));
