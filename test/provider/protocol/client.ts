import {
  type Diagnostic,
  equal,
  isNull,
  isObject,
  isWhollyKnown,
  member,
  type ObjectValue,
  type Path,
  pathText,
  type Ports,
  type Provider,
  type Value,
} from '../../../src/provider/protocol';
import { findType } from '../../../src/provider/protocol/cty/equal';
import { decodeValue, encodeValue } from '../../../src/provider/protocol/cty/msgpack';
import { type CtyType, parseType } from '../../../src/provider/protocol/cty/type';
import {
  bytesField,
  type Field,
  type Fields,
  intField,
  message,
  messagesField,
  readMessage,
  textField,
} from '../../../src/provider/protocol/wire/protobuf';
import { type Caller, inProcess } from './caller';
import { consistencyFaults, planFaults } from './core-laws';
import { identityFaults, identityIn, identityOf, readIdentityParts, readIdentityTypes } from './identity-laws';
import { proposeState } from './proposed-state';
import { impliedType, readSchema, type WireBlock, type WireSchema } from './wire-schema';

/** An object as Terraform keeps it. */
export type StoredObject = {
  readonly value: ObjectValue;
  readonly private: Uint8Array;
  readonly tainted?: boolean;
  readonly identity?: ObjectValue | undefined;
};

export type PlanAction = 'create' | 'update' | 'replace' | 'delete' | 'no-op';

export type Plan = {
  readonly action: PlanAction;
  readonly planned: ObjectValue | null;
  /** As text: `user_config.mode`. */
  readonly replaces: readonly string[];
  readonly private: Uint8Array;
  readonly identity?: ObjectValue | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What core would complain about; empty when the provider keeps the laws. */
  readonly faults: readonly string[];
};

export type Applied = {
  readonly state: StoredObject | null;
  /** What a read keeps, even where nothing is there any more: core hands it to the plan that follows. */
  readonly private?: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
  readonly faults: readonly string[];
};

/** A configuration as a test writes it: what is left out is not set. */
export type Config = ObjectValue;

/**
 * Plays core's part against a provider, in this process or in another: validates, proposes, plans (twice for a
 * replacement), plans again before the apply, applies and reads, and checks every law that core checks.
 */
export type CoreClient = {
  /** What the provider answers for its schemas. */
  readonly schemas: {
    readonly [Kind in 'resource' | 'data' | 'ephemeral' | 'list' | 'action']: ReadonlyMap<string, WireBlock>;
  } & { readonly provider: WireBlock; readonly identities: ReturnType<typeof readIdentityParts> };
  readonly schemaOf: (typeName: string) => WireSchema;
  readonly configure: (config?: Config, walk?: 'plan' | 'apply') => Promise<readonly Diagnostic[]>;
  /** `isOld`: by a Terraform that knows nothing write-only. */
  readonly validate: (
    typeName: string,
    config: Config,
    options?: { readonly isOld: boolean },
  ) => Promise<readonly Diagnostic[]>;
  readonly plan: (typeName: string, config: Config | null, prior: StoredObject | null) => Promise<Plan>;
  /** Plans again, as core does before an apply, then applies: a replacement deletes first. */
  readonly apply: (typeName: string, config: Config | null, prior: StoredObject | null, plan: Plan) => Promise<Applied>;
  /** `plan` and `apply`; nothing is applied when the plan has errors. */
  readonly change: (typeName: string, config: Config | null, prior: StoredObject | null) => Promise<Plan & Applied>;
  readonly read: (typeName: string, state: StoredObject) => Promise<Applied>;
  /** By its id, or by its identity. */
  readonly import: (typeName: string, id: string | ObjectValue) => Promise<Applied>;
  readonly move: (
    typeName: string,
    source: { readonly provider: string; readonly type: string; readonly json: string },
  ) => Promise<Applied>;
  /** An identity of a state file, as JSON; undefined where it is refused. */
  readonly upgradeIdentity: (typeName: string, version: number, json: string) => Promise<Upgraded>;
  /** The stored state after a state file with this JSON was read. */
  readonly upgrade: (typeName: string, version: number, json: string) => Promise<Applied>;
  readonly readData: (typeName: string, config: Config) => Promise<Applied>;
  /** Validates a list, and asks for it: what each event says, and what core would say of it. */
  readonly list: (typeName: string, config: Config, asked?: Partial<ListAsked>) => Promise<ListTold>;
  /** Validates and opens an ephemeral resource, and closes it: what it told. */
  readonly open: (typeName: string, config: Config) => Promise<Applied>;
  /** Validates and plans an action; `isInvoked`: and does it, unless that has errors. */
  readonly act: (typeName: string, config: Config, isInvoked?: boolean) => Promise<Acted>;
  readonly callFunction: (name: string, ...args: readonly Value[]) => Promise<FunctionResult>;
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** One call of a plan, for who plays the walks of core; `before`: the object, and what is kept beside it. */
  readonly planOnce: (typeName: string, config: Config | null, before: Before | null) => Promise<Plan>;
  /** One call that applies a plan to an object, none of its own plans before it. */
  readonly applyOnce: (
    typeName: string,
    config: Config | null,
    prior: StoredObject | null,
    plan: Plan,
  ) => Promise<Applied>;
  /** What core would say of a plan that is made again in the walk that applies it. */
  readonly finalFaults: (typeName: string, planned: Plan, again: Plan) => readonly string[];
};

interface ListAsked {
  readonly limit: number;
  readonly isWhole: boolean;
}

interface ListTold {
  readonly found: readonly { readonly identity: ObjectValue; readonly name: string; readonly object: Value }[];
  readonly diagnostics: readonly Diagnostic[];
  readonly faults: readonly string[];
}

type Upgraded = { readonly identity: ObjectValue | undefined; readonly diagnostics: readonly Diagnostic[] };

export type FunctionResult =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'refused'; readonly why: string; readonly argument: number | undefined };

const service = '/tfplugin6.Provider/';

/** A client of a provider in this process, configured with nothing. */
export const aClientOf = async <Client>(provider: Provider<Client>, ports?: Ports): Promise<CoreClient> => {
  const client = await openClient(inProcess(provider, ports));
  await client.configure();
  return client;
};

/** A client over any caller; reads the schema, and configures nothing. @throws RangeError when the schema has errors */
export const openClient = async (caller: Caller): Promise<CoreClient> => {
  const rpc = async (name: string, ...fields: readonly Field[]): Promise<Fields> =>
    readMessage(await caller.call(`${service}${name}`, message(...fields)));
  const { catalogue, schemas, providerSchema } = catalogueOf(
    await caller.call(`${service}GetProviderSchema`, message()),
  );
  const problems = diagnosticsOf(catalogue, 4);
  if (problems.length > 0) throw new RangeError(problems.map(({ detail }) => detail).join('\n'));
  const identityAnswer = await rpc('GetResourceIdentitySchemas');
  const identities = readIdentityTypes(identityAnswer);
  const resources = new Map(
    [...schemas.resources].map(([name, schema]) => {
      const identity = identities.get(name);
      return [name, identity === undefined ? schema : { ...schema, identity }] as const;
    }),
  );
  const core = resourceCore(rpc, need(resources));
  const dataSchema = need(schemas.dataSources);
  const ephemeralSchema = need(schemas.ephemerals);
  const actionSchema = need(schemas.actions);
  const listSchema = need(schemas.lists);
  let last: Config | undefined;
  const configure = async (config: Config = {}, walk?: 'plan' | 'apply') => {
    last = config;
    const client = walk && message(intField(1, walk === 'apply' ? 1 : 0), intField(2, 1));
    const fields = [textField(1, '1.11.4'), dynamic(2, providerSchema, config), bytesField(3, client)];
    return diagnosticsOf(await rpc('ConfigureProvider', ...fields), 1);
  };
  /** The walk that applies is another process, and so is the next command. */
  const asWalk = async <Answer>(walk: () => Promise<Answer>): Promise<Answer> => {
    if (last !== undefined) await configure(last);
    const answer = await walk();
    if (last !== undefined) await configure(last);
    return answer;
  };
  const blocksOf = (kind: ReadonlyMap<string, WireSchema>) =>
    new Map([...kind].map(([name, { block }]) => [name, block]));
  return {
    ...core,
    schemas: {
      provider: providerSchema.block,
      resource: blocksOf(schemas.resources),
      data: blocksOf(schemas.dataSources),
      ephemeral: blocksOf(schemas.ephemerals),
      list: blocksOf(schemas.lists),
      action: blocksOf(schemas.actions),
      identities: readIdentityParts(identityAnswer),
    },
    configure,
    apply: (...change) => asWalk(() => core.apply(...change)),
    change: async (typeName, config, prior) => {
      const planned = await core.plan(typeName, config, prior);
      if (planned.diagnostics.some(({ severity }) => severity === 'error')) return { ...planned, state: prior };
      const applied = await asWalk(() => core.apply(typeName, config, prior, planned));
      return { ...planned, ...applied, diagnostics: [...planned.diagnostics, ...applied.diagnostics] };
    },
    readData: async (typeName, config) => {
      const schema = dataSchema(typeName);
      const answer = await rpc('ReadDataSource', textField(1, typeName), dynamic(2, schema, config));
      return settle(schema, answer.message(1), new Uint8Array(0), diagnosticsOf(answer, 2), []);
    },
    list: async (typeName, config, { limit = 100, isWhole = false } = {}) => {
      const [schema, resource] = [listSchema(typeName), core.schemaOf(typeName)];
      const asked = [textField(1, typeName), dynamic(2, schema, config)];
      const invalid = diagnosticsOf(await rpc('ValidateListResourceConfig', ...asked), 1);
      const request = message(...asked, intField(3, isWhole ? 1 : 0), intField(4, limit));
      const messages = invalid.length > 0 ? [] : await caller.list?.(`${service}ListResource`, request);
      const events = (messages ?? []).map(readMessage);
      const found = events.map((event) => {
        const identity = identityOf(resource, event.message(1));
        return { identity: identity ?? {}, name: event.text(2), object: valueOf(resource, event.message(3)), event };
      });
      const faults = found.flatMap(({ identity, object, event }) => [
        ...(event.has(1) || event.has(4) ? [] : ['an event has neither an identity nor a diagnostic']),
        ...(isWhollyKnown(identity) ? [] : ['an identity is not wholly known']),
        ...(isWhole === isObject(object) || event.has(4) ? [] : ['the object is there exactly when it is asked for']),
      ]);
      const told = [...invalid, ...events.flatMap((event) => diagnosticsOf(event, 4))];
      return { found: found.filter(({ event }) => event.has(1)), diagnostics: told, faults };
    },
    open: async (typeName, config) => {
      const schema = ephemeralSchema(typeName);
      const asked = [textField(1, typeName), dynamic(2, schema, config)];
      const invalid = diagnosticsOf(await rpc('ValidateEphemeralResourceConfig', ...asked), 1);
      if (invalid.length > 0) return { state: null, diagnostics: invalid, faults: [] };
      const answer = await rpc('OpenEphemeralResource', ...asked);
      await rpc('CloseEphemeralResource', textField(1, typeName));
      return settle(schema, answer.message(3), new Uint8Array(0), diagnosticsOf(answer, 1), []);
    },
    act: async (typeName, config, isInvoked = true) => {
      const schema = actionSchema(typeName);
      const asked = [textField(1, typeName), dynamic(2, schema, config)];
      const invalid = diagnosticsOf(await rpc('ValidateActionConfig', ...asked), 1);
      const planned = [...invalid, ...(invalid.length > 0 ? [] : diagnosticsOf(await rpc('PlanAction', ...asked), 1))];
      const isRefused = planned.some(({ severity }) => severity === 'error');
      if (isRefused || !isInvoked) return { planned, diagnostics: [], progress: [], faults: [] };
      const messages = await caller.list?.(`${service}InvokeAction`, message(...asked));
      const events = (messages ?? []).map(readMessage);
      const last = events.at(-1);
      const faults = [
        ...(last?.has(2) === true ? [] : ['the last event does not say that it is completed']),
        ...(events.slice(0, -1).every((event) => event.has(1) && !event.has(2))
          ? []
          : ['an event before the last is no progress']),
      ];
      const progress = events.slice(0, -1).map((event) => event.message(1)?.text(1) ?? '');
      const completed = last?.message(2);
      return { planned, diagnostics: completed === undefined ? [] : diagnosticsOf(completed, 1), progress, faults };
    },
    callFunction: (name, ...args) => callFunction(rpc, catalogue, name, args),
    stop: async () => void (await rpc('StopProvider')),
    close: caller.close,
  };
};

interface Catalogue {
  readonly catalogue: Fields;
  readonly providerSchema: WireSchema;
  readonly schemas: Readonly<
    Record<'resources' | 'dataSources' | 'ephemerals' | 'lists' | 'actions', ReadonlyMap<string, WireSchema>>
  >;
}

/** What a provider declares; the same bytes, of which every test of a provider opens one, are read once. */
const catalogueOf = (bytes: Uint8Array): Catalogue => {
  if (last !== undefined && Buffer.compare(last.bytes, bytes) === 0) return last.catalogue;
  const fields = readMessage(bytes);
  const schemasIn = (field: number): ReadonlyMap<string, WireSchema> =>
    new Map([...fields.map(field)].map(([name, schema]) => [name, readSchema(readMessage(schema))]));
  const actionsIn = (): ReadonlyMap<string, WireSchema> =>
    new Map(
      [...fields.map(11)].map(([name, action]) => {
        const schema = readMessage(action).message(1);
        return [name, readSchema(schema ?? readMessage(new Uint8Array(0)))];
      }),
    );
  const catalogue: Catalogue = {
    catalogue: fields,
    providerSchema: readSchema(fields.message(1) ?? readMessage(new Uint8Array(0))),
    schemas: {
      resources: schemasIn(2),
      dataSources: schemasIn(3),
      ephemerals: schemasIn(8),
      lists: schemasIn(9),
      actions: actionsIn(),
    },
  };
  last = { bytes, catalogue };
  return catalogue;
};

let last: { readonly bytes: Uint8Array; readonly catalogue: Catalogue } | undefined;

/** What an action told: its lines of progress, and what core would complain about. */
export type Acted = {
  readonly planned: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
  readonly progress: readonly string[];
  readonly faults: readonly string[];
};

type RpcCall = (name: string, ...fields: readonly Field[]) => Promise<Fields>;

const resourceCore = (rpc: RpcCall, schemaOf: (typeName: string) => WireSchema) => {
  const plan: CoreClient['plan'] = async (typeName, config, prior) => {
    const schema = schemaOf(typeName);
    const whole = config === null ? null : fill(schema, config);
    if (prior?.tainted === true && whole !== null) {
      const again = await planOnce(rpc, typeName, schema, whole, null);
      return { ...again, action: 'replace' };
    }
    const first = await planOnce(rpc, typeName, schema, whole, prior);
    const isRefused = first.diagnostics.some(({ severity }) => severity === 'error');
    if (first.action !== 'replace' || whole === null || isRefused) return first;
    const second = await planOnce(rpc, typeName, schema, whole, { value: null, private: first.private });
    // As core does: the warnings of the second are those of the first again, and are dropped.
    const errors = second.diagnostics.filter(({ severity }) => severity === 'error');
    const diagnostics = [...first.diagnostics, ...errors];
    const faults = [...first.faults, ...second.faults];
    return { ...second, action: 'replace', replaces: first.replaces, diagnostics, faults };
  };
  const apply: CoreClient['apply'] = async (typeName, config, prior, planned) => {
    const schema = schemaOf(typeName);
    const isReplacement = planned.action === 'replace' && prior !== null;
    const gone = isReplacement ? await applyOnce(rpc, typeName, schema, prior, null, null, planned.private) : undefined;
    if (gone !== undefined && gone.state !== null) return gone;
    const before = isReplacement ? null : prior;
    const again = await plan(typeName, config, before);
    const faults = [
      ...planned.faults,
      ...(gone?.faults ?? []),
      ...again.faults,
      ...finalFaults(schema, planned, again),
    ];
    const failed = again.diagnostics.some(({ severity }) => severity === 'error');
    if (failed || again.action === 'no-op') return { state: before, diagnostics: again.diagnostics, faults };
    const applied = await applyOnce(
      rpc,
      typeName,
      schema,
      before,
      again.planned,
      config,
      again.private,
      again.identity,
    );
    return withFaults(applied, faults);
  };
  return {
    schemaOf,
    plan,
    apply,
    planOnce: (typeName: string, config: Config | null, before: Before | null) =>
      planOnce(rpc, typeName, schemaOf(typeName), config === null ? null : fill(schemaOf(typeName), config), before),
    applyOnce: (typeName: string, config: Config | null, prior: StoredObject | null, plan: Plan) =>
      applyOnce(rpc, typeName, schemaOf(typeName), prior, plan.planned, config, plan.private, plan.identity),
    finalFaults: (typeName: string, planned: Plan, again: Plan) => finalFaults(schemaOf(typeName), planned, again),
    validate: async (typeName: string, config: Config, { isOld } = { isOld: false }) => {
      const knows = bytesField(3, message(intField(2, isOld ? 0 : 1)));
      const asked = [textField(1, typeName), dynamic(2, schemaOf(typeName), config), knows];
      return diagnosticsOf(await rpc('ValidateResourceConfig', ...asked), 1);
    },
    read: async (typeName: string, state: StoredObject) => {
      const schema = schemaOf(typeName);
      const answer = await rpc(
        'ReadResource',
        textField(1, typeName),
        dynamic(2, schema, state.value),
        bytesField(3, state.private),
        identityIn(6, schema, state.identity),
      );
      const kept = answer.bytes(3) ?? new Uint8Array(0);
      const settled = settle(schema, answer.message(1), kept, diagnosticsOf(answer, 2), []);
      return { ...identified(schema, settled, answer.message(5), state.identity), private: kept };
    },
    import: async (typeName: string, id: string | ObjectValue) => {
      const schema = schemaOf(typeName);
      const asked = typeof id === 'string' ? textField(2, id) : identityIn(4, schema, id);
      const answer = await rpc('ImportResourceState', textField(1, typeName), asked);
      const [imported] = answer.messages(1);
      const settled = settle(schema, imported?.message(2), imported?.bytes(3), diagnosticsOf(answer, 2), []);
      return identified(schema, settled, imported?.message(4), undefined);
    },
    move: async (
      typeName: string,
      source: { readonly provider: string; readonly type: string; readonly json: string },
    ) => {
      const answer = await rpc(
        'MoveResourceState',
        textField(1, source.provider),
        textField(2, source.type),
        bytesField(4, message(bytesField(1, Buffer.from(source.json)))),
        textField(5, typeName),
      );
      const schema = schemaOf(typeName);
      const settled = settle(schema, answer.message(1), answer.bytes(3), diagnosticsOf(answer, 2), []);
      return identified(schema, settled, answer.message(4), undefined);
    },
    upgradeIdentity: async (typeName: string, version: number, json: string) => {
      const raw = bytesField(3, message(bytesField(1, Buffer.from(json))));
      const answer = await rpc('UpgradeResourceIdentity', textField(1, typeName), intField(2, version), raw);
      const identity = identityOf(schemaOf(typeName), answer.message(1));
      return { identity, diagnostics: diagnosticsOf(answer, 2) };
    },
    upgrade: async (typeName: string, version: number, json: string) => {
      const raw = bytesField(3, message(bytesField(1, Buffer.from(json))));
      const answer = await rpc('UpgradeResourceState', textField(1, typeName), intField(2, version), raw);
      return settle(schemaOf(typeName), answer.message(1), new Uint8Array(0), diagnosticsOf(answer, 2), []);
    },
  };
};

export type Before = {
  readonly value: ObjectValue | null;
  readonly private: Uint8Array;
  readonly identity?: ObjectValue | undefined;
};

const planOnce = async (
  rpc: RpcCall,
  typeName: string,
  schema: WireSchema,
  config: ObjectValue | null,
  before: Before | null,
): Promise<Plan> => {
  const type = impliedType(schema.block);
  const prior = before?.value ?? null;
  const proposed = config === null ? null : proposeState(schema.block, prior, config);
  const answer = await rpc(
    'PlanResourceChange',
    textField(1, typeName),
    dynamic(2, schema, prior),
    dynamic(3, schema, proposed),
    dynamic(4, schema, config),
    bytesField(5, before?.private),
    identityIn(8, schema, prior === null ? undefined : before?.identity),
  );
  const value = valueOf(schema, answer.message(1));
  const planned = isObject(value) ? value : null;
  const diagnostics = diagnosticsOf(answer, 4);
  const paths = answer.messages(2).map(readPath);
  const replaces = prior === null ? [] : paths.filter((path) => differs(type, prior, planned, path)).map(pathText);
  const ignored = diagnostics.some(({ severity }) => severity === 'error');
  const identity = identityOf(schema, answer.message(7));
  const known = prior === null ? undefined : before?.identity;
  const faults = [
    ...(ignored || planned === null ? [] : identityFaults(schema, identity, { before: known, isPlan: prior === null })),
    ...(ignored || config === null ? [] : planFaults(schema.block, { prior, config, planned })),
    ...(ignored || (config === null) === (planned === null)
      ? []
      : ['the root must be null exactly when the configuration is']),
    ...paths
      .filter((path) => prior !== null && at(prior, path) === undefined && at(planned, path) === undefined)
      .map((path) => `${pathText(path)}: requires replacement for a non-existent path`),
  ];
  const action = actionOf(type, prior, planned, replaces);
  return { action, planned, replaces, private: answer.bytes(3) ?? new Uint8Array(0), identity, diagnostics, faults };
};

const actionOf = (type: CtyType, prior: Value, planned: Value, replaces: readonly string[]): PlanAction => {
  if (planned === null) return 'delete';
  if (prior === null) return 'create';
  if (replaces.length > 0) return 'replace';
  return equal(type, prior, planned) ? 'no-op' : 'update';
};

const finalFaults = (schema: WireSchema, planned: Plan, again: Plan): readonly string[] => {
  const isSame =
    planned.action === again.action ||
    (planned.action === 'update' && again.action === 'no-op') ||
    (planned.action === 'replace' && again.action === 'create');
  const action = isSame ? [] : [`the action changed from ${planned.action} to ${again.action}`];
  return [...action, ...consistencyFaults(impliedType(schema.block), planned.planned, again.planned)];
};

const applyOnce = async (
  rpc: RpcCall,
  typeName: string,
  schema: WireSchema,
  prior: StoredObject | null,
  planned: ObjectValue | null,
  config: Config | null,
  kept: Uint8Array,
  identity?: ObjectValue,
): Promise<Applied> => {
  const answer = await rpc(
    'ApplyResourceChange',
    textField(1, typeName),
    dynamic(2, schema, prior?.value ?? null),
    dynamic(3, schema, planned),
    dynamic(4, schema, config),
    bytesField(5, kept),
    identityIn(7, schema, identity),
  );
  const diagnostics = diagnosticsOf(answer, 3);
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  const value = valueOf(schema, answer.message(1));
  const faults = failed ? [] : consistencyFaults(impliedType(schema.block), planned, value);
  const settled = settle(schema, answer.message(1), answer.bytes(2), diagnostics, faults);
  const applied = identified(schema, settled, answer.message(5), identity);
  if (failed && prior !== null && applied.state === null) return { ...applied, state: prior };
  const tainted = failed && prior === null && applied.state !== null;
  return tainted ? { ...applied, state: { ...applied.state, tainted: true } } : applied;
};

const withFaults = (applied: Applied, faults: readonly string[]): Applied => ({
  ...applied,
  faults: [...faults, ...applied.faults],
});

const settle = (
  schema: WireSchema,
  answered: Fields | undefined,
  kept: Uint8Array | undefined,
  diagnostics: readonly Diagnostic[],
  faults: readonly string[],
): Applied => {
  const value = valueOf(schema, answered);
  const state = isObject(value) ? { value, private: kept ?? new Uint8Array(0) } : null;
  return {
    state,
    diagnostics,
    faults: [
      ...faults,
      ...(isWhollyKnown(value) ? [] : ['the state holds something unknown']),
      ...[...schema.block.attributes]
        .filter(([name, { writeOnly }]) => writeOnly && !isNull(member(value, name)))
        .map(([name]) => `${name}: the state holds what is write-only`),
    ],
  };
};

/** An answer with the identity of its object, and with what core would say of that. */
const identified = (
  schema: WireSchema,
  applied: Applied,
  answered: Fields | undefined,
  before: ObjectValue | undefined,
): Applied => {
  if (applied.state === null) return applied;
  const identity = identityOf(schema, answered);
  const failed = applied.diagnostics.some(({ severity }) => severity === 'error');
  const faults = failed ? [] : identityFaults(schema, identity, { before });
  return { ...applied, state: { ...applied.state, identity }, faults: [...applied.faults, ...faults] };
};

const callFunction = async (
  rpc: RpcCall,
  catalogue: Fields,
  name: string,
  args: readonly Value[],
): Promise<FunctionResult> => {
  const declared = readMessage(catalogue.map(7).get(name) ?? new Uint8Array(0));
  const [parameters, variadic] = [declared.messages(1), declared.message(2)];
  const typeOfArgument = (index: number): CtyType => jsonType((parameters[index] ?? variadic)?.bytes(2));
  const encoded = args.map((value, index) => message(bytesField(1, encodeValue(typeOfArgument(index), value))));
  const answer = await rpc('CallFunction', textField(1, name), messagesField(2, encoded));
  const refused = answer.message(2);
  if (refused !== undefined) {
    return { kind: 'refused', why: refused.text(1), argument: refused.has(2) ? refused.int(2) : undefined };
  }
  const type = jsonType(declared.message(3)?.bytes(1));
  return { kind: 'value', value: decodeValue(type, answer.message(1)?.bytes(1) ?? new Uint8Array(0)) };
};

const jsonType = (bytes: Uint8Array | undefined): CtyType =>
  parseType(JSON.parse(Buffer.from(bytes ?? new Uint8Array(0)).toString()));

const need =
  (schemas: ReadonlyMap<string, WireSchema>) =>
  (name: string): WireSchema => {
    const found = schemas.get(name);
    if (found === undefined) throw new RangeError(`The provider declares no ${name}.`);
    return found;
  };

/** A configuration with everything that was left out: null, and no blocks. */
export const fill = ({ block }: WireSchema, config: Config): ObjectValue => ({
  ...emptyOf(block),
  ...Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      const inner = block.blocks.get(name);
      if (inner === undefined) return [name, value];
      const one = (value: Value): Value => (isObject(value) ? fill({ version: 0, block: inner.block }, value) : value);
      if (inner.nesting === 'single') return [name, one(value)];
      if (Array.isArray(value)) return [name, value.map(one)];
      return [
        name,
        isObject(value)
          ? Object.fromEntries(Object.entries(value).map(([key, element]) => [key, one(element)]))
          : value,
      ];
    }),
  ),
});

/** The object that a block makes of nothing; made once for each. */
const emptyOf = (block: WireBlock): ObjectValue => {
  const empty =
    empties.get(block) ??
    Object.fromEntries([
      ...[...block.attributes.keys()].map((name) => [name, null] as const),
      ...[...block.blocks].map(([name, { nesting }]) => [name, emptyNested[nesting]] as const),
    ]);
  empties.set(block, empty);
  return empty;
};

const emptyNested = { single: null, map: {}, list: [], set: [] };

const empties = new WeakMap<WireBlock, ObjectValue>();

const dynamic = (number: number, schema: WireSchema, value: ObjectValue | null): Field =>
  bytesField(
    number,
    message(bytesField(1, encodeValue(impliedType(schema.block), value === null ? null : fill(schema, value)))),
  );

const valueOf = (schema: WireSchema, fields: Fields | undefined): Value => {
  const bytes = fields?.bytes(1);
  return bytes === undefined ? null : decodeValue(impliedType(schema.block), bytes);
};

const readPath = (fields: Fields): Path =>
  fields.messages(1).map((step) => {
    if (step.has(1)) return step.text(1);
    return step.has(2) ? { key: step.text(2) } : { index: step.int(3) };
  });

const diagnosticsOf = (answer: Fields, field: number): readonly Diagnostic[] =>
  answer.messages(field).map((one) => {
    const path = one.message(4);
    return {
      severity: one.int(1) === 1 ? 'error' : 'warning',
      summary: one.text(2),
      detail: one.text(3),
      ...(path === undefined ? {} : { path: readPath(path) }),
    };
  });

/** What is at a path; undefined when it leads nowhere. */
const at = (value: Value, path: Path): Value | undefined => {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step !== 'string' && 'index' in step) {
    const element = Array.isArray(value) ? (value[step.index] as Value | undefined) : undefined;
    return element === undefined ? undefined : at(element, rest);
  }
  const name = typeof step === 'string' ? step : step.key;
  return isObject(value) && Object.hasOwn(value, name) ? at(member(value, name), rest) : undefined;
};

const differs = (type: CtyType, prior: Value, planned: Value, path: Path): boolean => {
  const at_ = path.reduce<CtyType>((of, step) => {
    if (typeof step === 'string') return findType(of, step);
    return of.kind === 'list' || of.kind === 'map' || of.kind === 'set' ? of.element : of;
  }, type);
  return !equal(at_, at(prior, path) ?? null, at(planned, path) ?? null);
};
