import { isFields, nearestName, shown } from '../domain';
import { isExpression } from './expression';

/** What a property may be, where it is given. A Terraform expression may stand for anything. */
export type Kind =
  | 'anything'
  /** One that is not empty. */
  | 'a text'
  | 'any text'
  | 'a number'
  | 'true or false'
  | 'an object'
  | { readonly oneOf: readonly string[] }
  | { readonly list: Kind }
  | { readonly map: Kind }
  | { readonly fields: Kinds };

/** The properties of something, each of which is told; another one is misspelt. */
type Kinds = Readonly<Record<string, Kind>>;

/**
 * The first value that a compiler would not have let pass, as a sentence: of another kind than it may be, or of a name that nothing has.
 * `elsewhere` says of a name where else it belongs. Never throws.
 */
export const wrongKind = (
  value: unknown,
  kind: Kind,
  { path = '', elsewhere }: { readonly path?: string; readonly elsewhere?: Elsewhere | undefined } = {},
): string | undefined => {
  if (value === undefined || kind === 'anything' || isExpression(value)) return undefined;
  const wrong = (wanted: string): string => `${path} is ${shown(value)}; give ${wanted}.`;
  const below = (inner: readonly (readonly [string | number, unknown, Kind])[]): string | undefined => {
    for (const [name, one, its] of inner) {
      const found = wrongKind(one, its, { path: path === '' ? String(name) : `${path}.${name}` });
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const isText = typeof value === 'string';
  if (kind === 'any text') return isText ? undefined : wrong('a text');
  if (kind === 'a text') return isText && value !== '' ? undefined : wrong(isText ? 'a text that is not empty' : kind);
  if (kind === 'a number') return typeof value === 'number' && Number.isFinite(value) ? undefined : wrong(kind);
  if (kind === 'true or false') return typeof value === 'boolean' ? undefined : wrong(kind);
  if (kind !== 'an object' && 'oneOf' in kind)
    return isText && kind.oneOf.includes(value) ? undefined : wrong(kind.oneOf.join(' or '));
  if (kind !== 'an object' && 'list' in kind) {
    if (!Array.isArray(value) || value.includes(null)) return wrong('a list, without null');
    return below(value.map((one: unknown, at) => [at, one, kind.list] as const));
  }
  if (!isFields(value)) return wrong('an object');
  if (kind === 'an object') return undefined;
  const entries = Object.entries(value);
  if ('map' in kind) return below(entries.map(([name, one]) => [name, one, kind.map] as const));
  const unknown = entries.find(([name, one]) => !Object.hasOwn(kind.fields, name) && one !== undefined && one !== null);
  if (unknown !== undefined) return unknownName(unknown[0], kind.fields, path || 'it', elsewhere);
  return below(entries.flatMap(([name, one]) => (kind.fields[name] ? [[name, one, kind.fields[name]] as const] : [])));
};

/** Where a name belongs that stands at a wrong place, as a sentence; undefined: nowhere. */
export type Elsewhere = (name: string) => string | undefined;

const unknownName = (name: string, fields: Kinds, owner: string, elsewhere?: Elsewhere): string => {
  const near = nearestName(name, Object.keys(fields));
  const meant =
    elsewhere?.(name) ?? (near === undefined ? `It has ${Object.keys(fields).join(', ')}.` : `Did you mean ${near}?`);
  return `${owner} has no property ${name}. ${meant}`;
};
