import { getEventListeners } from 'node:events';
import { deadline } from '../../../src/provider/protocol/call';
import {
  type Call,
  computed,
  type ManagedResource,
  member,
  nested,
  number,
  type ObjectValue,
  oneOf,
  optional,
  optionalComputed,
  parseJsonText,
  parseNumber,
  type Provider,
  required,
  block,
  string,
  unknown,
  listOf,
  type DataSource,
  errorAt,
  isObject,
} from '../../../src/provider/protocol';
import { inProcess, stillPorts } from './caller';
import { aClientOf, openClient, type StoredObject } from './client';
import { aToy } from './toy';

const textOf = (config: ObjectValue, name: string): string => {
  const value = member(config, name);
  return typeof value === 'string' ? value : '';
};

const stored = (value: ObjectValue): StoredObject => ({ value, private: new Uint8Array(0) });

describe('plan', () => {
  const schema = {
    attributes: {
      id: computed(string, undefined, { fixed: true }),
      state: computed(string),
      name: required(string, undefined, { replaces: true }),
      size: optional(number, undefined, { default: 5 }),
      region: optionalComputed(string, undefined, { replaces: true }),
    },
  };
  const prior = stored({ id: '1', state: 'up', name: 'a', size: 5, region: 'north' });

  test('a new object has its defaults, and what the provider chooses is unknown', async () => {
    const core = await aClientOf(aToy(schema));
    const { planned } = await core.plan('toy_thing', { name: 'a' }, null);
    expect(planned).toEqual({ id: unknown, state: unknown, name: 'a', size: 5, region: unknown });
  });

  test('a change makes unknown what it may change, and keeps what is fixed or would replace', async () => {
    const core = await aClientOf(aToy(schema));
    const plan = await core.plan('toy_thing', { name: 'a', size: 6 }, prior);
    expect(plan).toMatchObject({ action: 'update', replaces: [] });
    expect(plan.planned).toEqual({ id: '1', state: unknown, name: 'a', size: 6, region: 'north' });
  });

  test('a change of an attribute that replaces names its path', async () => {
    const core = await aClientOf(aToy(schema));
    expect(await core.plan('toy_thing', { name: 'b' }, prior)).toMatchObject({ action: 'replace', replaces: ['name'] });
  });

  test('a plan that breaks a law is a bug of the provider, told before Terraform tells it worse', async () => {
    const plan = async () =>
      Promise.resolve({ planned: { id: '1', name: 'changed', size: 5, state: 'up', region: 'x' } });
    const core = await aClientOf(aToy(schema, { plan }));
    const { diagnostics } = await core.plan('toy_thing', { name: 'a' }, null);
    expect(diagnostics).toMatchObject([{ severity: 'error', detail: expect.stringContaining('name is configured') }]);
  });

  test('a deletion can be refused', async () => {
    const planDelete = async () => Promise.resolve([errorAt({ summary: 'Protected', detail: 'Lift the protection.' })]);
    const core = await aClientOf(aToy(schema, { planDelete }));
    expect(await core.change('toy_thing', null, prior)).toMatchObject({
      state: prior,
      diagnostics: [{ summary: 'Protected' }],
    });
  });
});

describe('apply', () => {
  const schema = { attributes: { name: required(string), id: computed(string, undefined, { fixed: true }) } };

  test('a bug in an update keeps the object that was there', async () => {
    const update = async () => Promise.reject(new RangeError('broken'));
    const core = await aClientOf(aToy(schema, { update }));
    const before = stored({ name: 'a', id: '1' });
    const { state, diagnostics } = await core.change('toy_thing', { name: 'b' }, before);
    expect(state?.value).toEqual(before.value);
    expect(diagnostics).toMatchObject([{ severity: 'error', detail: expect.stringContaining('broken') }]);
  });

  test('what an operation keeps beside the object comes back to the next one', async () => {
    const seen: unknown[] = [];
    const core = await aClientOf(
      aToy(schema, {
        create: async (planned) => Promise.resolve({ state: { ...planned, id: '1' }, private: { request: 'abc' } }),
        read: async (state, call) => {
          seen.push(call.private);
          return Promise.resolve({ state });
        },
      }),
    );
    const { state } = await core.change('toy_thing', { name: 'a' }, null);
    const read = await core.read('toy_thing', state ?? stored({}));
    await core.read('toy_thing', read.state ?? stored({}));
    expect(seen).toEqual([{ request: 'abc' }, { request: 'abc' }]);
  });

  test('a stop ends slow work, and what was made is kept without an error', async () => {
    let started = (): void => undefined;
    const running = new Promise<void>((resolve) => (started = resolve));
    const create: ManagedResource<null>['create'] = async (planned, { signal }) => {
      started();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return { state: { ...planned, id: 'half' } };
    };
    const core = await aClientOf(aToy(schema, { create }));
    const applied = core.change('toy_thing', { name: 'a' }, null);
    await running;
    await core.stop();
    expect(await applied).toMatchObject({ state: { value: { id: 'half' } }, diagnostics: [], faults: [] });
  });

  test('the block timeouts reaches the operation it names, and its change alone makes nothing unknown', async () => {
    const seen: (number | undefined)[] = [];
    const note = (call: Call<null>): void => void seen.push(call.timeoutMs);
    const core = await aClientOf(
      aToy(schema, {
        timeouts: ['create', 'update'],
        create: async (planned, call) => (note(call), Promise.resolve({ state: { ...planned, id: '1' } })),
        update: async ({ planned }, call) => (note(call), Promise.resolve({ state: planned })),
      }),
    );
    const made = await core.change('toy_thing', { name: 'a', timeouts: { create: '1h30m' } }, null);
    const changed = await core.change('toy_thing', { name: 'a', timeouts: { update: '90s' } }, made.state);
    expect(seen).toEqual([5_400_000, 90_000]);
    expect(changed).toMatchObject({ action: 'update', planned: { id: '1' }, faults: [] });
    const [bad] = await core.validate('toy_thing', { name: 'a', timeouts: { create: 'soon' } });
    expect(bad).toMatchObject({ severity: 'error', path: ['timeouts', 'create'] });
  });

  test('until ends after its time, or with the stop', async () => {
    const fire: (() => void)[] = [];
    const after = (_: number, one: () => void) => (fire.push(one), () => undefined);
    const signals: AbortSignal[] = [];
    const read: ManagedResource<null>['read'] = async (state, call) => {
      signals.push(call.until(1_000), call.until(2_000));
      return Promise.resolve({ state });
    };
    const core = await aClientOf(aToy(schema, { read }), stillPorts({ after }));
    await core.read('toy_thing', stored({ name: 'a', id: '1' }));
    fire[0]?.();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await core.stop();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  test('until leaves nothing at the stop when its time is over', () => {
    const fire: (() => void)[] = [];
    const { signal } = new AbortController();
    const ended = deadline(signal, 1_000, (_, one) => (fire.push(one), () => undefined));
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    fire[0]?.();
    expect([ended.aborted, getEventListeners(signal, 'abort').length]).toEqual([true, 0]);
  });
});

describe('validate', () => {
  const mode = optional(string, undefined, { validate: [oneOf('fast', 'slow')] });
  const schema = {
    attributes: { settings: optional(nested('single', { mode })) },
    blocks: { config: block('list', { attributes: { mode } }) },
  };

  test('a fault in a block has the whole path, a fault in an attribute says it in words', async () => {
    const core = await aClientOf(aToy(schema));
    const found = await core.validate('toy_thing', {
      settings: { mode: 'x' },
      config: [{ mode: 'fast' }, { mode: 'y' }],
    });
    expect(found).toMatchObject([
      { path: ['settings'], detail: expect.stringContaining('settings.mode') },
      { path: ['config', { index: 1 }, 'mode'], detail: expect.stringContaining('"y" is not one of') },
    ]);
  });

  test('what is unknown is not judged', async () => {
    const core = await aClientOf(aToy(schema));
    expect(await core.validate('toy_thing', { settings: unknown, config: [{ mode: unknown }] })).toEqual([]);
  });
});

describe('state', () => {
  const schema = { version: 2, attributes: { size: optional(number), note: optional(string) } };

  test('of the same version keeps every digit, and forgets what the schema has no more', async () => {
    const core = await aClientOf(aToy(schema));
    const { state } = await core.upgrade('toy_thing', 2, '{"size": 9223372036854775808, "gone": [1]}');
    expect(state?.value).toEqual({ size: parseNumber('9223372036854775808'), note: null });
  });

  test.each([
    '{"size": [1]}',
    '{"size": "one"}',
    '{"size": {"a": 1}}',
    '{"note": 1}',
    '{"note": ["a"]}',
    '[]',
    '"text"',
    '{"size": 1',
    '',
    '\\u0000',
    `{"note": ${'['.repeat(100_000)}`,
  ])('a state that holds what does not fit is told in a sentence: %#', async (json) => {
    const core = await aClientOf(aToy(schema));
    expect((await core.upgrade('toy_thing', 2, json)).diagnostics).toEqual([
      expect.objectContaining({
        severity: 'error',
        summary: 'The state cannot be read',
        detail: expect.stringMatching(
          /^The state of this toy_thing is not as this provider wrote it\. .+ Bring back a backup/s,
        ),
      }),
    ]);
  });

  test('of an older version is upgraded by its own function, of a newer one refused', async () => {
    const upgrades = { 1: (old: unknown) => ({ size: isObject(parseJsonText(JSON.stringify(old))) ? 1 : 0 }) };
    const core = await aClientOf(aToy(schema, { upgrades }));
    expect((await core.upgrade('toy_thing', 1, '{"length": 1}')).state?.value).toEqual({ size: 1, note: null });
    expect((await core.upgrade('toy_thing', 3, '{}')).diagnostics).toMatchObject([
      { severity: 'error', detail: expect.stringContaining('has version 3, this provider knows 2') },
    ]);
  });

  test('is imported by id, then read', async () => {
    const core = await aClientOf(
      aToy(schema, {
        import: async (id) => Promise.resolve({ state: { note: id } }),
        read: async (state) => Promise.resolve({ state: { ...state, size: 3 } }),
      }),
    );
    const imported = await core.import('toy_thing', 'abc');
    expect((await core.read('toy_thing', imported.state ?? stored({}))).state?.value).toEqual({ note: 'abc', size: 3 });
  });
});

describe('data sources and functions', () => {
  const source: DataSource<string> = {
    typeName: 'toy_fact',
    schema: { attributes: { name: required(string), answers: computed(listOf(string)) } },
    read: async (config, { client }) => Promise.resolve({ state: { answers: [client, textOf(config, 'name')] } }),
  };
  const provider: Provider<string> = {
    schema: { attributes: { greeting: optional(string) } },
    configure: async (config) => Promise.resolve({ client: textOf(config, 'greeting') }),
    dataSources: [source],
    functions: [
      {
        name: 'half',
        summary: 'Half of an even number',
        parameters: [{ name: 'value', type: number }],
        returns: number,
        call: (value) =>
          typeof value === 'number' && value % 2 === 0
            ? { kind: 'value', value: value / 2 }
            : { kind: 'refused', why: 'the number is odd', argument: 0 },
      },
    ],
  };

  test('a data source reads with the client that configure made', async () => {
    const core = await openClient(inProcess(provider));
    await core.configure({ greeting: 'hello' });
    expect((await core.readData('toy_fact', { name: 'you' })).state?.value).toEqual({
      name: 'you',
      answers: ['hello', 'you'],
    });
  });

  test('a function answers without configure, and names the argument at fault', async () => {
    const core = await openClient(inProcess(provider));
    expect(await core.callFunction('half', 8)).toEqual({ kind: 'value', value: 4 });
    expect(await core.callFunction('half', 7)).toEqual({ kind: 'refused', why: 'the number is odd', argument: 0 });
  });

  test('a schema that Terraform would crash on is an error with every reason', async () => {
    const broken = aToy({ attributes: { count: required(string) } });
    await expect(openClient(inProcess(broken))).rejects.toThrow('count: Terraform keeps this name for itself');
  });
});
