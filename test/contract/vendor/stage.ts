import { defaultCatalogue, type JsonObject } from '../../../src/domain';
import {
  aServedRegistry,
  anOrdersBody,
  collection,
  field,
  textIn,
  type ServedRegistry,
} from '../../registry/http/a-registry';
import { plansOf } from '../../differential/landscape';

/** One request of the vendor's provider, and an answer that it was content with. */
export interface Exchange {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query: string;
  readonly sent: JsonObject | null;
  readonly satisfied_by?: { readonly status: number; readonly body: JsonObject | string | null };
}

const account = (served: ServedRegistry) =>
  field(served.ask('POST', '/v1/account', { account_name: 'made' }).body, 'account');

const planOf = (type: string): string =>
  plansOf(defaultCatalogue, type).find(({ tier }) => tier === 'business' || tier === 'startup')?.name ?? '';

const typeFor = (path: string): string => {
  if (path.includes('/clickhouse/')) return 'clickhouse';
  if (path.includes('/opensearch/')) return 'opensearch';
  if (path.endsWith('/connectors')) return 'kafka_connect';
  return /\/(topic|acl|kafka)\b/u.test(path.split('/').slice(5).join('/')) ? 'kafka' : 'pg';
};

const makeService = ({ ask }: ServedRegistry, name: string, type = 'pg', part: JsonObject = {}): void => {
  const body = anOrdersBody({ service_name: name, service_type: type, plan: planOf(type), ...part });
  expect([name, ask('POST', collection, body).status]).toEqual([name, 200]);
};

const idIn = (
  served: ServedRegistry,
  path: string,
  body: JsonObject,
  [object, id]: readonly [string, string],
): string => {
  const answer = served.ask('POST', path, body);
  expect([path, answer.status]).toEqual([path, 200]);
  return textIn(object === '' ? field({ answer: answer.body }, 'answer') : field(answer.body, object), id);
};

/** What stands in the place of an id that the recording drew, by the path up to it: the thing is made for it. */
const makers: readonly (readonly [RegExp, (served: ServedRegistry, exchange: Exchange) => string])[] = [
  [
    /^\/v1\/project\/demo\/static-ips\/([^/]+)/u,
    (served, { method, path }) => {
      const id = idIn(served, '/v1/project/demo/static-ips', { cloud_name: 'google-europe-west1' }, [
        '',
        'static_ip_address_id',
      ]);
      if (method === 'DELETE' && path.endsWith('/association')) {
        makeService(served, 'holder');
        served.ask('POST', `/v1/project/demo/static-ips/${id}/association`, { service_name: 'holder' });
      }
      return id;
    },
  ],
  [
    /^\/v1\/project\/demo\/integration\/([^/]+)/u,
    (served, { method }) => {
      makeService(served, 'first');
      makeService(served, 'second');
      if (method === 'DELETE') {
        const follow = { integration_type: 'read_replica', source_service: 'first' };
        makeService(served, 'third', 'pg', { service_integrations: [follow] });
        const [{ service_integration_id: id } = { service_integration_id: '' }] = served.service('third')
          .service_integrations as readonly { readonly service_integration_id: string }[];
        return id;
      }
      const body = { integration_type: 'metrics', source_service: 'first', dest_service: 'second', user_config: {} };
      return idIn(served, '/v1/project/demo/integration', body, ['service_integration', 'service_integration_id']);
    },
  ],
  [
    /^\/v1\/project\/demo\/integration_endpoint\/([^/]+)/u,
    (served) => {
      const user_config = { url: 'https://r', authentication: 'none' };
      const body = { endpoint_name: 'e', endpoint_type: 'external_schema_registry', user_config };
      return idIn(served, '/v1/project/demo/integration_endpoint', body, [
        'service_integration_endpoint',
        'endpoint_id',
      ]);
    },
  ],
  [
    /\/clickhouse\/user\/([^/]+)/u,
    (served, { path }) => idIn(served, path.replace(/user\/.*/u, 'user'), { name: 'ada' }, ['user', 'uuid']),
  ],
  [
    /\/clickhouse\/db\/([^/]+)/u,
    (served, { path }) => {
      served.ask('POST', path.replace(/db\/.*/u, 'db'), { database: 'made' });
      return 'made';
    },
  ],
  [
    /\/upgrade-pipeline\/steps\/([^/]+)/u,
    (served, { path }) => {
      for (const name of ['from', 'to']) makeService(served, name);
      const body = {
        ...{ source_project_name: 'demo', source_service_name: 'from' },
        ...{ destination_project_name: 'demo', destination_service_name: 'to' },
      };
      return idIn(served, path.replace(/steps\/.*/u, 'steps'), body, ['', 'step_id']);
    },
  ],
  [/^\/v1\/account\/(a[0-9a-f]{11})/u, (served) => textIn(account(served), 'account_id')],
  [/^\/v1\/organization\/(org[0-9a-f]+)/u, (served) => textIn(account(served), 'organization_id')],
  [
    /^\/v1\/billing-group\/([^/]+)/u,
    (served) => idIn(served, '/v1/billing-group', { billing_group_name: 'g' }, ['billing_group', 'billing_group_id']),
  ],
];

/** Ids in the body that the recording drew. */
const withIds = (served: ServedRegistry, sent: JsonObject, path: string): JsonObject => {
  const [, organization = ''] = /^\/v1\/organization\/([^/]+)/u.exec(path) ?? [];
  const own = organization === '' ? textIn(account(served), 'account_id') : organization;
  const group = () =>
    idIn(served, '/v1/billing-group', { billing_group_name: 'g', account_id: own }, [
      'billing_group',
      'billing_group_id',
    ]);
  return {
    ...sent,
    ...('billing_group_id' in sent ? { billing_group_id: group() } : {}),
    ...('parent_id' in sent ? { parent_id: own } : {}),
    ...('organization_id' in sent ? { organization_id: own } : {}),
    ...('account_id' in sent ? { account_id: own } : {}),
  };
};

/** A registry in which a recorded request finds what it names, and the request as it names that. */
export const staged = (exchange: Exchange): { readonly served: ServedRegistry; readonly asked: Exchange } => {
  const served = aServedRegistry();
  served.world.run({ type: 'CreateOrganization', organization: 'demo-org' });
  const { sent } = exchange;
  const [, service] = /\/service\/([^/]+)/u.exec(exchange.path) ?? [];
  if (service !== undefined) makeService(served, service, typeFor(exchange.path));
  for (const name of ['source_service_name', 'destination_service_name', 'service_name']) {
    const named = exchange.path.endsWith('/service') ? undefined : sent?.[name];
    if (typeof named === 'string') makeService(served, named);
  }
  const [, user] = /\/(?<!clickhouse\/)user\/([^/]+)$/u.exec(exchange.path) ?? [];
  if (user !== undefined && user !== 'avnadmin') {
    served.ask('POST', exchange.path.replace(/\/[^/]+$/u, ''), { username: user });
  }
  if (exchange.path.endsWith('/security/admin') && exchange.method === 'PUT') {
    served.ask('POST', exchange.path, { admin_password: sent?.['admin_password'] ?? null });
  }
  const [, project] = /^\/v1\/project\/([^/]+)/u.exec(exchange.path) ?? [];
  if (project !== undefined && project !== 'demo') {
    served.ask('POST', '/v1/project', { project, account_id: 'acme' });
  }
  const found = makers.find(([pattern]) => pattern.test(exchange.path));
  const [, drawn = ''] = found?.[0].exec(exchange.path) ?? [];
  const path = found === undefined ? exchange.path : exchange.path.replace(drawn, found[1](served, exchange));
  const [, named] = /\/organization\/[^/]+\/project\/([^/]+)$/u.exec(path) ?? [];
  if (named !== undefined) {
    served.ask('POST', path.replace(/project\/[^/]+$/u, 'projects'), { project_id: named });
  }
  const body = sent === null ? null : withIds(served, sent, path);
  const home = path === '/v1/project' ? { account_id: 'acme' } : {};
  return { served, asked: { ...exchange, path, sent: body === null ? null : { ...body, ...home } } };
};
