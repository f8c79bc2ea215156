import type { kafkaConnectOperations } from '../../../api';
import { answered, failed, onService } from '../answer';
import type { Routes } from '../route';
import { serviceIn } from '../service-answers';

/** How the registry answers operations on the connectors of a Kafka Connect. */
export const kafkaConnectRoutes: Routes<typeof kafkaConnectOperations> = {
  ServiceKafkaConnectList: (registry, { part }) =>
    onService(registry, serviceIn(part), ({ service, type, userConfig }) =>
      type === 'kafka_connect' || (type === 'kafka' && userConfig.kafka_connect === true)
        ? answered({ connectors: [] })
        : failed(
            404,
            'operation_not_simulated',
            `Service ${service} runs no Kafka Connect, so there are no connectors.`,
          ),
    ),
};
