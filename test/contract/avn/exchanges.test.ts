import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCreate } from '../../registry/world';
import { aServer, type Server } from '../a-server';
import { valuesAt } from '../json-path';
import { avnRead, avnSend, type AvnRequest } from './client';

interface Recorded {
  readonly title: string;
  readonly command: string;
  readonly requests: readonly (AvnRequest & { readonly status?: number })[];
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  readonly notNull?: Readonly<Record<string, readonly string[]>>;
}

const recorded = JSON.parse(readFileSync(join(__dirname, 'exchanges.json'), 'utf8')) as readonly Recorded[];

/** Commands that end differently here, on purpose, with what the command line then prints. */
const refusedHere: Readonly<Record<string, RegExp>> = {
  'user login (password)': /^The operation UserAuth is not simulated: .* \(status 400\)$/,
  'cloud list (no project, no auth)': /^The API has no path .* \(status 404\)$/,
  'service create BTAR (-c additional_backup_regions)': /provider .* \(status 400\)$/,
  'service create --no-fail-if-exists (409)': /already exists .* \(status 409\)$/,
};

/** A registry in which every recorded command finds what it names. */
const prepared = (): Server & { readonly secret: string; readonly fill: (text: string) => string } => {
  const served = aServer();
  const { world } = served;
  const service = 'src';
  world.run(
    aCreate({ service }),
    { type: 'CreateUser', project: 'demo', service, username: 'u19' },
    { type: 'CreateDatabase', project: 'demo', service, database: 'd200' },
    {
      ...{ type: 'CreatePool', project: 'demo', service, pool: 'q4', database: 'defaultdb', username: 'avnadmin' },
      ...{ poolSize: 10, poolMode: 'transaction' },
    },
    aCreate({ service: 'src2', plan: 'business-8', cloud: 'aws-eu-west-1', userConfig: { backup_hour: 3 } }),
    aCreate({ service: 't306', plan: 'startup-4' }),
    {
      type: 'CreateEndpoint',
      project: 'demo',
      name: 'watch',
      endpointType: 'datadog',
      userConfig: { datadog_api_key: 'f00d' },
    },
    { type: 'AdvanceClock', byMs: Date.parse('2026-11-20T10:00:00Z') - world.now() },
  );
  const made = (command: Parameters<typeof world.registry.execute>[0]): string => {
    const outcome = world.registry.execute(command);
    return outcome.kind === 'accepted' ? (outcome.id ?? '') : '';
  };
  const task = made({ type: 'CheckUpgrade', project: 'demo', service, targetVersion: '18' });
  const integration = made({
    type: 'CreateIntegration',
    project: 'demo',
    integration: { integrationType: 'logs', sourceService: service, destinationService: 'src2' },
  });
  const fill = (text: string) =>
    text
      .replace(/task\/<uuid>/, `task/${task}`)
      .replace('<uuid>', integration)
      .replace('a225a4e9d21c', 'acme');
  return { ...served, secret: served.token('admin'), fill };
};

let open: Server | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

describe('the recorded commands of the vendor`s command line', () => {
  test('are all here', () => {
    expect(recorded).toHaveLength(87);
    expect(recorded.flatMap(({ requests }) => requests)).toHaveLength(131);
  });

  test.each(recorded.map((exchange) => [exchange.title, exchange] as const))('%s', async (title, exchange) => {
    const served = prepared();
    open = served;
    for (const request of exchange.requests) {
      const answer = await avnSend(served, served.secret, { ...request, path: served.fill(request.path) });
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      const read = avnRead(answer);
      const last = request === exchange.requests.at(-1) || title === 'user login (password)';
      const refusal = last ? refusedHere[title] : undefined;
      if (refusal !== undefined) {
        expect(read).toEqual({ failed: expect.stringMatching(refusal) });
        return;
      }
      expect(read).toEqual({ ok: expect.any(Object) });
      const { ok } = read as { ok: unknown };
      const place = `${request.method} ${request.path.split('?', 1).join('')}`;
      for (const path of exchange.needs?.[place] ?? []) {
        const missing = valuesAt(ok, path).filter((value) => value === undefined);
        expect({ path, missing }).toEqual({ path, missing: [] });
      }
      for (const path of exchange.notNull?.[place] ?? []) {
        const nulls = valuesAt(ok, path).filter((value) => value === null);
        expect({ path, nulls }).toEqual({ path, nulls: [] });
      }
    }
    expect(served.bugs()).toEqual([]);
  });
});
