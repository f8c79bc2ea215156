import type { CtyType } from '../cty/type';
import type { Value } from '../cty/value';

/** How the objects of a nested attribute or block are held. */
export type Nesting = 'single' | 'list' | 'set' | 'map';

/** Attributes of an attribute: `x = { … }`. */
export type NestedType = { readonly nesting: Nesting; readonly attributes: Attributes };

export type Attributes = Readonly<Record<string, Attribute>>;

/** Who gives the value: the configuration must, it may, the provider does, or the provider does unless the configuration did. */
type Presence = 'required' | 'optional' | 'computed' | 'optional-computed';

/** What a validator found; the framework adds where. */
type Complaint = { readonly summary: string; readonly detail: string };

/** Judges a value of the configuration; called only with values that are known and not null. */
export type Validator = (value: Value) => Complaint | undefined;

/** An attribute's value before and after; `prior` is null where the object is new. */
type AttributeChange = { readonly prior: Value; readonly planned: Value };

export type Attribute = AttributeOptions & {
  readonly type: CtyType | NestedType;
  readonly presence: Presence;
  readonly description?: string;
};

type AttributeOptions = {
  readonly sensitive?: boolean;
  /** In no plan and no state: operations find it in `Call.written`. Needs Terraform 1.11 where it is set. */
  readonly writeOnly?: boolean;
  readonly deprecated?: boolean;
  /** The value where the configuration has none. It makes an optional attribute computed as well, as Terraform demands. */
  readonly default?: Value;
  readonly validate?: readonly Validator[];
  /** Whether a change replaces the resource; asked only when the value differs. @default never */
  readonly replaces?: true | ((change: AttributeChange) => boolean);
  /**
   * A computed value that no update changes; without this an update shows it as known after apply. An attribute that
   * `replaces` is fixed anyway while it is not configured: an update must not replace by itself. @default false
   */
  readonly fixed?: boolean;
  /** Whether a new value says the same as the old one; the old spelling is then kept. @default never */
  readonly sameAs?: (prior: Value, configured: Value) => boolean;
};

/** The user must set it. */
export const required = (
  type: CtyType | NestedType,
  description?: string,
  options?: Omit<AttributeOptions, 'default' | 'fixed'>,
): Attribute => attribute('required', type, description, options);

/** The user may set it; null, or `default`, when not. */
export const optional = (type: CtyType | NestedType, description?: string, options?: AttributeOptions): Attribute =>
  attribute(options?.default === undefined ? 'optional' : 'optional-computed', type, description, options);

/** The provider sets it. */
export const computed = (
  type: CtyType | NestedType,
  description?: string,
  options?: Omit<AttributeOptions, 'default' | 'validate' | 'writeOnly'>,
): Attribute => attribute('computed', type, description, options);

/** The user may set it; the provider does when not. */
export const optionalComputed = (
  type: CtyType | NestedType,
  description?: string,
  options?: AttributeOptions,
): Attribute => attribute('optional-computed', type, description, options);

const attribute = (
  presence: Presence,
  type: CtyType | NestedType,
  description: string | undefined,
  options?: AttributeOptions,
): Attribute => ({ ...options, type, presence, ...(description === undefined ? {} : { description }) });

/** `x = { … }` with attributes of its own: one, or a list, set or map of them. */
export const nested = (nesting: Nesting, attributes: Attributes): NestedType => ({ nesting, attributes });

export const isNested = (type: CtyType | NestedType): type is NestedType => 'nesting' in type;

/** Whether the provider may set the attribute where the configuration does not. */
export const isComputed = ({ presence }: Attribute): boolean =>
  presence === 'computed' || presence === 'optional-computed';

/** Whether a change of the attribute, or of something inside, may replace the resource. */
export const mayReplace = ({ type, replaces }: Attribute): boolean =>
  replaces !== undefined || (isNested(type) && Object.values(type.attributes).some(mayReplace));
