import type { JsonObject } from '../../../src/domain';
import { aServedRegistry, anOrdersBody, collection } from './a-registry';

const fork = (userConfig: JsonObject): JsonObject =>
  anOrdersBody({ service_name: 'copy', user_config: { service_to_fork_from: 'orders', ...userConfig } });

describe('what is misspelt is answered with what was meant', () => {
  const { ask } = aServedRegistry();
  beforeAll(() => ask('POST', collection, anOrdersBody()));

  test.each<['GET' | 'POST' | 'PUT' | 'DELETE', string, JsonObject | undefined, string]>([
    ['GET', '/v1/project/demmo', undefined, 'Did you mean demo?'],
    ['GET', '/v1/project/demmo/service', undefined, 'Did you mean demo?'],
    ['POST', '/v1/project/demmo/service', anOrdersBody(), 'Did you mean demo?'],
    ['GET', `${collection}/order`, undefined, 'Service order does not exist. Did you mean orders?'],
    ['PUT', `${collection}/order`, { plan: 'business-8' }, 'Did you mean orders?'],
    ['DELETE', `${collection}/order`, undefined, 'Did you mean orders?'],
    ['POST', `${collection}/order/user`, { username: 'me' }, 'Did you mean orders?'],
    ['POST', collection, fork({ service_to_fork_from: 'order' }), 'Did you mean orders?'],
    ['POST', collection, fork({ service_to_fork_from: 'Orders' }), 'Did you mean orders?'],
    ['POST', collection, fork({ service_to_fork_from: 'demo/ORDERS' }), 'Did you mean orders?'],
    ['POST', collection, fork({ project_to_fork_from: 'demmo' }), 'Did you mean project demo?'],
    ['POST', collection, { ...fork({}), plan: 'buisness-4' }, 'Did you mean business-4?'],
    ['POST', collection, { ...fork({}), cloud: 'europe-west1' }, 'Did you mean google-europe-west1?'],
    ['POST', collection, { ...fork({}), service_type: 'postgresql' }, 'Did you mean pg?'],
    ['POST', collection, { ...fork({}), service_type: 'caching' }, 'Did you mean redis?'],
    ['POST', collection, fork({ service_to_fork_frm: 'orders' }), 'did you mean service_to_fork_from?'],
  ])('%s %s %j', (method, path, body, hint) => {
    expect(ask(method, path, body).body).toMatchObject({ message: expect.stringContaining(hint) });
  });

  test('what is near to nothing gets no hint', () => {
    expect(ask('GET', `${collection}/gone`).body).toMatchObject({ message: 'Service gone does not exist' });
  });
});
