import { join } from 'node:path';
import { operations, unsimulatedOperations, type FaultsBody } from '../../src/api';
import { aServer, type Server } from '../contract/a-server';
import { examples, preparedFor } from '../contract/examples';
import { expectOnPage, type Met } from './page';
import { cache, describeIf, run, setFaults, works } from './tools';

const source = join(__dirname, 'go');
const binary = join(cache('go'), 'ask');
const isBuilt = works('go', 'version') && works('go', 'build', '-C', source, '-o', binary, '.');

interface Told {
  readonly operation: string;
  /** Whether the client has an operation of this name. */
  readonly known: boolean;
  readonly error?: string;
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
}

const namesIn = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);

const outcomeOf = ({ operation, error, unknown, missing }: Told): Met => {
  if (error?.includes('is not simulated') === true) return { name: operation, outcome: 'refused by name' };
  const strange = [...unknown].sort();
  const notes = [
    ...(error === undefined ? [] : [error.replace(/http:\S+/gu, '').slice(0, 200)]),
    ...(strange.length === 0 ? [] : [`not in the client: ${strange.join(', ')}`]),
    ...(missing.length === 0 ? [] : [`missing: ${[...missing].sort().join(', ')}`]),
  ];
  const note = notes.join('; ').replaceAll('|', '/').replaceAll('\n', ' ');
  return notes.length === 0 ? { name: operation, outcome: 'served' } : { name: operation, outcome: 'differs', note };
};

interface Law {
  readonly name: string;
  readonly operation: string;
  readonly faults: FaultsBody;
  /** What the client ends with; absent: it asks again, and is answered. */
  readonly ends?: string;
}

const refusedOnce = (status: NonNullable<FaultsBody['error_status']>): FaultsBody => ({
  ...{ error_rate: 1, error_status: status, first: 1 },
});

/** @see go-client-codegen, retry.go (read 2026-11-27) */
const laws: readonly Law[] = [
  ...([408, 500, 501, 503] as const).map((status) => ({
    ...{ name: `${status} of a read`, operation: 'ServiceGet', faults: refusedOnce(status) },
  })),
  {
    ...{ name: '429 with "try again in 1s"', operation: 'ServiceGet' },
    faults: { ...refusedOnce(429), try_again_in_s: 1 },
  },
  { name: 'a connection that is cut', operation: 'ServiceGet', faults: { drop_rate: 1, first: 1 } },
  { name: '404 of a read', operation: 'ServiceGet', faults: refusedOnce(404), ends: '404' },
  {
    name: '404 for something new in a service that is there',
    operation: 'ServiceUserCreate',
    faults: refusedOnce(404),
  },
  { name: '417 of an end', operation: 'ServiceDelete', faults: refusedOnce(417) },
  { name: '417 of a change', operation: 'ServiceUpdate', faults: refusedOnce(417), ends: '417' },
  {
    ...{ name: '501 for a create that was carried out', operation: 'ServiceCreate', ends: '409' },
    faults: { error_after_success_rate: 1, error_after_success_status: 501, first: 1 },
  },
  {
    ...{ name: '500 for an end that was carried out', operation: 'ServiceDelete', ends: '404' },
    faults: { error_after_success_rate: 1, first: 1 },
  },
];

describeIf(isBuilt, 'the vendor`s generated Go client', 'no go, or its module cannot be had', () => {
  const servers: Server[] = [];
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
  });

  test('decodes every answer into its types', async () => {
    const vendors = operations.filter(({ path }) => !path.startsWith('/v1/forkcast/'));
    const requests = await Promise.all(
      vendors.map(async ({ id, path }) => {
        const server = aServer({ strictVendor: true });
        servers.push(server);
        const parts: Readonly<Record<string, string>> = { ...preparedFor(server.world), ...examples[id]?.path };
        const body = examples[id]?.body ?? null;
        const values = namesIn(path).map((name) => parts[name] ?? 'missing');
        return { base: await server.listening(), token: server.token('admin'), operation: id, arguments: values, body };
      }),
    );
    const plain = aServer({ strictVendor: true });
    servers.push(plain);
    const base = await plain.listening();
    const token = plain.token('admin');
    const refused = unsimulatedOperations.map(({ id, path }) => {
      const values = namesIn(path).map((name) => (name === 'project' ? 'demo' : 'x'));
      return { base, token, operation: id, arguments: values, body: null };
    });
    const { code, out, err } = await run(binary, [], { input: JSON.stringify([...requests, ...refused]) });
    expect([code, err]).toEqual([0, '']);
    const told = JSON.parse(out) as readonly Told[];
    const met = told.filter(({ known }) => known).map(outcomeOf);
    expect(met.length).toBeGreaterThan(300);
    expectOnPage('The generated Go client, v0.238.0', met);
  });

  test('behaves as its makers say where the API does', async () => {
    const asked = laws.map(async ({ operation, faults }) => {
      const server = aServer();
      servers.push(server);
      const parts: Readonly<Record<string, string>> = preparedFor(server.world);
      const { path } = operations.find(({ id }) => id === operation) ?? { path: '' };
      const [base, token] = [await server.listening(), server.token('admin')];
      await setFaults(server, token, { operations: [operation], ...faults });
      const values = namesIn(path).map((name) => parts[name] ?? 'missing');
      return { base, token, operation, arguments: values, body: examples[operation]?.body ?? null, retries: true };
    });
    const env = { AIVEN_CLIENT_RETRY_WAIT_MIN: '50ms', AIVEN_CLIENT_RETRY_WAIT_MAX: '200ms' };
    const { code, out, err } = await run(binary, [], { input: JSON.stringify(await Promise.all(asked)), env });
    expect([code, err]).toEqual([0, '']);
    const told = JSON.parse(out) as readonly Told[];
    const met = laws.map(({ name, ends }, at): Met => {
      const { error } = told[at] ?? { error: 'no answer' };
      const isMet = ends === undefined ? error === undefined : error?.includes(ends) === true;
      const note = ends === undefined ? 'asked again' : `ends with ${ends}`;
      return isMet ? { name, outcome: 'served', note } : { name, outcome: 'differs', note: error ?? 'asked again' };
    });
    expectOnPage('The generated Go client, law by law', met);
  });
});
