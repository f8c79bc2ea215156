import type { JsonObject } from '../../domain';
import type { ServiceDetail } from '../registry';

/** The parts of a service that clients can reach, each on a port of its own. */
export const listComponents = (detail: ServiceDetail): readonly JsonObject[] => {
  switch (detail.facts.type) {
    case 'pg':
      return [component(detail, 'pg'), component(detail, 'pgbouncer')];
    case 'kafka':
      return kafkaComponents(detail);
    default:
      return [component(detail, detail.facts.type)];
  }
};

/** Ports beside that of the service itself, by component. */
const offsets: Readonly<Record<string, number>> = { pgbouncer: 1, kafka_rest: 1, schema_registry: 2, kafka_connect: 3 };

/** A port of its own opens what is public. */
const publicOffset = 10;

const component = (detail: ServiceDetail, name: string, route: 'dynamic' | 'public' = 'dynamic'): JsonObject => ({
  component: name,
  host: route === 'public' ? `public-${detail.host}` : detail.host,
  port: portOf(detail, name) + (route === 'public' ? publicOffset : 0),
  route,
  usage: 'primary',
});

/** The port of a component of a service. */
export const portOf = (detail: Pick<ServiceDetail, 'port'>, name: string): number => detail.port + (offsets[name] ?? 0);

/** What a Kafka turns on by a setting of the same name, with an address of its own. */
export const kafkaParts = ['kafka_rest', 'schema_registry', 'kafka_connect'] as const;

const kafkaComponents = (detail: ServiceDetail): readonly JsonObject[] => {
  const { userConfig } = detail.facts;
  const methods = fieldsOf(userConfig.kafka_authentication_methods);
  const isPublic = fieldsOf(userConfig.public_access);
  const broker = (method: string): JsonObject => ({
    ...component(detail, 'kafka'),
    kafka_authentication_method: method,
    kafka_ssl_ca: userConfig.letsencrypt_sasl === true && method === 'sasl' ? 'letsencrypt' : 'project_ca',
    ssl: true,
  });
  return [
    ...(methods.certificate === false ? [] : [broker('certificate')]),
    ...(methods.sasl === true ? [{ ...broker('sasl'), port: portOf(detail, 'kafka') + saslOffset }] : []),
    ...kafkaParts.filter((part) => userConfig[part] === true).map((part) => component(detail, part)),
    ...['kafka', ...kafkaParts]
      .filter((part) => isPublic[part] === true && (part === 'kafka' || userConfig[part] === true))
      .map((part) => component(detail, part, 'public')),
  ];
};

/** Clients that sign in with a password have a port of their own. */
const saslOffset = 4;

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
