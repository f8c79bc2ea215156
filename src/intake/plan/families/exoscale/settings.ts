import { findServiceType, isJsonObject, parseJson, withoutSecrets, type JsonValue } from '../../../../domain';
import { secretValue } from '../../../read-template';
import {
  isLater,
  laterValue,
  listFields,
  pickBlock,
  pickPart,
  writeTemplate,
  type MarkedValue,
} from '../../marked-value';

/** The field of a block that names the source of a fork. */
export const sourceField = 'fork_from_service';

/** Fields of a block by the name that the engine's API has for them; the others are called alike. */
const names: Readonly<Record<string, string>> = {
  [sourceField]: 'service_to_fork_from',
  recovery_backup_name: 'recovery_basebackup_name',
  recovery_backup_time: 'recovery_target_time',
  dashboards: 'opensearch_dashboards',
  index_pattern: 'index_patterns',
  enable_kafka_connect: 'kafka_connect',
  enable_kafka_rest: 'kafka_rest',
  enable_schema_registry: 'schema_registry',
};

/** Settings that are one text of JSON here and an object in the API: `pg_settings`, and those of OpenSearch, which are `settings`. */
const objectName = (serviceType: string, field: string): string | undefined =>
  field === 'settings' ? serviceType : /^(.+)_settings$/.exec(field)?.[1];

/** Of Kafka: which ways to sign in are on. */
const methods: Readonly<Record<string, string>> = { enable_cert_auth: 'certificate', enable_sasl_auth: 'sasl' };

/** The settings of a service, by the names of the API. A block that is not known whole may hold a source. Never throws. */
export const exoscaleSettings = (serviceType: string, values: MarkedValue, isWritten: boolean): JsonValue => {
  const block = pickBlock(values);
  if (block === undefined) return {};
  if (block.unknown === true) return isWritten ? laterValue : {};
  const read: (readonly [string, JsonValue])[] = [];
  const signIn: (readonly [string, JsonValue])[] = [];
  for (const field of listFields(block)) {
    const value = writeTemplate(pickPart(block, field));
    const method = methods[field];
    if (value === null || value === '') continue;
    if (method !== undefined) signIn.push([method, value]);
    else read.push(...settingsOf(serviceType, field, value));
  }
  const secrets = read.map(([name, value]): [string, JsonValue] => [
    name,
    isSecret(serviceType, name) ? secretValue : value,
  ]);
  const plain = secrets.filter(([, value]) => !isLater(value));
  return {
    ...withoutSecrets(serviceType, Object.fromEntries(plain)),
    ...Object.fromEntries(secrets.filter(([, value]) => isLater(value))),
    ...(signIn.length === 0 ? {} : { kafka_authentication_methods: Object.fromEntries(signIn) }),
  };
};

const settingsOf = (
  serviceType: string,
  field: string,
  value: JsonValue,
): readonly (readonly [string, JsonValue])[] => {
  const type = findServiceType(serviceType);
  if (field === 'version') return type?.versionKey === undefined ? [] : [[type.versionKey, value]];
  if (field === 'backup_schedule') return isLater(value) ? [] : scheduleOf(value);
  const object = objectName(serviceType, field);
  if (object === undefined) return [[names[field] ?? field, value]];
  const parsed = typeof value === 'string' ? parseJson(value) : undefined;
  return isJsonObject(parsed) ? [[object, parsed]] : [[object, laterValue]];
};

const isSecret = (serviceType: string, name: string): boolean =>
  findServiceType(serviceType)?.userConfig.some(({ key, effect }) => key === name && effect === 'secret') === true;

/** `HH:MM` as the two numbers that the API has. */
const scheduleOf = (value: JsonValue): readonly (readonly [string, JsonValue])[] => {
  const [, hour, minute] = (typeof value === 'string' && /^(\d{1,2}):(\d{2})(:\d{2})?$/.exec(value)) || [];
  return hour === undefined || minute === undefined
    ? []
    : [
        ['backup_hour', Number(hour)],
        ['backup_minute', Number(minute)],
      ];
};
