import type { kafkaConnectOperations } from '../../../api';
import { answered, failed, onService } from '../answer';
import type { Routes } from '../route';

/** How the registry answers operations on the connectors of a Kafka Connect. */
export const kafkaConnectRoutes: Routes<typeof kafkaConnectOperations> = {
  ServiceKafkaConnectList: (registry, { at }) =>
    onService(registry, at, ({ facts: { service, type, userConfig } }) =>
      type === 'kafka_connect' || (type === 'kafka' && userConfig.kafka_connect === true)
        ? answered({ connectors: [] })
        : failed(
            404,
            'operation_not_simulated',
            `Service ${service} runs no Kafka Connect, so there are no connectors.`,
          ),
    ),
};
