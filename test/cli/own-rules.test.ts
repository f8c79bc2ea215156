import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planJson, service } from '../intake/plan-builder';
import { aShell } from './a-registry';
import { json } from './a-terminal';

const plan = planJson({
  resources: [
    { address: 'aiven_pg.near', after: service('pg', 'near', { cloud_name: 'aws-eu-west-1' }) },
    { address: 'aiven_pg.far', after: service('pg', 'far', { cloud_name: 'aws-us-east-1' }) },
  ],
});

const rule = (id: string, check: string): string =>
  `{ id: '${id}', severity: 'error', scope: 'settings', needs: ['configuration'], title: 'Cloud is not one of ours',
    why: 'Customer data stays in the European Union.', attribute: 'cloud_name', page: 'https://acme.example/clouds',
    messages: { outside: { detail: '{cloud} is outside of the EU.', remedy: 'Choose a cloud in the EU.' } },
    check: ${check} }`;

const clouds = rule(
  'acme/cloud-not-allowed',
  `({ cloud }) => !cloud.known ? { kind: 'undecided', missing: ['cloud'] } : cloud.value.includes('-eu-') ? { kind: 'pass' }
    : { kind: 'violated', message: 'outside', data: { cloud: cloud.value } }`,
);
const throwing = rule('acme/broken', `({ request }) => request.nothing.value`);

const shell = aShell();

beforeAll(() => {
  const files = {
    'plan.json': JSON.stringify(plan),
    'clouds.cjs': `module.exports = ${clouds};`,
    'both.cjs': `module.exports = { default: [${clouds}, ${throwing}] };`,
    'ours.cjs': `module.exports = ${rule('source/not-found', '() => ({})')};`,
    'again.cjs': `module.exports = ${clouds};`,
    'throwing.cjs': `module.exports = ${throwing};`,
    'syntax.cjs': 'module.exports = {',
    'nothing.cjs': 'module.exports = undefined;',
    'rules.json': '[]',
    'rules.ts': 'export default []',
    'accepted.json': JSON.stringify({
      formatVersion: 1,
      acknowledgements: [{ rule: 'acme/cloud-not-allowed', reason: 'a test in the US' }],
    }),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(shell.folder.path, name), text);
});

describe('check with rules of one’s own', () => {
  test('judges by them beside ours, and says so', async () => {
    const without = await shell.run('check plan.json');
    expect([without.exitCode, without.out]).toEqual([0, expect.not.stringContaining('acme')]);
    const { exitCode, out } = await shell.run('check plan.json --rules clouds.cjs');
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^error +acme\/cloud-not-allowed +aiven_pg\.far › cloud_name$/m);
    expect(out).not.toMatch(/acme\/cloud-not-allowed +aiven_pg\.near/);
    expect(out).toContain(', by the rules of forkcast and acme (clouds.cjs)');
    expect(out).toContain('forkcast explain acme/cloud-not-allowed --rules clouds.cjs');
  });

  test('judges by all files that are named, each rule of its own id', async () => {
    const { exitCode, out } = await shell.run(
      'check plan.json --rules clouds.cjs --rules throwing.cjs --rules clouds.cjs',
    );
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^error +acme\/cloud-not-allowed +aiven_pg\.far/m);
    expect(out).toContain('the verdict of acme/broken');
    expect(out).toContain('acme (clouds.cjs) and acme (throwing.cjs)');
    const twice = await shell.run('check plan.json --rules clouds.cjs --rules again.cjs');
    expect([twice.exitCode, twice.err]).toEqual([
      2,
      expect.stringContaining(
        '--rules again.cjs: acme/cloud-not-allowed is a rule of clouds.cjs already; give each its own',
      ),
    ]);
  });

  test('an option of one value is not given two', async () => {
    const { exitCode, err } = await shell.run('check plan.json --policy a.json --policy b.json');
    expect([exitCode, err]).toEqual([2, expect.stringContaining('It is given once, and a.json stands before.')]);
    expect((await shell.run('check plan.json --format json --format json')).exitCode).toBe(0);
  });

  test('tells the sets of rules in JSON, the card and SARIF', async () => {
    const own = { name: 'acme', from: 'clouds.cjs' };
    const checked = json(await shell.run('check plan.json --rules clouds.cjs --format json'));
    const listed = { id: 'acme/cloud-not-allowed', page: 'https://acme.example/clouds' };
    const sets = [
      { name: 'forkcast', from: null },
      { ...own, rules: [listed] },
    ];
    expect(checked).toMatchObject({ verdict: 'fail', judgedBy: { ruleSets: sets, policy: null } });
    const card = json(await shell.run('review plan.json --rules clouds.cjs --format json'));
    expect(card).toMatchObject({ verdict: { kind: 'stop' }, judgedBy: { ruleSets: sets } });
    const markdown = await shell.run('review plan.json --rules clouds.cjs --format markdown');
    expect(markdown.out).toContain('by the rules of forkcast and acme (clouds.cjs)');
    const sarif = json(await shell.run('check plan.json --rules clouds.cjs --format sarif'));
    expect(sarif).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              rules: expect.arrayContaining([
                expect.objectContaining({
                  id: listed.id,
                  helpUri: listed.page,
                  help: { text: expect.stringContaining('--rules') },
                }),
              ]),
            },
          },
          properties: { judgedBy: { ruleSets: [{ name: 'forkcast', from: null }, own] } },
        },
      ],
    });
  });

  test('a rule that throws is undecided, never a crash and never a pass', async () => {
    const { exitCode, out, err } = await shell.run('check plan.json --rules both.cjs');
    expect([exitCode, err]).toEqual([1, expect.not.stringContaining('bug')]);
    expect(out).toContain('the verdict of acme/broken, which was not given: it threw TypeError: Cannot read');
    const strict = await shell.run('check plan.json --rules both.cjs --strict --acknowledgements accepted.json');
    expect(strict.exitCode).toBe(1);
  });

  test('its findings can be acknowledged', async () => {
    const { exitCode, out } = await shell.run('check plan.json --rules clouds.cjs --acknowledgements accepted.json');
    expect([exitCode, out]).toEqual([0, expect.stringContaining('Acknowledged (error): a test in the US')]);
  });

  test.each([
    ['ours.cjs', 2, 'it is the id of a rule of Forkcast; give it a namespace of your own, such as "acme/not-found"'],
    ['syntax.cjs', 3, 'it cannot be loaded: SyntaxError'],
    ['nowhere.cjs', 3, 'it cannot be loaded'],
    ['nothing.cjs', 2, 'exports no rules by default: write export default, or module.exports ='],
    ['rules.json', 2, 'a rule has a check, which JSON cannot hold'],
    ['rules.ts', 2, 'TypeScript is compiled first'],
    ['accepted', 2, 'rules are a .js, .mjs or .cjs file'],
  ])('--rules %s ends with %d: %s', async (file, code, words) => {
    const { exitCode, err } = await shell.run(`check plan.json --rules ${file}`);
    expect([exitCode, err]).toEqual([code, expect.stringContaining(words)]);
  });

  test('a stored review takes none', async () => {
    await shell.run('review plan.json --format json --out stored.json');
    const { exitCode, err } = await shell.run('review --from stored.json --rules clouds.cjs');
    expect([exitCode, err]).toEqual([2, expect.stringContaining('--rules and --policy judge PATHs')]);
  });

  test('explain shows their pages', async () => {
    const { exitCode, out } = await shell.run('explain acme/cloud-not-allowed --rules clouds.cjs');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/it is a rule of clouds\.cjs, whose page is\s+https:\/\/acme\.example\/clouds\./);
    expect((await shell.run('explain acme/cloud-not-allowed')).exitCode).toBe(2);
  });
});

describe('a policy', () => {
  const write = (name: string, severities: Readonly<Record<string, string>>): void => {
    const path = join(shell.folder.path, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, JSON.stringify({ formatVersion: 1, severities }));
  };
  test('is found upward, raises and lowers, and is named with its hash', async () => {
    write('team/forkcast.policy.json', { 'sizing/plan-unknown': 'warning' });
    const cwd = join(shell.folder.path, 'team/live');
    mkdirSync(cwd, { recursive: true });
    const bad = planJson({ resources: [{ address: 'aiven_pg.a', after: service('pg', 'a', { plan: 'business-5' }) }] });
    writeFileSync(join(cwd, 'plan.json'), JSON.stringify(bad));
    expect((await shell.run('check team/live/plan.json')).exitCode).toBe(1);
    const { exitCode, out } = await shell.run('check plan.json', { cwd });
    expect(exitCode).toBe(0);
    expect(out).toContain('The policy makes it a warning; by itself it is an error.');
    expect(out).toMatch(/by the severities of \.\.\/forkcast\.policy\.json \(sha256 [0-9a-f]{12}\)/);
    for (const format of ['github', 'junit']) {
      const told = await shell.run(`check plan.json --format ${format}`, { cwd });
      expect(told.out).toMatch(/Judged by the severities of \.\.\/forkcast\.policy\.json \(sha256 [0-9a-f]{12}\)/);
    }
    expect(json(await shell.run('check plan.json --format json', { cwd }))).toMatchObject({
      judgedBy: { policy: { path: '../forkcast.policy.json', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
      findings: expect.arrayContaining([
        expect.objectContaining({ ruleId: 'sizing/plan-unknown', severity: 'warning', ownSeverity: 'error' }),
      ]),
    });
  });

  test('can be named, and raises a warning to an error', async () => {
    const fork = service('pg', 'copy', { user_config: { service_to_fork_from: 'orders' } });
    const text = JSON.stringify(planJson({ resources: [{ address: 'aiven_pg.copy', after: fork }] }));
    writeFileSync(join(shell.folder.path, 'fork.json'), text);
    write('strict.json', { 'recovery/no-recovery-point': 'error' });
    expect((await shell.run('check fork.json')).exitCode).toBe(0);
    const { exitCode, out } = await shell.run('check fork.json --policy strict.json');
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^error +recovery\/no-recovery-point/m);
    expect(out).toContain('by the severities of strict.json (sha256 ');
  });

  test.each<[Readonly<Record<string, string>>, string]>([
    [{ 'sizing/plan-unknwon': 'note' }, 'severities.sizing/plan-unknwon: Forkcast has no such rule'],
    [{ 'sizing/plan-unknwon': 'note' }, 'did you mean "sizing/plan-unknown"?'],
    [
      { 'sizing/plan-unknown': 'fatal' },
      'severities.sizing/plan-unknown: expected "error" or "warning" or "note", got "fatal"',
    ],
    [{ 'lifecycle/fork-key-changed': 'warning' }, 'severities.lifecycle/fork-key-changed: "warning" is below "error"'],
    [{ 'project/name-taken': 'note' }, 'can be raised and never lowered'],
    [{ 'acme/cloud-not-allowed': 'note' }, 'a rule of your own says its severity itself'],
  ])('that says %j ends with 2: %s', async (severities, words) => {
    write('bad.json', severities);
    const { exitCode, err } = await shell.run('check plan.json --policy bad.json');
    expect([exitCode, err]).toEqual([2, expect.stringContaining(words)]);
  });
});
