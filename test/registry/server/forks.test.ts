import { hourMs, type JsonObject } from '../../../src/domain';
import { judgeAxis } from '../../../src/rules';
import { aCreate } from '../world';
import { aGrant, aServer, withToken } from './a-server';

const judge = '/v1/forkcast/project/demo/service/orders/judge';
const preview = '/v1/forkcast/project/demo/service/orders/fork-preview';
const region = { additional_backup_regions: ['google-europe-west4'] };

const aJudgingServer = () => {
  const server = aServer({ judge: judgeAxis });
  server.world.run(aCreate({ userConfig: region }));
  server.world.advance(60 * hourMs);
  return server;
};

interface Judged {
  readonly complete: boolean;
  readonly targets: readonly {
    readonly findings: readonly (JsonObject & { rule: string; from: string; until: string })[];
  }[];
}

describe('a judge', () => {
  test('tells of the whole axis at once, for each target', async () => {
    const { ask } = aJudgingServer();
    const body = {
      from: '2026-10-30',
      targets: [
        { kind: 'time' },
        { kind: 'time', from: 'secondary' },
        { kind: 'latest-transaction', cloud: 'nowhere-1' },
      ],
    };
    expect(await ask('POST', judge, { body })).toMatchObject({
      code: 'request_invalid',
      body: { message: 'Body, from: "2026-10-30" is no date-time such as 2026-11-20T08:00:00Z.' },
    });
    const answer = await ask('POST', judge, { body: { ...body, from: '2026-10-30 00:00' } });
    expect(answer.body).toMatchObject({ from: '2026-10-30T00:00:00Z', until: '2026-11-03T12:00:00Z', complete: true });
    const { targets } = answer.body as unknown as Judged;
    const [primary, secondary, latest] = targets.map(({ findings }) =>
      findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, from, until }) => `${rule} ${from} ${until}`),
    );
    expect(primary).toEqual([
      expect.stringMatching(/^recovery\/target-time-before-window 2026-10-30T00:00:00Z 2026-10-31T23:59:59.999Z$/),
    ]);
    expect(secondary).toEqual([
      expect.stringMatching(/^recovery\/secondary-point-unavailable 2026-10-30T00:00:00Z /),
      expect.stringMatching(/^recovery\/secondary-point-unavailable \S+ 2026-11-03T12:00:00Z$/),
    ]);
    expect(latest).toEqual(['placement/cloud-unknown 2026-10-30T00:00:00Z 2026-11-03T12:00:00Z']);
  });

  test('judges single instants, and has bounds', async () => {
    const { ask } = aJudgingServer();
    const instants = ['2026-11-02T00:00:00Z', '2030-01-01T00:00:00+01:00'];
    const { body } = await ask('POST', judge, { body: { instants, targets: [{ kind: 'time' }] } });
    expect(body).toMatchObject({ from: '2026-11-02T00:00:00Z', until: '2029-12-31T23:00:00Z' });
    const { targets } = body as unknown as Judged;
    expect(targets[0]?.findings.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ rule: 'recovery/target-time-in-future', from: '2029-12-31T23:00:00Z' }),
    ]);
    const message = async (asked: JsonObject) => (await ask('POST', judge, { body: asked })).body['message'];
    const many = {
      instants: Array.from({ length: 200 }, () => instants[0] ?? ''),
      targets: [{}, {}, {}].map(() => ({ kind: 'time' })),
    };
    expect(await message(many)).toBe(
      'Body, targets: 200 instants times 3 targets are more than 400. Ask for fewer at once.',
    );
    expect(await message({ instants, from: instants[0] ?? '', targets: [{ kind: 'time' }] })).toMatch(
      /^Body, instants: /,
    );
    expect(await message({ from: instants[1] ?? '', targets: [{ kind: 'time' }] })).toMatch(
      /^Body, from: .* is after until/,
    );
    expect(await message({ targets: [] })).toMatch(/^Body, targets/);
  });

  test('agrees with the registry at the ends of what it allows', async () => {
    const { ask, world } = aJudgingServer();
    world.run({ type: 'SetCloudDown', cloud: 'google-europe-west4', down: true });
    const target = { kind: 'time', from: 'secondary' };
    const { body } = await ask('POST', judge, { body: { from: '2026-10-30T00:00:00Z', targets: [target] } });
    const errors =
      (body as unknown as Judged).targets[0]?.findings.filter(({ severity }) => severity === 'error') ?? [];
    const possible = async (at: number) => {
      const asked = { from: 'secondary', recovery_target_time: new Date(at).toISOString() };
      return (await ask('POST', preview, { body: asked })).body['possible'];
    };
    for (const { from, until } of errors)
      expect([await possible(Date.parse(from)), await possible(Date.parse(until))]).toEqual([false, false]);
  });

  test.each([
    [undefined, 'Set --cloud to "google-europe-west4", or fork from the primary location.'],
    ['hcl', 'Set cloud_name to "google-europe-west4", or fork from the primary location.'],
    ['console', 'Set cloud to "google-europe-west4", or fork from the primary location.'],
  ])('says what to do in the words of who asks, here %s', async (reader, remedy) => {
    const { ask } = aJudgingServer();
    const asked = { from: 'secondary', cloud: 'aws-eu-central-1', ...(reader === undefined ? {} : { reader }) };
    const found = { rule: 'recovery/secondary-cloud-mismatch', remedy };
    expect((await ask('POST', preview, { body: asked })).body).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining(found)]),
    });
    const { reader: told, ...target } = { ...asked, kind: 'latest-transaction' };
    const { body } = await ask('POST', judge, {
      body: { ...(told === undefined ? {} : { reader: told }), targets: [target] },
    });
    expect((body as unknown as Judged).targets[0]?.findings).toContainEqual(expect.objectContaining(found));
  });

  test('is missing by name where nobody gave one', async () => {
    const { ask, world } = aServer();
    world.run(aCreate());
    const answer = await ask('POST', judge, { body: { targets: [{ kind: 'time' }] } });
    expect(answer).toMatchObject({ status: 400, code: 'not_judged_here' });
    expect(answer.body['message']).toMatch(/^Forks are not judged here: /);
    expect((await ask('POST', preview, { body: {} })).body).toMatchObject({
      findings: null,
      undecided: null,
      valid_until: null,
    });
  });
});

describe('a preview', () => {
  test('needs no more than to read, makes nothing, and tells age, price and what the rules say', async () => {
    const { ask, world, registry } = aJudgingServer();
    world.run({ type: 'CreateToken', grant: aGrant('reader', { access: 'read' }) });
    const events = registry.status().events;
    const body = { recovery_target_time: '2026-11-03 11:00:00', service_name: 'copy', plan: 'business-8' };
    const answer = await ask('POST', preview, { body, ...withToken('reader') });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        possible: true,
        age_seconds: 3_600,
        price: { source_usd_per_hour: expect.any(Number), fork_usd_per_hour: expect.any(Number) },
        findings: expect.arrayContaining([expect.objectContaining({ rule: 'recovery/target-time-without-zone' })]),
        undecided: [],
        valid_until: expect.stringMatching(/^2026-11-1/),
      },
    });
    expect(answer.text).not.toContain('{at}');
    expect(registry.status().events).toBe(events);
    const late = { recovery_target_time: '2027-01-01T00:00:00Z' };
    expect((await ask('POST', preview, { body: late, ...withToken('reader') })).body).toMatchObject({
      possible: false,
      age_seconds: null,
      price: { fork_usd_per_hour: null },
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'recovery/target-time-in-future' })]),
    });
  });
});

test('what only looks does so with a token of a project, and tells of no other', async () => {
  const { ask, world } = aJudgingServer();
  world.run(aCreate({ project: 'other', service: 'hidden' }), {
    type: 'CreateToken',
    grant: aGrant('mine', { access: 'read', projects: ['demo'] }),
  });
  const targetsIn = (project: string) => [{ kind: 'time', project, service_name: 'hidden' }];
  const judged = async (project: string) =>
    (await ask('POST', judge, { body: { targets: targetsIn(project) }, ...withToken('mine') })).text;
  expect((await judged('other')).replaceAll('other', 'nowhere')).toBe(
    (await judged('nowhere')).replaceAll('other', 'nowhere'),
  );
  const foreign = judge.replace('demo', 'other').replace('orders', 'hidden');
  expect(await ask('POST', foreign, { body: { targets: targetsIn('demo') }, ...withToken('mine') })).toMatchObject({
    code: 'project_forbidden',
  });
});
