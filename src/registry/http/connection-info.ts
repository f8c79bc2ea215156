import { redactedText, type JsonObject } from '../../domain';
import { kafkaParts, portOf } from './components';
import { sealedPassword } from '../passwords';
import type { DataUser, ServiceDetail } from '../registry';
import type { ConnectionPool } from '../records';
import { administratorCertificate } from './user-body';

/** The address of a service with its administrator's password, as clients of that engine write it. */
export const serviceUri = (detail: ServiceDetail): string => writeUri(detail, findAdmin(detail));

/** The parts of the address. Every value is text, the port too: the vendor's Go client fails on a number. */
export const uriParameters = (detail: ServiceDetail): Readonly<Record<string, string>> => {
  const { username, password } = findAdmin(detail);
  return {
    host: detail.host,
    port: String(detail.port),
    user: username,
    password,
    ...databaseParameters(detail),
  };
};

/** How to connect, in the fields of each service type. Never absent: the vendor's provider reads it without asking. */
export const connectionInfo = (detail: ServiceDetail): JsonObject => {
  const uri = serviceUri(detail);
  const parameters = uriParameters(detail);
  const { username, password } = findAdmin(detail);
  switch (detail.facts.type) {
    case 'pg':
    case 'alloydbomni':
      return { [detail.facts.type]: [uri], [`${detail.facts.type}_params`]: [parameters], ...standbys(detail) };
    case 'mysql':
      return { mysql: [uri], mysql_params: [parameters], mysql_standby: [] };
    case 'opensearch':
    case 'elasticsearch':
      return {
        [detail.facts.type]: [uri],
        [`${detail.facts.type}_username`]: username,
        [`${detail.facts.type}_password`]: password,
        ...(detail.facts.type === 'opensearch' ? { opensearch_dashboards_uri: `https://${detail.host}:443` } : {}),
      };
    case 'valkey':
      return { valkey: [uri], valkey_slave: [], valkey_password: password };
    case 'redis':
    case 'dragonfly':
      return { redis: [uri], redis_slave: [], redis_password: password };
    case 'kafka':
      return {
        kafka: [`${detail.host}:${detail.port}`],
        ...kafkaAddresses(detail),
        ...administratorCertificate(detail, findAdmin(detail)),
      };
    case 'thanos':
      return {
        thanos: [`${detail.host}:${detail.port}`],
        query_frontend_uri: `https://${login(detail)}`,
        query_uri: `https://${login(detail)}/query`,
        receiver_remote_write_uri: `https://${login(detail)}/api/v1/receive`,
      };
    default:
      return { [detail.facts.type]: [`${detail.host}:${detail.port}`] };
  }
};

const login = (detail: ServiceDetail, part = detail.facts.type): string => {
  const { username, password } = findAdmin(detail);
  return `${username}:${inUri(password)}@${detail.host}:${portOf(detail, part)}`;
};

/** The address of each part stands here whether it is turned on or not, as the vendor's provider reads them without asking. */
const kafkaAddresses = (detail: ServiceDetail): JsonObject =>
  Object.fromEntries(kafkaParts.map((part) => [`${part}_uri`, `https://${login(detail, part)}`]));

/** The address of a connection pool; the pooler listens on the port after the service's. */
export const poolUri = (detail: ServiceDetail, pool: ConnectionPool): string => {
  const user = detail.users.find(({ username }) => username === pool.username) ?? findAdmin(detail);
  const { username, password } = user;
  return `postgres://${username}:${inUri(password)}@${detail.host}:${detail.port + 1}/${pool.pool}?sslmode=require`;
};

/** A password that was asked for may hold any character; what stands in place of one stays as it is. */
const inUri = (password: string): string =>
  [redactedText, sealedPassword].includes(password) ? password : encodeURIComponent(password);

const nobody: DataUser = { username: '', kind: 'primary', password: '' };

const findAdmin = (detail: ServiceDetail): DataUser =>
  detail.users.find((user) => user.kind === 'primary') ?? detail.users[0] ?? nobody;

const standbys = (detail: ServiceDetail): JsonObject =>
  detail.facts.type === 'pg'
    ? { pg_standby: [], pg_syncing: [] }
    : { alloydbomni_standby: [], alloydbomni_syncing: [] };

const databaseParameters = (detail: ServiceDetail): Readonly<Record<string, string>> => {
  switch (detail.facts.type) {
    case 'pg':
    case 'alloydbomni':
      return { dbname: 'defaultdb', sslmode: 'require' };
    case 'mysql':
      return { dbname: 'defaultdb', 'ssl-mode': 'REQUIRED' };
    default:
      return {};
  }
};

const writeUri = (detail: ServiceDetail, { username, password }: DataUser): string => {
  const at = `${detail.host}:${detail.port}`;
  const login = `${username}:${inUri(password)}@${at}`;
  switch (detail.facts.type) {
    case 'pg':
    case 'alloydbomni':
      return `postgres://${login}/defaultdb?sslmode=require`;
    case 'mysql':
      return `mysql://${login}/defaultdb?ssl-mode=REQUIRED`;
    case 'valkey':
    case 'redis':
    case 'dragonfly':
      return `rediss://${login}`;
    case 'opensearch':
    case 'elasticsearch':
    case 'clickhouse':
    case 'grafana':
    case 'influxdb':
    case 'm3db':
      return `https://${login}`;
    case 'cassandra':
      return `cassandra://${login}`;
    default:
      return at;
  }
};
