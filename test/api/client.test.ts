import { createClient, type ApiRequest, type ApiResponse, type Transport } from '../../src/api';

const answering = (response: ApiResponse): { readonly transport: Transport; readonly sent: ApiRequest[] } => {
  const sent: ApiRequest[] = [];
  const transport: Transport = {
    target: 'memory:',
    send: (request) => {
      sent.push(request);
      return Promise.resolve(response);
    },
    close: () => undefined,
  };
  return { transport, sent };
};

const service = {
  service_name: 'orders-pg',
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'google-europe-west1',
  state: 'RUNNING',
  create_time: '2026-11-20T08:00:00Z',
  update_time: '2026-11-20T08:09:00Z',
  user_config: { pg_version: '17' },
  termination_protection: false,
  disk_space_mb: 81920,
  node_count: 2,
  service_uri: null,
  backups: [{ backup_name: 'b1', backup_time: '2026-11-20T08:08:00Z', data_size: 31457280 }],
  tags: {},
  service_integrations: [],
  databases: ['defaultdb'],
  users: [{ username: 'avnadmin', type: 'primary', password: 'pw' }],
};

describe('the client', () => {
  test('a service is read with fields beyond the contract left in', async () => {
    const { transport, sent } = answering({ status: 200, body: { service: { ...service, group_list: ['default'] } } });
    const found = await createClient(transport).getService('demo', 'orders-pg');
    expect(found).toEqual({ ...service, group_list: ['default'] });
    expect(sent).toEqual([{ method: 'GET', path: '/v1/project/demo/service/orders-pg' }]);
  });

  test('a service that is not there is undefined, and any other refusal is thrown with its code', async () => {
    const refusal = (status: number, code: string): ApiResponse => ({
      status,
      body: { message: 'No.', errors: [{ message: 'No.', status, error_code: code }] },
    });
    const missing = createClient(answering(refusal(404, 'service_not_found')).transport);
    await expect(missing.getService('demo', 'gone')).resolves.toBeUndefined();
    const forbidden = createClient(answering(refusal(403, 'termination_protected')).transport);
    await expect(forbidden.deleteService('demo', 'orders-pg')).rejects.toMatchObject({
      code: 'FC_REQUEST_REFUSED',
      status: 403,
      refusalCode: 'termination_protected',
      registryMessage: 'No.',
    });
  });

  test('a refusal without a body is still a refusal', async () => {
    const client = createClient(answering({ status: 502, body: null }).transport);
    await expect(client.clock()).rejects.toMatchObject({ status: 502, refusalCode: '' });
  });

  test.each([
    [{ service: { ...service, state: 'SLEEPING' } }, 'service.state'],
    [{ service: null }, 'service'],
    [{}, 'service'],
    [null, 'service'],
    [{ service: { ...service, backups: [{ backup_name: 'b' }] } }, 'service.backups.0.backup_time'],
  ])('an answer that breaks the contract names the field', async (body, field) => {
    const client = createClient(answering({ status: 200, body }).transport);
    await expect(client.getService('demo', 'orders-pg')).rejects.toMatchObject({
      code: 'FC_CONTRACT_BROKEN',
      message: expect.stringContaining(`${field}: `),
    });
  });

  test('names are percent-encoded, and fields that are undefined are not sent', async () => {
    const { transport, sent } = answering({ status: 200, body: {} });
    const client = createClient(transport);
    await client.deleteDatabase('demo', 'orders-pg', 'a/b ?');
    await client.createPool('demo', 'orders-pg', { pool_name: 'p', database: 'd' });
    expect(sent).toEqual([
      { method: 'DELETE', path: '/v1/project/demo/service/orders-pg/db/a%2Fb%20%3F' },
      {
        method: 'POST',
        path: '/v1/project/demo/service/orders-pg/connection_pool',
        body: { pool_name: 'p', database: 'd' },
      },
    ]);
  });

  test('an instant travels in the query byte for byte', async () => {
    const { transport, sent } = answering({ status: 200, body: { at: '', total: 0, rows: [] } });
    await createClient(transport).rows('demo', 'orders-pg', { at: '2026-11-20T08:00:00+01:00', limit: 5 });
    const query = new URL(sent[0]?.path ?? '', 'http://x').searchParams;
    expect([query.get('at'), query.get('limit')]).toEqual(['2026-11-20T08:00:00+01:00', '5']);
  });
});
