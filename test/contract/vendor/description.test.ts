import { operations } from '../../../src/api';
import type { Server } from '../a-server';
import { examples } from '../examples';
import { aPreparedServer } from '../prepared-server';
import { readDescription, type DescribedOperation } from './description';
import { describeWith, findReference } from './reference';

const path = findReference('vendor-operations.json');
const described = path === undefined ? new Map<string, DescribedOperation>() : readDescription(path);
const served = operations.filter(({ id }) => described.has(id));

/** What is not as the description has it, on purpose. */
const apart: readonly { readonly why: string; readonly fault: RegExp }[] = [
  { why: 'no billing group pays, and clients want a text', fault: /billing_group_id should NOT be shorter than 36/u },
  {
    why: 'an address or an event of no service: clients want a text',
    fault: /service_name should NOT be shorter than 1/u,
  },
  { why: 'versions are newer than the description', fault: /^sent \.target_version should be equal to one of/u },
  { why: 'a project may have nobody who pays', fault: /^sent {2}should have required property 'billing_group_id'/u },
];

describeWith(path, 'the vendor`s published description', () => {
  let open: Server | undefined;
  let accepted = 0;
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  afterAll(() => {
    process.stdout.write(
      `vendor description: ${served.length} operations served of ${described.size}, ${accepted} accepted\n`,
    );
  });

  test.each(served.map((operation) => [operation.id, operation] as const))('holds for %s', async (id, operation) => {
    const { served: server, parts: usual } = aPreparedServer();
    open = server;
    const parts: Readonly<Record<string, string>> = { ...usual, ...examples[id]?.path };
    const { body, refused } = examples[id] ?? {};
    const answer = await server.send({
      method: operation.method,
      path: operation.path.replace(/\{(\w+)\}/g, (_part, name: string) => encodeURIComponent(parts[name] ?? 'missing')),
      headers: { authorization: `aivenv1 ${server.token('admin')}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    expect(answer.status).toBe(refused ?? 200);
    if (answer.status !== 200) return;
    accepted += 1;
    const faults = [
      ...(body === undefined ? [] : (described.get(id)?.request(body) ?? []).map((fault) => `sent ${fault}`)),
      ...(described.get(id)?.answer(JSON.parse(answer.text)) ?? []),
    ];
    expect(faults.filter((text) => !apart.some(({ fault }) => fault.test(text)))).toEqual([]);
  });
});
