import { atLeast, jsonObject, list } from './fields';
import { GET, operation } from './operation';

/** Operations on the connectors of a Kafka Connect, of which there are none: making one is not simulated. */
export const kafkaConnectOperations = {
  ServiceKafkaConnectList: operation({
    ...GET('/v1/project/{project}/service/{service}/connectors'),
    summary: 'Lists the connectors of a Kafka Connect, of which there are none; clients wait until it answers.',
    answer: () => atLeast({ connectors: list(jsonObject) }),
    refuses: ['operation_not_simulated'],
  }),
};
