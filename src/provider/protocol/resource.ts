import type { ApplyCall, Call, PrivateState } from './call';
import type { ObjectValue, Value } from './cty/value';
import type { Diagnostic } from './diagnostic';
import type { Path } from './path';
import type { Schema } from './schema/schema';

/** An operation for which a resource may offer a timeout in its block `timeouts`. */
export type Operation = 'create' | 'read' | 'update' | 'delete';

/** The object as it is now (null: it is gone), what to keep beside it (default: as before), and what to tell the user. */
export type StateAnswer = {
  readonly state: ObjectValue | null;
  readonly private?: PrivateState;
  readonly diagnostics?: readonly Diagnostic[];
};

/** A change to be planned. `prior` is null for a new object; `draft` is what follows from the schema. */
export type ResourceChange = {
  readonly config: ObjectValue;
  readonly prior: ObjectValue | null;
  readonly draft: ObjectValue;
  /** The paths that already replace the object, because their attributes say so. */
  readonly replaces: readonly Path[];
};

/** What a resource makes of a change; what it leaves out stays as drafted. */
export type PlanAnswer = {
  readonly planned?: ObjectValue;
  /** All paths that replace the object, instead of those that were drafted. */
  readonly replaces?: readonly Path[];
  readonly private?: PrivateState;
  readonly diagnostics?: readonly Diagnostic[];
};

/** The object of another resource type that a `moved` block turns into one of this type. */
type MoveSource = {
  readonly providerAddress: string;
  readonly typeName: string;
  readonly schemaVersion: number;
  readonly state: Value;
};

/** What names an object for good: attributes of its own, all texts. Since Terraform 1.12 it is imported by them. */
export type Identity<Client> = {
  readonly attributes: Readonly<Record<string, IdentityAttribute>>;
  /** The id that `import` takes; undefined: what was left out has no default. */
  readonly toId: (identity: ObjectValue, call: Call<Client>) => string | undefined;
};

type IdentityAttribute = {
  readonly description: string;
  /** An import may leave it out. */
  readonly isOptional?: true;
};

/**
 * A kind of object that Terraform manages. Every object that is given is complete; answers may leave out attributes that
 * are null. Operations of different objects run at the same time. Throw only for bugs: what can go wrong is a diagnostic.
 */
export type ManagedResource<Client> = {
  readonly typeName: string;
  readonly schema: Schema;
  readonly identity?: Identity<Client>;
  /** The operations that the user may limit; adds the block `timeouts`, a change of which alone makes nothing unknown. */
  readonly timeouts?: readonly Operation[];
  /** Judges the configuration alone, parts of which may be unknown: a pure function. Called before `configure` too. */
  readonly validate?: (config: ObjectValue) => readonly Diagnostic[];
  /**
   * Changes the draft or judges it. The laws: a configured value is planned as it is; only computed attributes may be
   * filled in or made unknown; the answer depends on nothing that differs between plan and apply (no clock, no chance),
   * because it is asked again before the apply and must then say the same wherever it was known.
   */
  readonly plan?: (change: ResourceChange, call: Call<Client>) => Promise<PlanAnswer>;
  /** Judges a deletion; an error stops it. A replacement is not asked about here: judge it in `plan`, by `replaces`. */
  readonly planDelete?: (prior: ObjectValue, call: Call<Client>) => Promise<readonly Diagnostic[]>;
  /** Makes the object. A non-null state with an error diagnostic is saved as tainted, and replaced by the next apply. */
  readonly create: (planned: ObjectValue, call: ApplyCall<Client>) => Promise<StateAnswer>;
  /** The object as it is; null when it is gone. Keep the user's spelling where only that differs. */
  readonly read: (state: ObjectValue, call: Call<Client>) => Promise<StateAnswer>;
  /** Changes the object in place; may be left out when every attribute `replaces`. */
  readonly update?: (
    change: { readonly prior: ObjectValue; readonly planned: ObjectValue },
    call: ApplyCall<Client>,
  ) => Promise<StateAnswer>;
  /** Ends the object. Errors keep it in the state. */
  readonly delete: (prior: ObjectValue, call: ApplyCall<Client>) => Promise<readonly Diagnostic[]>;
  /** What is known of an object by its id; a read follows and fills in the rest. */
  readonly import?: (id: string, call: Call<Client>) => Promise<StateAnswer>;
  /** Told of each object of the state, before anything else is asked of it: where there is a client already. */
  readonly found?: (state: ObjectValue, client: Client) => void;
  /** By the version of a state of before: what its JSON is in the present version. */
  readonly upgrades?: Readonly<Record<number, (state: Value) => ObjectValue>>;
  /** The object that another type's object becomes, or undefined when that type cannot be moved here. */
  readonly moveFrom?: (
    source: MoveSource,
  ) => { readonly state: ObjectValue; readonly private: PrivateState } | undefined;
};
