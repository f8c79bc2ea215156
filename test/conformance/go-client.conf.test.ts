import { join } from 'node:path';
import { operations, unsimulatedOperations } from '../../src/api';
import { aServer, type Server } from '../contract/a-server';
import { examples, preparedFor } from '../contract/examples';
import { expectOnPage, type Met } from './page';
import { cache, describeIf, run, works } from './tools';

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
});
