import type { ApplyCall, Call, Ports } from './call';
import type { CtyType } from './cty/type';
import type { ObjectValue, Value } from './cty/value';
import type { Diagnostic } from './diagnostic';
import type { ManagedResource } from './resource';
import type { Schema } from './schema/schema';

/** Something that is read in every plan and never changed. */
export type DataSource<Client> = {
  readonly typeName: string;
  readonly schema: Schema;
  readonly validate?: (config: ObjectValue) => readonly Diagnostic[];
  /** Called with a configuration that is wholly known. The answer's attributes are added to those configured. */
  readonly read: (
    config: ObjectValue,
    call: Call<Client>,
  ) => Promise<{ readonly state: ObjectValue; readonly diagnostics?: readonly Diagnostic[] }>;
};

/** Something that is opened in every run, and that no plan and no state keeps. */
export type EphemeralResource<Client> = {
  readonly typeName: string;
  readonly schema: Schema;
  readonly validate?: (config: ObjectValue) => readonly Diagnostic[];
  /**
   * Called in every walk, with a configuration that is wholly known. The answer's attributes are added to those configured; in a
   * plan they may be unknown.
   */
  readonly open: (
    config: ObjectValue,
    call: Call<Client>,
  ) => Promise<{ readonly result: ObjectValue; readonly diagnostics?: readonly Diagnostic[] }>;
};

/** What `terraform query` finds of a resource type. */
export type ListResource<Client> = {
  /** Of the resource; its identity names what is found. */
  readonly typeName: string;
  readonly schema: Schema;
  readonly list: (
    config: ObjectValue,
    asked: { readonly limit: number; readonly isWhole: boolean },
    call: Call<Client>,
  ) => Promise<{ readonly found: readonly Listed[]; readonly diagnostics?: readonly Diagnostic[] }>;
};

/** Something that a run does once, beside what its state holds: it writes none. */
export type Action<Client> = {
  readonly typeName: string;
  readonly schema: Schema;
  /** What it would do, or why it would not; parts of the configuration may be unknown. */
  readonly plan: (config: ObjectValue, call: Call<Client>) => Promise<readonly Diagnostic[]>;
  /** Does it, with a configuration that is wholly known; `tell`: a line for people, while it goes on. */
  readonly invoke: (
    config: ObjectValue,
    call: ApplyCall<Client>,
    tell: (line: string) => void,
  ) => Promise<readonly Diagnostic[]>;
};

/** An object that was found: what its identity has at least; all that is known where the whole of it was asked for. */
export type Listed = { readonly object: ObjectValue; readonly displayName: string };

export type Parameter = {
  readonly name: string;
  readonly type: CtyType;
  readonly description?: string;
  /** @default false: Terraform refuses null */
  readonly allowsNull?: boolean;
  /** @default false: Terraform answers unknown without calling */
  readonly allowsUnknown?: boolean;
};

/** The value of a call, or why there is none; `argument` is the index of the argument at fault. */
export type FunctionAnswer =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'refused'; readonly why: string; readonly argument?: number };

/** A pure function that configurations call as `provider::NAME::FUNCTION(…)`. It runs without `configure`. */
export type ProviderFunction = {
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly Parameter[];
  readonly variadic?: Parameter;
  readonly returns: CtyType;
  readonly call: (...args: readonly Value[]) => FunctionAnswer;
};

/**
 * What a provider is configured for. `plan`: surely nothing is applied by it. Terraform sends the same plan of a create while it plans and
 * while it applies; since 1.11 it says beside them that an apply may be deferred, and a plan may not. Others say nothing.
 */
export type Walk = 'plan' | 'unknown';

/** What `configure` makes; without a client nothing else is called. */
export type ConfigureAnswer<Client> = { readonly client?: Client; readonly diagnostics?: readonly Diagnostic[] };

/** A provider: its own configuration, and what it offers. */
export type Provider<Client> = {
  readonly schema: Schema;
  readonly validate?: (config: ObjectValue) => readonly Diagnostic[];
  /** Makes what operations work with. Parts of the configuration may be unknown in a plan. */
  readonly configure: (config: ObjectValue, ports: Ports, walk: Walk) => Promise<ConfigureAnswer<Client>>;
  readonly resources?: readonly ManagedResource<Client>[];
  readonly dataSources?: readonly DataSource<Client>[];
  readonly ephemerals?: readonly EphemeralResource<Client>[];
  readonly lists?: readonly ListResource<Client>[];
  readonly actions?: readonly Action<Client>[];
  readonly functions?: readonly ProviderFunction[];
};
