import type { ObjectValue } from '../../src/provider/protocol';
import { toJson } from '../../src/provider/values';
import { aCreate } from '../registry/world';
import {
  aForkConfig,
  aProvider,
  aServiceConfig,
  live,
  made,
  type ProviderWorld,
  replanned,
  service,
  told,
} from './a-provider';
import type { CoreClient, StoredObject } from './protocol/client';

const name = 'demo/plain';
const plain = aServiceConfig();

const must = (state: StoredObject | null): StoredObject => {
  if (state === null) throw new RangeError('There is no state.');
  return state;
};

/** Terraform reads an object out of its state, before it asks anything else of it. */
const found = (core: CoreClient, { value }: StoredObject) => core.upgrade(service, 0, JSON.stringify(toJson(value)));

const errorsOf = async (plan: Promise<{ readonly diagnostics: Parameters<typeof told>[0] }>): Promise<string> =>
  told((await plan).diagnostics, 'error').join('\n');

const ownerIn = ({ value }: StoredObject): string => {
  const { owner } = value;
  if (typeof owner !== 'string') throw new RangeError('The state names no owner.');
  return owner;
};

/** Another configuration's service takes the place of the one that was made here. */
const taken = (it: ProviderWorld): void =>
  it.world.run({
    type: 'ChangeOwner',
    project: 'demo',
    service: 'plain',
    expect: {},
    owner: { id: 'owner-of-others', label: { stack: 'acme', path: 'acme/plain' } },
    by: null,
  });

describe('a service that is made', () => {
  test('is held by its object, and only when it runs', async () => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    const ownership = live(it, 'plain')?.facts.ownership;
    expect(ownership).toMatchObject({ state: 'held', owner: { id: ownerIn(state) } });
    expect(ownership).toMatchObject({ owner: { label: { stack: 'terraform', path: `forkcast_service of ${name}` } } });
  });

  test('is held as well when the wait for it ends early: what is in a state is held', async () => {
    const it = await aProvider({ profile: 'realistic' });
    const { state } = await it.core.change(service, aForkConfig(), null);
    expect(must(state).value).toMatchObject({ ready: false });
    expect(live(it, 'copy')?.facts.ownership).toMatchObject({ state: 'held', owner: { id: ownerIn(must(state)) } });
  });

  test('that another one took over meanwhile is in no state, and is left as it is', async () => {
    const it = await aProvider({ profile: 'realistic' });
    it.fail({ on: ({ path }) => path.endsWith('/owner/look'), kind: 412 });
    const { state, diagnostics } = await it.core.change(service, plain, null);
    expect(state).toBeNull();
    expect(told(diagnostics, 'error').join()).toMatch(/left as it is: it is another's/);
    expect(live(it, 'plain')).toBeDefined();
  });
});

describe('a create of a name that is there', () => {
  test('is refused where a service is held under another stack, with the ways to have it', async () => {
    const it = await aProvider();
    await made(it.core, plain);
    taken(it);
    const errors = await errorsOf((await it.again()).plan(service, plain, null));
    expect(errors).toMatch(/demo\/plain is held by acme\/plain of stack acme[^]*since 2026-/);
    expect(errors).toMatch(/import \{\n {4}to = forkcast_service\.NAME\n {4}id = "demo\/plain"\n {2}\}/);
    expect(errors).not.toMatch(/moved \{/);
  });

  test('under the own stack is a warning in the plan, since that may be its own object put aside, and refused in the apply', async () => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    const core = await it.again();
    const plan = await core.plan(service, plain, null);
    expect(told(plan.diagnostics, 'error')).toEqual([]);
    expect(told(plan.diagnostics, 'warning').join()).toMatch(/is held by[^]*apply is refused/);
    const applied = await core.apply(service, plain, null, plan);
    expect(applied.state).toBeNull();
    expect(told(applied.diagnostics, 'error').join()).toMatch(/create_before_destroy[^]*moved \{[^]*import \{/);
    expect(live(it, 'plain')?.facts.ownership).toMatchObject({ owner: { id: ownerIn(state) } });
  });

  test('is refused in what is surely a plan: objects are read', async () => {
    const it = await aProvider();
    await made(it.core, plain);
    const other = await made(it.core, aForkConfig());
    const core = await it.again();
    await core.read(service, other);
    expect(await errorsOf(core.plan(service, plain, null))).toMatch(/is held by[^]*moved \{/);
  });

  test('is refused where nobody ever held it', async () => {
    const { core } = await aProvider();
    expect(await errorsOf(core.plan(service, aServiceConfig({ service_name: 'orders' }), null))).toMatch(
      /held by nobody[^]*import \{/,
    );
  });

  test('is refused where it was released', async () => {
    const it = await aProvider();
    await made(it.core, plain);
    it.world.run({ type: 'ChangeOwner', project: 'demo', service: 'plain', expect: {}, owner: null, by: null });
    expect(await errorsOf((await it.again()).plan(service, plain, null))).toMatch(/was released and is held by nobody/);
  });
});

describe('what a create left unfinished', () => {
  const unfinished = async (config: ObjectValue = plain): Promise<ProviderWorld> => {
    const it = await aProvider();
    it.fail({ on: ({ path }) => path.endsWith('/owner/look'), kind: 'never-arrives', times: 99 });
    await it.core.change(service, config, null);
    it.fail();
    expect(live(it, 'plain')?.facts.ownership).toMatchObject({ state: 'making' });
    return it;
  };

  test('is still to be finished for the state that has it, and is held by it from the next apply on', async () => {
    const it = await aProvider();
    it.fail({ on: ({ path }) => path.endsWith('/owner/look'), kind: 'never-arrives', times: 99 });
    const { state, diagnostics } = await it.core.change(service, aForkConfig(), null);
    it.fail();
    expect(told(diagnostics, 'warning').join()).toMatch(/demo\/copy is not ready yet/);
    const core = await it.again();
    const { read, plan } = await replanned(core, aForkConfig(), must(state));
    expect([live(it, 'copy')?.facts.ownership, read?.value['ready']]).toMatchObject([{ state: 'making' }, false]);
    expect(plan.action).toBe('update');
    const done = await core.apply(service, aForkConfig(), read, plan);
    expect(done).toMatchObject({ diagnostics: [], faults: [], state: { value: { ready: true } } });
    expect(live(it, 'copy')?.facts.ownership).toMatchObject({ state: 'held', owner: { id: ownerIn(must(state)) } });
    it.world.wall.set(it.world.wall.now() + 31_000);
    expect(await errorsOf((await it.again()).change(service, aForkConfig(), null))).toMatch(
      /name of the service is taken/,
    );
    expect((await replanned(await it.again(), aForkConfig(), must(done.state))).plan.action).toBe('no-op');
  });

  test('is refused while its maker may be at work', async () => {
    const it = await unfinished();
    expect(await errorsOf((await it.again()).plan(service, plain, null))).toMatch(/is being made now by[^]*Wait/);
  });

  test('is taken over by an equal request once its maker is silent, as the plan says', async () => {
    const it = await unfinished();
    it.world.wall.set(it.world.wall.now() + 31_000);
    const core = await it.again();
    const plan = await core.plan(service, plain, null);
    expect(told(plan.diagnostics, 'warning').join()).toMatch(
      /left unfinished by an interrupted create[^]*takes it over/,
    );
    it.requests.length = 0;
    const { state, diagnostics } = await core.apply(service, plain, null, plan);
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(it.requests.filter((request) => request === 'POST /v1/project/demo/service')).toEqual([]);
    expect(live(it, 'plain')?.facts.ownership).toMatchObject({ state: 'held', owner: { id: ownerIn(must(state)) } });
  });

  test('is refused to another request: adopt first, terminate second', async () => {
    const it = await unfinished();
    it.world.wall.set(it.world.wall.now() + 31_000);
    const errors = await errorsOf((await it.again()).plan(service, { ...plain, plan: 'business-8' }, null));
    expect(errors).toMatch(/from another request[^]*import \{[^]*service terminate demo\/plain/);
  });

  test('is imported by one block of a run, and by one of the next', async () => {
    const it = await aProvider();
    await made(it.core, plain);
    const core = await it.again();
    expect((await core.import(service, name)).state).not.toBeNull();
    const second = await core.import(service, name);
    expect(second.state).toBeNull();
    expect(told(second.diagnostics, 'error').join()).toMatch(/declared by two blocks of this run/);
    expect((await (await it.again()).import(service, name)).state).not.toBeNull();
  });

  test('cannot be imported while its maker may be at work', async () => {
    const it = await unfinished();
    const { state, diagnostics } = await (await it.again()).import(service, name);
    expect(state).toBeNull();
    expect(told(diagnostics, 'error').join()).toMatch(/is being made/);
  });
});

describe('two blocks of one name', () => {
  test('are refused when both would make it', async () => {
    const { core } = await aProvider();
    expect(await errorsOf(core.plan(service, plain, null))).toBe('');
    expect(await errorsOf(core.plan(service, plain, null))).toMatch(
      /two blocks of this run[^]*project\/duplicate-name/,
    );
  });

  test('are refused when one has it, whichever is planned first', async () => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    const first = await it.again();
    await found(first, state);
    expect(await errorsOf(first.plan(service, plain, state))).toBe('');
    expect(await errorsOf(first.plan(service, plain, null))).toMatch(/two blocks/);
    const second = await it.again();
    await found(second, state);
    expect(await errorsOf(second.plan(service, plain, null))).toBe('');
    expect(await errorsOf(second.plan(service, plain, state))).toMatch(/two blocks/);
  });

  test('of two commands, as a resident provider serves them, are no such blocks', async () => {
    const it = await aProvider();
    expect(await errorsOf(it.core.plan(service, plain, null))).toBe('');
    await it.core.configure({ project: 'demo' });
    expect(await errorsOf(it.core.plan(service, plain, null))).toBe('');
  });

  test('are none when one of them is replaced', async () => {
    const it = await aProvider();
    const config = { ...plain, on_fork_change: 'replace' };
    const state = await made(it.core, config);
    const renamed = await it.core.plan(service, { ...config, service_name: 'plain-2' }, state);
    expect(told(renamed.diagnostics, 'error')).toEqual([]);
    expect(renamed.action).toBe('replace');
  });
});

describe('a block under another address', () => {
  test('and another alias, whose process has read nothing, is refused where Terraform says that it plans', async () => {
    const it = await aProvider();
    await made(it.core, plain);
    const core = await it.again();
    await core.configure({ project: 'demo' }, 'plan');
    expect(await errorsOf(core.plan(service, plain, null))).toMatch(
      /name of the service is taken[^]*say so:\n {2}moved/,
    );
    for (const walk of ['apply', undefined] as const) {
      await core.configure({ project: 'demo' }, walk);
      const { diagnostics } = await core.planOnce(service, plain, null);
      expect(told(diagnostics, 'error')).toEqual([]);
      expect(told(diagnostics, 'warning').join()).toMatch(/does not see what other blocks have under another alias/);
    }
  });

  test.each(['first', 'second'])('is refused with the block moved when its old object is ended %s', async (order) => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    const core = await it.again();
    await found(core, state);
    const steps = [() => core.plan(service, null, state), () => core.plan(service, plain, null)];
    const [one, two] = order === 'first' ? steps : steps.reverse();
    expect(await errorsOf(one?.() ?? core.plan(service, null, state))).toBe('');
    const errors = await errorsOf(two?.() ?? core.plan(service, null, state));
    expect(errors).toMatch(/in this state under another address[^]*moved \{\n {4}from = forkcast_service\.OLD\n/);
  });

  test.each(['first', 'second'])('is refused with an import of what the plan ends %s', async (order) => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    const core = await it.again();
    await found(core, state);
    const { state: imported } = await core.import(service, 'demo/plain');
    const steps = [() => core.plan(service, null, state), () => core.plan(service, plain, imported)];
    const [one, two] = order === 'first' ? steps : steps.reverse();
    expect(await errorsOf(one?.() ?? core.plan(service, null, state))).toBe('');
    const errors = await errorsOf(two?.() ?? core.plan(service, null, state));
    expect(errors).toMatch(
      /which this plan ends, while a block keeps it[^]*removed \{\n {4}from = forkcast_service\.OLD\n/,
    );
  });

  test.each(['before', 'after'])(
    'keeps what its old object has lost to it, whose end Terraform plans %s it reads it',
    async (order) => {
      const it = await aProvider();
      const state = await made(it.core, plain);
      const { state: imported } = await it.core.import(service, 'demo/plain');
      const taken = await (await it.again()).change(service, plain, imported);
      const core = await it.again();
      await found(core, state);
      if (order === 'before') expect(await errorsOf(core.plan(service, null, state))).toBe('');
      expect((await core.read(service, state)).state).toBeNull();
      expect(await errorsOf(core.plan(service, plain, taken.state))).toBe('');
      if (order === 'after') expect(await errorsOf(core.plan(service, null, state))).toBe('');
    },
  );

  test.each(['first', 'second'])(
    'is refused with an import of what a block gives up for another name %s',
    async (order) => {
      const it = await aProvider();
      const config = { ...plain, on_fork_change: 'replace' };
      const state = await made(it.core, config);
      const core = await it.again();
      await found(core, state);
      const { state: imported } = await core.import(service, 'demo/plain');
      const renamed = { ...config, service_name: 'plain-2' };
      const steps = [() => core.plan(service, renamed, state), () => core.plan(service, plain, imported)];
      const [one, two] = order === 'first' ? steps : steps.reverse();
      expect(await errorsOf(one?.() ?? core.plan(service, renamed, state))).toBe('');
      const errors = await errorsOf(two?.() ?? core.plan(service, renamed, state));
      expect(errors).toMatch(/whose block has another name now: the plan ends it[^]*moved \{\n/);
    },
  );

  test('is replaced when it is tainted, as the plan says: its own object is in the state', async () => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    const core = await it.again();
    await found(core, state);
    await core.read(service, state);
    const { diagnostics } = await core.plan(service, plain, { ...state, tainted: true });
    expect(diagnostics).toMatchObject([
      { severity: 'warning', summary: 'Plan destroys a live service and makes it again' },
    ]);
  });
});

describe('a tainted object, whose notes core leaves out', () => {
  const withoutNotes = ({ value }: StoredObject): StoredObject => ({ value, private: new Uint8Array(0) });

  test('is ended by the owner that it shows', async () => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    expect((await it.core.change(service, null, withoutNotes(state))).diagnostics).toEqual([]);
    expect(live(it, 'plain')).toBeUndefined();
  });

  test('ends nothing that is another’s, nor what an import only found', async () => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    taken(it);
    await it.core.change(service, null, withoutNotes(state));
    expect(live(it, 'plain')).toBeDefined();
    const imported = must((await it.core.import(service, name)).state);
    const read = must((await it.core.read(service, imported)).state);
    expect(read.value['owner']).toBeNull();
    await it.core.change(service, null, withoutNotes(read));
    expect(live(it, 'plain')).toBeDefined();
  });
});

describe('an object whose service is another’s', () => {
  test('lets go of it when it is read, and names who has it; what follows is a refused create', async () => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    taken(it);
    const core = await it.again();
    await found(core, state);
    const read = await core.read(service, state);
    expect(read.state).toBeNull();
    expect(told(read.diagnostics, 'warning').join()).toMatch(
      /it is another's: It is held by acme\/plain of stack acme/,
    );
    expect(await errorsOf(core.plan(service, plain, null))).toMatch(
      /is held by acme\/plain[^]*terraform state rm forkcast_service\.NAME, and import it/,
    );
  });

  test.each<readonly [string, (it: ProviderWorld) => void, RegExp]>([
    ['held by another', taken, /is held by acme\/plain of stack acme/],
    [
      'released',
      (it) =>
        it.world.run({ type: 'ChangeOwner', project: 'demo', service: 'plain', expect: {}, owner: null, by: null }),
      /was released/,
    ],
    [
      'another one of its name',
      ({ world }) =>
        world.run(
          { type: 'TerminateService', project: 'demo', service: 'plain' },
          {
            type: 'CreateService',
            project: 'demo',
            service: 'plain',
            serviceType: 'pg',
            plan: 'business-4',
            userConfig: {},
          },
        ),
      /another one of this name/,
    ],
  ])('that is %s is not updated, not ended, and forgotten by its end', async (_, happens, text) => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    const changed = { ...plain, tags: { team: 'a' } };
    const plan = await it.core.plan(service, changed, state);
    const end = await it.core.plan(service, null, state);
    happens(it);
    const updated = await it.core.apply(service, changed, state, plan);
    expect(told(updated.diagnostics, 'error').join()).toMatch(text);
    expect(updated.state?.value).toEqual(state.value);
    expect(live(it, 'plain')?.facts.tags).toEqual({});
    const ended = await it.core.apply(service, null, state, end);
    expect(ended.state).toBeNull();
    expect(told(ended.diagnostics, 'warning').join()).toMatch(/left as it is: it is another's[^]*forgets it/);
    expect(live(it, 'plain')).toBeDefined();
  });

  test('in a registry that was swapped for another is not ended: its creation is another, its count the same', async () => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    const other = await aProvider();
    other.world.advance(60_000);
    await made(other.core, plain);
    const { diagnostics } = await other.core.change(service, null, state);
    expect(told(diagnostics, 'warning').join()).toMatch(/another one of this name/);
    expect(live(other, 'plain')).toBeDefined();
  });

  test('in a registry that was swapped under a plan: the apply is refused, and so is the plan that follows', async () => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    const tagged = { ...plain, tags: { team: 'a' } };
    const planned = await it.core.plan(service, tagged, state);
    const other = await aProvider();
    other.world.advance(60_000);
    other.world.run(aCreate({ service: 'plain' }));
    const failed = must((await other.core.apply(service, tagged, state, planned)).state);
    const core = await other.again();
    const read = await core.read(service, failed);
    expect(read.state).toBeNull();
    const before = { value: null, private: read.private ?? failed.private };
    const errors = told((await core.planOnce(service, tagged, before)).diagnostics, 'error');
    expect(errors.join()).toMatch(/^The name of the service is taken/);
  });
});

describe('an object that lost its notes, as an apply that is killed loses them', () => {
  const lost = async () => {
    const it = await aProvider();
    const state = await made(it.core, plain);
    return { it, state: { ...state, private: new Uint8Array(0) } };
  };

  test('is the one that its state says, and gets them back', async () => {
    const { it, state } = await lost();
    const changed = { ...plain, tags: { team: 'a' } };
    const applied = await it.core.change(service, changed, state);
    expect(told(applied.diagnostics, 'error')).toEqual([]);
    expect(Buffer.from(must(applied.state).private).toString()).toContain(`"owner":"${ownerIn(state)}"`);
    const { read, plan } = await replanned(it.core, plain, state);
    expect(plan.action).toBe('no-op');
    expect(Buffer.from(must(read).private).toString()).toContain(`"owner":"${ownerIn(state)}"`);
  });

  test('ends its service, and no other', async () => {
    const { it, state } = await lost();
    await it.core.change(service, null, state);
    expect(live(it, 'plain')).toBeUndefined();
    const { it: second, state: stale } = await lost();
    taken(second);
    await second.core.change(service, null, stale);
    expect(live(second, 'plain')).toBeDefined();
  });

  test('owns nothing where it was imported and not taken over', async () => {
    const it = await aProvider();
    await made(it.core, plain);
    taken(it);
    const core = await it.again();
    const { state } = await core.import(service, name);
    const { state: read } = await core.read(service, must(state));
    await core.change(service, null, { ...must(read), private: new Uint8Array(0) });
    expect(live(it, 'plain')).toBeDefined();
  });
});

describe('an import', () => {
  const imported = async () => {
    const it = await aProvider();
    await made(it.core, plain);
    taken(it);
    const core = await it.again();
    const { state } = await core.import(service, name);
    const { read, plan } = await replanned(core, plain, must(state));
    return { it, core, state: must(read), plan };
  };

  test('of a held service takes it over in the apply, as the plan says', async () => {
    const { it, core, state, plan } = await imported();
    expect(plan.action).toBe('update');
    expect(told(plan.diagnostics, 'warning').join()).toMatch(/takes it over from acme\/plain of stack acme[^]*lets go/);
    expect(live(it, 'plain')?.facts.ownership).toMatchObject({ owner: { id: 'owner-of-others' } });
    const applied = await core.apply(service, plain, state, plan);
    expect(told(applied.diagnostics, 'error')).toEqual([]);
    expect(live(it, 'plain')?.facts.ownership).toMatchObject({
      state: 'held',
      owner: { id: ownerIn(must(applied.state)) },
    });
    expect((await replanned(core, plain, must(applied.state))).plan).toMatchObject({
      action: 'no-op',
      diagnostics: [],
    });
  });

  test('is refused when somebody else was faster', async () => {
    const { it, core, state, plan } = await imported();
    it.world.run({
      type: 'ChangeOwner',
      project: 'demo',
      service: 'plain',
      expect: {},
      owner: { id: 'owner-of-third', label: { stack: 'third', path: 'x' } },
      by: null,
    });
    const applied = await core.apply(service, plain, state, plan);
    expect(told(applied.diagnostics, 'error').join()).toMatch(/held by x of stack third/);
    expect(live(it, 'plain')?.facts.ownership).toMatchObject({ owner: { id: 'owner-of-third' } });
  });

  test('that was not applied is ended by nothing: not by a destruction, not by a replacement', async () => {
    const { it, core, state } = await imported();
    expect(await errorsOf(core.plan(service, null, state))).toMatch(/not taken over yet/);
    const renamed = { ...plain, on_fork_change: 'replace', service_name: 'plain-2' };
    expect(await errorsOf(core.plan(service, renamed, state))).toMatch(/not taken over yet/);
    expect(live(it, 'plain')).toBeDefined();
  });
});

describe('a state of before there were owners', () => {
  const notes = (values: object): Uint8Array => Buffer.from(JSON.stringify({ version: 1, values }));

  /** The service has no owner; the state tells no owner, and of which one it is only the count. */
  const older = async (incarnation = 1) => {
    const it = await aProvider();
    const { value } = await made((await aProvider()).core, plain);
    const cloud = 'google-europe-west1';
    const asked = { service: 'plain', serviceType: 'pg', plan: 'business-4', cloud, userConfig: {} };
    it.world.run({ type: 'CreateService', project: 'demo', ...asked });
    return { it, state: { value: { ...value, owner: null }, private: notes({ incarnation }) } };
  };

  test('is no change, and remembers when its service was created', async () => {
    const { it, state } = await older();
    const { read, plan } = await replanned(it.core, plain, state);
    expect(plan).toMatchObject({ action: 'no-op', diagnostics: [] });
    expect(Buffer.from(must(read).private).toString()).toMatch(/"createdAt":\d+/);
  });

  test('claims the service with its next update', async () => {
    const { it, state } = await older();
    const applied = await it.core.change(service, { ...plain, tags: { team: 'a' } }, state);
    expect(applied.diagnostics).toEqual([]);
    expect(live(it, 'plain')?.facts.ownership).toMatchObject({
      state: 'held',
      owner: { id: ownerIn(must(applied.state)) },
    });
  });

  test('ends its service as before, and not another one of its name', async () => {
    const { it, state } = await older();
    await it.core.change(service, null, state);
    expect(live(it, 'plain')).toBeUndefined();
    const { it: second, state: stale } = await older(7);
    await second.core.change(service, null, stale);
    expect(live(second, 'plain')).toBeDefined();
  });

  test('lets go of a service that was released: that is not one that nobody ever held', async () => {
    const { it, state } = await older();
    taken(it);
    it.world.run({ type: 'ChangeOwner', project: 'demo', service: 'plain', expect: {}, owner: null, by: null });
    expect((await it.core.read(service, state)).state).toBeNull();
  });
});

describe('a declared move', () => {
  const moving = { project: 'demo', moved_from: { [name]: { stack: 'acme', path: 'acme/plain' } } };

  test('takes over what exactly that label holds, changes it, and says so in the plan', async () => {
    const it = await aProvider();
    await made(it.core, plain);
    taken(it);
    const core = await it.again();
    await core.configure(moving);
    const config = { ...plain, tags: { team: 'a' } };
    const plan = await core.plan(service, config, null);
    expect(told(plan.diagnostics, 'warning').join()).toMatch(/declared move[^]*acme\/plain of stack acme/);
    const { state, diagnostics } = await core.apply(service, config, null, plan);
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(live(it, 'plain')).toMatchObject({ facts: { tags: { team: 'a' }, incarnation: 1 } });
    expect(live(it, 'plain')?.facts.ownership).toMatchObject({ state: 'held', owner: { id: ownerIn(must(state)) } });
    expect((await replanned(core, config, must(state))).plan.action).toBe('no-op');
  });

  test('takes over what that label made before services had owners', async () => {
    const it = await aProvider();
    const origin = { stack: 'acme', path: 'acme/plain', fingerprint: 'f'.repeat(64), latestTransaction: false };
    const asked = { serviceType: 'pg', plan: 'business-4', cloud: 'google-europe-west1', userConfig: {}, origin };
    it.world.run({ type: 'CreateService', project: 'demo', service: 'plain', ...asked });
    const core = await it.again();
    await core.configure(moving);
    const { state, diagnostics } = await core.change(service, plain, null);
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(live(it, 'plain')?.facts.ownership).toMatchObject({ state: 'held', owner: { id: ownerIn(must(state)) } });
  });

  test('of another label is refused', async () => {
    const it = await aProvider();
    await made(it.core, plain);
    taken(it);
    const core = await it.again();
    await core.configure({ ...moving, moved_from: { [name]: { stack: 'acme', path: 'acme/other' } } });
    expect(await errorsOf(core.plan(service, plain, null))).toMatch(/is held by/);
  });
});

test('the constructs say what to call who holds a service', async () => {
  const it = await aProvider();
  await it.core.configure({ project: 'demo', stack: 'shop', paths: { [name]: 'shop/db/plain' } });
  await made(it.core, plain);
  expect(live(it, 'plain')?.facts.ownership).toMatchObject({
    owner: { label: { stack: 'shop', path: 'shop/db/plain' } },
  });
});

test('a service that went along to another construct is called by that from the next apply on', async () => {
  const it = await aProvider();
  const called = (path: string) => ({ project: 'demo', stack: 'shop', paths: { [name]: path } });
  await it.core.configure(called('shop/db/plain'));
  const first = await made(it.core, plain);
  const core = await it.again();
  await core.configure(called('shop/api/plain'));
  const { read, plan } = await replanned(core, plain, first);
  expect(plan.action).toBe('update');
  const { state, diagnostics } = await core.apply(service, plain, read, plan);
  expect(told(diagnostics, 'error')).toEqual([]);
  expect(live(it, 'plain')?.facts.ownership).toMatchObject({
    owner: { id: ownerIn(first), label: { path: 'shop/api/plain' } },
  });
  expect((await replanned(core, plain, must(state))).plan.action).toBe('no-op');
});
