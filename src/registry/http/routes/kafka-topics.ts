import type { KafkaTopicBody, kafkaTopicOperations } from '../../../api';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../domain';
import { instanceKey } from '../../events';
import { textIn } from '../../records';
import type { Registry, ServiceDetail } from '../../registry';
import { answered, carryOut, refused } from '../answer';
import { onType } from '../on-type';
import type { Routes } from '../route';

const type = 'kafka';
const kind = 'kafka_topic';

/** How the registry answers operations on the topics of a Kafka: they hold nothing. */
export const kafkaTopicRoutes: Routes<typeof kafkaTopicOperations> = {
  ServiceKafkaTopicList: (registry, { at }) =>
    onType(registry, at, { type }, (detail) => answered({ topics: topicsOf(registry, detail).map(listedBody) })),

  ServiceKafkaTopicListV2: (registry, { at, body }) =>
    onType(registry, at, { type, posted: true }, (detail) =>
      answered({
        topics: topicsOf(registry, detail)
          .filter(({ name }) => body.topic_names.includes(name))
          .map(wholeBody),
      }),
    ),

  ServiceKafkaTopicCreate: (registry, { at, body: { topic_name: id, ...told } }) =>
    onType(registry, at, { type, posted: true }, () =>
      carryOut(registry, { type: 'CreateRecord', kind, ...at, id, value: written(told) }, 'created'),
    ),

  ServiceKafkaTopicGet: (registry, { at }) =>
    onType(registry, at, { type }, (detail) => {
      const topic = topicsOf(registry, detail).find(({ name }) => name === at.topic);
      return topic === undefined
        ? refused('record_not_found', `Service ${detail.facts.service} has no topic ${at.topic}`)
        : answered({ topic: wholeBody(topic) });
    }),

  ServiceKafkaTopicUpdate: (registry, { at, body }) =>
    onType(registry, at, { type }, () =>
      carryOut(registry, { type: 'ChangeRecord', ...topicIn(at), value: written(body) }, 'updated'),
    ),

  ServiceKafkaTopicDelete: (registry, { at }) =>
    onType(registry, at, { type }, () => carryOut(registry, { type: 'DropRecord', ...topicIn(at) }, 'deleted')),
};

const topicIn = ({ project, service, topic: id }: Readonly<Record<'project' | 'service' | 'topic', string>>) =>
  ({ project, service, kind, id }) as const;

/** What was told, as it is kept. */
const written = (told: object): JsonObject =>
  Object.fromEntries(Object.entries(told).filter((field): field is [string, JsonValue] => field[1] !== undefined));

interface Topic {
  readonly name: string;
  readonly value: JsonObject;
}

const topicsOf = (registry: Registry, detail: ServiceDetail): readonly Topic[] => {
  const prefix = `${instanceKey(detail.facts)}/`;
  return registry
    .records(detail.facts.project, kind)
    .filter(({ id }) => id.startsWith(prefix))
    .map(({ id, value }) => ({ name: id.slice(prefix.length), value }));
};

const numberIn = (value: JsonObject, name: string, usual: number): number => {
  const told = value[name];
  return typeof told === 'number' ? told : usual;
};

const sevenDaysHours = 168;

const commonBody = ({ name, value }: Topic) => ({
  topic_name: name,
  state: 'ACTIVE' as const,
  topic_description: textIn(value, 'topic_description'),
  owner_user_group_id: textIn(value, 'owner_user_group_id'),
  cleanup_policy: textIn(value, 'cleanup_policy', 'delete'),
  min_insync_replicas: numberIn(value, 'min_insync_replicas', 1),
  replication: numberIn(value, 'replication', 3),
  retention_bytes: numberIn(value, 'retention_bytes', -1),
  retention_hours: numberIn(value, 'retention_hours', sevenDaysHours),
  tags: [...tagsIn(value)],
});

const tagsIn = ({ tags }: JsonObject): readonly JsonObject[] =>
  tags !== undefined && isJsonList(tags) ? tags.filter(isJsonObject) : [];

/** The list tells of a setting that it was told, and how many partitions there are. */
const listedBody = (topic: Topic): KafkaTopicBody => ({
  ...commonBody(topic),
  partitions: numberIn(topic.value, 'partitions', 1),
});

/** One topic tells where each of its settings comes from, and of each partition. */
const wholeBody = (topic: Topic): KafkaTopicBody & JsonObject => {
  const { config = {} } = topic.value;
  return {
    ...commonBody(topic),
    partitions: Array.from({ length: numberIn(topic.value, 'partitions', 1) }, (_, partition) => ({
      partition,
      isr: numberIn(topic.value, 'replication', 3),
      size: 0,
      earliest_offset: 0,
      latest_offset: 0,
      consumer_groups: [],
      share_groups: [],
    })),
    config: Object.fromEntries(
      Object.entries(isJsonObject(config) ? config : {}).map(([key, value]) => [
        key,
        { value, source: 'topic_config', synonyms: [] },
      ]),
    ),
  };
};
