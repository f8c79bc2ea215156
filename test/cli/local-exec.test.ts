import { runLocalExec } from '../../src/cli/run-local-exec';
import { aResource, FakeRegistry, portsOf } from '../engine/fake-registry';
import { toTextFields } from '../text-fields';

/** Runs the program that Terraform starts, in this process, on a registry that stands in for the real one. */
const runOn = async (registry: FakeRegistry, env: Readonly<Record<string, string>>) => {
  const [out, err] = [[] as string[], [] as string[]];
  const { clock, sleep } = portsOf(registry);
  const exitCode = await runLocalExec({
    env,
    clock,
    sleep,
    host: 'laptop',
    connect: () => Promise.resolve({ ...registry.client, close: () => undefined }),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { exitCode, out: out.join(''), err: err.join('') };
};

const applyEnv = (resource: object = aResource()) => ({
  FORKCAST_OPERATION: 'apply',
  FORKCAST_RESOURCE: JSON.stringify(resource),
});

const identity = JSON.stringify({ project: 'demo', service_name: 'pg-fork' });

describe('apply', () => {
  test('writes one result line on stdout and progress on stderr', async () => {
    const run = await runOn(new FakeRegistry({ provisioningMs: 3_000 }), applyEnv());
    expect(run).toEqual({
      exitCode: 0,
      out: 'demo/pg-fork: created, RUNNING\n',
      err: 'forkcast: demo/pg-fork: creating\nforkcast: demo/pg-fork: waiting until it runs (basebackup, 40 %)\n',
    });
  });

  test('reads the texts of a null_resource', async () => {
    const fields = aResource({ tags: { team: 'data' }, disk_space_mb: 163_840 });
    const registry = new FakeRegistry();
    const run = await runOn(registry, applyEnv(toTextFields(fields)));
    expect(run.exitCode).toBe(0);
    expect(registry.get('demo', 'pg-fork')?.tags).toEqual({ team: 'data' });
    await expect(runOn(registry, applyEnv(fields))).resolves.toMatchObject({
      out: 'demo/pg-fork: unchanged, RUNNING\n',
    });
  });

  test('sets the window of updates and the contacts, as texts of a null_resource too', async () => {
    const registry = new FakeRegistry();
    const part = {
      maintenance_window_dow: 'sunday',
      maintenance_window_time: '04:30:00',
      tech_emails: ['a@b.example'],
    };
    await runOn(registry, applyEnv(toTextFields(aResource(part))));
    expect(registry.bodies).toMatchObject([
      { maintenance: { dow: 'sunday', time: '04:30:00' }, tech_emails: [{ email: 'a@b.example' }] },
    ]);
  });

  test('brings values with quotes, marks and newlines byte for byte', async () => {
    const tags = { note: `'1' "q" $(id) \${HOME} %{if} \\ \n end` };
    const registry = new FakeRegistry();
    await runOn(registry, applyEnv(aResource({ tags })));
    expect(registry.get('demo', 'pg-fork')?.tags).toEqual(tags);
  });

  test('ends with 1 and what to do when the fork is made but not ready', async () => {
    const run = await runOn(new FakeRegistry({ provisioningMs: 90_000, frozen: true }), applyEnv());
    expect(run).toMatchObject({ exitCode: 1, out: '' });
    expect(run.err).toContain('demo/pg-fork is created and REBUILDING, not ready yet');
    expect(run.err).toContain('forkcast registry advance 90s');
  });

  test('ends with 1 and the registry’s code when it refuses', async () => {
    const faults = [{ on: 'createService', kind: 'status', status: 400, code: 'cloud_unknown' }] as const;
    const run = await runOn(new FakeRegistry({ faults }), applyEnv());
    expect(run.exitCode).toBe(1);
    expect(run.err).toContain('forkcast explain cloud_unknown');
  });

  test('ends with 3 when the registry does not answer', async () => {
    const faults = [{ on: 'getService', kind: 'never-arrives' }] as const;
    await expect(runOn(new FakeRegistry({ faults }), applyEnv())).resolves.toMatchObject({ exitCode: 3 });
  });

  test.each([
    ['no JSON', 'the resource: it is no JSON'],
    ['[]', 'the resource: it is no JSON object'],
    [JSON.stringify({ ...aResource(), plan: 4 }), 'plan: expected string, got 4'],
    [
      JSON.stringify({ ...aResource(), create_timeout: 'soon' }),
      'create_timeout: "soon" is not a duration such as 20m',
    ],
    [JSON.stringify({ ...aResource(), colour: 'blue' }), 'unknown field "colour"'],
  ])('ends with 2 for a resource like %s', async (text, fault) => {
    const run = await runOn(new FakeRegistry(), { FORKCAST_OPERATION: 'apply', FORKCAST_RESOURCE: text });
    expect(run.exitCode).toBe(2);
    expect(run.err).toContain(fault);
  });
});

const ownerA = '11111111-aaaa-4000-8000-000000000001';
const ownerB = '22222222-bbbb-4000-8000-000000000002';

/** What Terraform hands to the command of the service of one identity. */
const applyAs = (owner: string, resource: object = aResource()) => ({
  ...applyEnv(resource),
  FORKCAST_OWNER: owner,
  FORKCAST_WORKSPACE: 'default',
});

const terminateAs = (owner: string, stack = 'demo-stack') => ({
  FORKCAST_OPERATION: 'terminate',
  FORKCAST_RESOURCE: identity,
  FORKCAST_STACK: stack,
  FORKCAST_OWNER: owner,
});

const ownerIn = (registry: FakeRegistry) => registry.get('demo', 'pg-fork')?.forkcast?.ownership?.owner;

describe('an owner', () => {
  test('is told with the service, from the start, and by its place', async () => {
    const registry = new FakeRegistry();
    await runOn(registry, applyAs(ownerA));
    expect(registry.get('demo', 'pg-fork')?.forkcast?.ownership).toMatchObject({ state: 'held' });
    expect(ownerIn(registry)).toEqual({
      id: ownerA,
      stack: 'demo-stack',
      path: aResource().path,
      workspace: 'default',
      host: 'laptop',
    });
  });

  test('applies again and again', async () => {
    const registry = new FakeRegistry();
    await runOn(registry, applyAs(ownerA));
    await expect(runOn(registry, applyAs(ownerA))).resolves.toMatchObject({
      out: 'demo/pg-fork: unchanged, RUNNING\n',
    });
    const changed = applyAs(ownerA, aResource({ tags: { team: 'data' } }));
    await expect(runOn(registry, changed)).resolves.toMatchObject({
      out: 'demo/pg-fork: updated, RUNNING\n',
      err: 'forkcast: demo/pg-fork: updating in place\n',
    });
  });

  test('is never another one, however equal the request: the error has the line that mends it', async () => {
    const registry = new FakeRegistry();
    await runOn(registry, applyAs(ownerA));
    const run = await runOn(registry, applyAs(ownerB));
    expect(run).toMatchObject({ exitCode: 1, out: '' });
    expect(run.err).toContain(`forkcast service adopt demo/pg-fork --from ${ownerA} --owner ${ownerB}`);
    expect(ownerIn(registry)?.id).toBe(ownerA);
  });

  test('is moved on by a declared move, and by no other place', async () => {
    const registry = new FakeRegistry();
    await runOn(registry, applyAs(ownerA));
    const from = (path: string) => aResource({ moved_from: { stack: 'demo-stack', path } });
    const elsewhere = applyAs(ownerB, from('demo-stack/another'));
    await expect(runOn(registry, elsewhere)).resolves.toMatchObject({ exitCode: 1 });
    const moved = applyAs(ownerB, from(aResource().path));
    await expect(runOn(registry, moved)).resolves.toMatchObject({ exitCode: 0 });
    expect(ownerIn(registry)?.id).toBe(ownerB);
    await expect(runOn(registry, terminateAs(ownerA))).resolves.toMatchObject({ exitCode: 0 });
    expect(registry.get('demo', 'pg-fork')).toBeDefined();
  });

  test('that went along to another place is called by it', async () => {
    const registry = new FakeRegistry();
    await runOn(registry, applyAs(ownerA));
    await runOn(registry, applyAs(ownerA, aResource({ path: 'demo-stack/scope/fork' })));
    expect(ownerIn(registry)).toMatchObject({ id: ownerA, path: 'demo-stack/scope/fork' });
  });

  test('claims what version 0.1.0 made from the same stack', async () => {
    const registry = new FakeRegistry();
    await runOn(registry, applyEnv());
    expect(ownerIn(registry)).toBeFalsy();
    await expect(runOn(registry, applyAs(ownerA))).resolves.toMatchObject({ exitCode: 0 });
    expect(ownerIn(registry)?.id).toBe(ownerA);
  });

  test('claims what version 0.1.0 made in another stack, where a move from there is declared', async () => {
    const registry = new FakeRegistry();
    await runOn(registry, applyEnv());
    const inTwo = aResource({ stack: 'two', path: 'two/fork' });
    await expect(runOn(registry, applyAs(ownerA, inTwo))).resolves.toMatchObject({ exitCode: 1 });
    const { stack, path } = aResource();
    const moved = applyAs(ownerA, { ...inTwo, moved_from: { stack, path } });
    await expect(runOn(registry, moved)).resolves.toMatchObject({ exitCode: 0 });
    expect(ownerIn(registry)?.id).toBe(ownerA);
  });
});

describe('a declaration that was first applied under another name', () => {
  const firstCalled = (service_name: string, project = 'demo') => ({
    FORKCAST_FIRST: JSON.stringify({ project, service_name }),
  });
  const renamed = applyAs(ownerA, aResource({ service_name: 'pg-other' }));
  const ended = {
    ...terminateAs(ownerA),
    FORKCAST_RESOURCE: JSON.stringify({ project: 'demo', service_name: 'pg-other' }),
  };

  test('makes the service where it was refused the first one, or its project is not there', async () => {
    const noProject = [{ on: 'listServices', kind: 'status', status: 404, code: 'project_unknown' }] as const;
    for (const [faults, first] of [
      [[], firstCalled('pg-fork')],
      [noProject, firstCalled('pg-fork', 'dmeo')],
    ] as const) {
      const registry = new FakeRegistry({ faults });
      await runOn(registry, applyAs(ownerB));
      await expect(runOn(registry, { ...renamed, ...first })).resolves.toMatchObject({ exitCode: 0 });
      expect(ownerIn(registry)?.id).toBe(ownerB);
    }
  });

  test.each(['pg-fork', 'pg-refused'])('makes no second one while its own lives (first called %s)', async (first) => {
    const registry = new FakeRegistry();
    await runOn(registry, applyAs(ownerA));
    const run = await runOn(registry, { ...renamed, ...firstCalled(first) });
    expect(run).toMatchObject({ exitCode: 1, out: '' });
    expect(run.err).toContain(
      'demo/pg-fork is live under this declaration; the configuration now says serviceName "pg-other".',
    );
    expect(run.err).toContain('Put the name back.');
    expect(run.err).toContain('forkcast explain FC_SERVICE_RENAMED');
    expect(registry.get('demo', 'pg-other')).toBeUndefined();
  });

  test('asks for no list where the name is the first one', async () => {
    const registry = new FakeRegistry();
    registry.client.listServices = () => Promise.reject(new TypeError('asked'));
    await expect(runOn(registry, { ...applyAs(ownerA), ...firstCalled('pg-fork') })).resolves.toMatchObject({
      exitCode: 0,
    });
    const end = { ...terminateAs(ownerA), ...firstCalled('pg-fork') };
    await expect(runOn(registry, end)).resolves.toMatchObject({ exitCode: 0 });
  });

  test('ends all that it holds, and nothing of others', async () => {
    const registry = new FakeRegistry();
    await runOn(registry, applyAs(ownerA));
    await runOn(registry, applyAs(ownerB, aResource({ service_name: 'pg-third' })));
    const run = await runOn(registry, { ...ended, ...firstCalled('pg-third') });
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain('demo/pg-other: nothing was ended');
    expect(run.out).toContain('demo/pg-fork: terminated\n');
    expect([...registry.services.keys()]).toEqual(['demo/pg-third']);
  });

  test('tells of what a tainted identity left at its place, where its loss was accepted', async () => {
    const registry = new FakeRegistry();
    await runOn(registry, applyAs(ownerA));
    await runOn(registry, applyAs(ownerA, aResource({ service_name: 'pg-elsewhere', path: 'demo-stack/other' })));
    const accepted = applyAs(ownerB, aResource({ service_name: 'pg-other', on_fork_change: 'replace' }));
    const run = await runOn(registry, accepted);
    expect(run).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('demo/pg-fork: stays. It was made at this'),
    });
    expect(run.out).toContain('forkcast service terminate pg-fork --project demo\n');
    expect(run.out).not.toContain('pg-elsewhere');
    await expect(runOn(registry, accepted)).resolves.toMatchObject({ out: 'demo/pg-other: unchanged, RUNNING\n' });
    expect(registry.get('demo', 'pg-fork')).toBeDefined();
  });

  test('ends with 2 when the first name is none', async () => {
    await expect(runOn(new FakeRegistry(), { ...renamed, FORKCAST_FIRST: '{}' })).resolves.toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('FORKCAST_FIRST does not name a project'),
    });
  });
});

describe('terminate', () => {
  test('ends the service of its own, held or of version 0.1.0', async () => {
    for (const make of [applyAs(ownerA), applyEnv()]) {
      const registry = new FakeRegistry();
      await runOn(registry, make);
      const end = terminateAs(ownerA);
      await expect(runOn(registry, end)).resolves.toMatchObject({ exitCode: 0, out: 'demo/pg-fork: terminated\n' });
      await expect(runOn(registry, end)).resolves.toMatchObject({
        exitCode: 0,
        out: expect.stringContaining('demo/pg-fork: nothing was ended: the registry has no such service.'),
      });
    }
  });

  test.each([
    ['of another owner', applyAs(ownerA), terminateAs(ownerB), `(owner ${ownerA})`],
    ['that nobody held, of another stack', applyEnv(), terminateAs(ownerB, 'other'), 'is held by nobody'],
  ])('leaves the service %s alone, and lets the destroy go on', async (_, make, end, holder) => {
    const registry = new FakeRegistry();
    await runOn(registry, make);
    const run = await runOn(registry, end);
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain("demo/pg-fork: left as it is: it is another's. It ");
    expect(run.out).toContain(holder);
    expect(registry.get('demo', 'pg-fork')).toBeDefined();
  });

  test('ends with 1 under termination protection', async () => {
    const registry = new FakeRegistry();
    await runOn(registry, applyEnv(aResource({ termination_protection: true })));
    const run = await runOn(registry, terminateAs(ownerA));
    expect(run).toMatchObject({ exitCode: 1, out: '' });
  });

  test('ends with 2 when no service is named', async () => {
    const run = await runOn(new FakeRegistry(), { FORKCAST_OPERATION: 'terminate', FORKCAST_RESOURCE: '{}' });
    expect(run.exitCode).toBe(2);
  });
});

test('an operation that there is not is a usage error', async () => {
  const run = await runOn(new FakeRegistry(), { FORKCAST_OPERATION: 'rename' });
  expect(run.exitCode).toBe(2);
  expect(run.err).toContain("FORKCAST_OPERATION is 'rename'");
});

test('what was not foreseen is told as a bug, with 70', async () => {
  const registry = new FakeRegistry();
  registry.client.getService = () => Promise.reject(new TypeError('boom'));
  const run = await runOn(registry, applyEnv());
  expect(run.exitCode).toBe(70);
  expect(run.err).toContain('bug in Forkcast');
});
