import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, json, jsonObject, list, maybeText, text } from './fields';
import { DELETE, GET, POST, PUT, operation } from './operation';

const collection = '/v1/project/{project}/service/{service}/topic';
const one = '/v1/project/{project}/service/{service}/topic/{topic}';

const topic = once(() =>
  atLeast({
    topic_name: z.string(),
    state: z.enum(['ACTIVE']),
    replication: z.number(),
    retention_hours: z.number(),
    partitions: z.union([z.number(), list(jsonObject)]),
    tags: list(jsonObject),
  }),
);

export type KafkaTopicBody = z.infer<ReturnType<typeof topic>>;

const count = (most: number) => z.exactOptional(z.int().check(z.minimum(1), z.maximum(most)));

const fields = once(() => ({
  partitions: count(1_000_000),
  replication: count(10),
  config: z.exactOptional(z.record(z.string(), json)),
  tags: z.exactOptional(list(z.strictObject({ key: text, value: maybeText }))),
  topic_description: maybeText,
  owner_user_group_id: maybeText,
  cleanup_policy: maybeText,
  min_insync_replicas: z.exactOptional(z.int()),
  retention_bytes: z.exactOptional(z.number()),
  retention_hours: z.exactOptional(z.number()),
}));

/** Operations on the topics of a Kafka: they are kept as they are told, and hold nothing. */
export const kafkaTopicOperations = {
  ServiceKafkaTopicList: operation({
    ...GET(collection),
    summary: 'Lists the topics of a Kafka, as they were told.',
    answer: () => atLeast({ topics: list(topic()) }),
    refuses: ['type_unsuitable'],
  }),

  ServiceKafkaTopicListV2: operation({
    ...POST('/v2/project/{project}/service/{service}/topic'),
    needs: 'read',
    basis: 'schema',
    summary: 'Gives the topics of a Kafka that are named.',
    body: () => z.strictObject({ topic_names: list(text) }),
    answer: () => atLeast({ topics: list(topic()) }),
    refuses: ['type_unsuitable'],
  }),

  ServiceKafkaTopicCreate: operation({
    ...POST(collection),
    summary: 'Makes a topic of a Kafka; it is kept as it is told, and holds nothing.',
    body: () => z.strictObject({ ...fields(), topic_name: text }),
    refuses: ['record_already_exists', 'type_unsuitable'],
  }),

  ServiceKafkaTopicGet: operation({
    ...GET(one),
    summary: 'Gives one topic of a Kafka.',
    answer: () => atLeast({ topic: topic() }),
    refuses: ['type_unsuitable'],
  }),

  ServiceKafkaTopicUpdate: operation({
    ...PUT(one),
    summary: 'Changes a topic of a Kafka; what is left out stays.',
    body: () => z.strictObject(fields()),
    refuses: ['type_unsuitable'],
  }),

  ServiceKafkaTopicDelete: operation({
    ...DELETE(one),
    summary: 'Deletes a topic of a Kafka.',
    refuses: ['type_unsuitable'],
  }),
};
