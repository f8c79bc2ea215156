import { MsgpackWriter } from '../wire/msgpack-writer';
import type { CtyType } from './type';
import type { ObjectValue } from './value';

/** An attribute in the bytes of an object. */
interface LaidAttribute {
  readonly name: string;
  /** The name as msgpack. */
  readonly head: Uint8Array;
  readonly type: CtyType;
}

/** How the objects of a type lie in msgpack. */
interface Layout {
  /** In the order in which Terraform writes them. */
  readonly attributes: readonly LaidAttribute[];
  /** The object whose every attribute is null: to copy it is much faster than to make one by its names. */
  readonly nulls: ObjectValue;
}

/** The layout of an object type; worked out once for each. */
export const findLayout = (type: Extract<CtyType, { readonly kind: 'object' }>): Layout => {
  const layout = layouts.get(type) ?? laidOut(Object.entries(type.attributes));
  layouts.set(type, layout);
  return layout;
};

const layouts = new WeakMap<CtyType, Layout>();

const laidOut = (entries: readonly (readonly [string, CtyType])[]): Layout => {
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    attributes: sorted.map(([name, type]) => ({ name, head: encodeHead(name), type })),
    nulls: Object.fromEntries(sorted.map(([name]) => [name, null])),
  };
};

const encodeHead = (name: string): Uint8Array => {
  const writer = new MsgpackWriter();
  writer.text(name);
  return writer.finish();
};
