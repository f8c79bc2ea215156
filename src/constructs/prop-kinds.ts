import { isFields } from '../domain';
import { isExpression } from './expression';

/** What a property may be, where it is given. A Terraform expression may stand for anything. */
export type Kind =
  | 'a text'
  | 'a number'
  | 'true or false'
  | 'an object'
  | { readonly list: Kind }
  | { readonly map: Kind }
  | { readonly fields: Readonly<Record<string, Kind>> };

/** A value that is of another kind than it may be. */
interface WrongKind {
  /** From the properties down, such as `integrations.0.sourceService`. */
  readonly path: string;
  readonly got: unknown;
  readonly wanted: string;
}

/** The first value that is of another kind than a compiler would have let pass. Never throws. */
export const wrongKind = (value: unknown, kind: Kind, path = ''): WrongKind | undefined => {
  if (value === undefined || isExpression(value)) return undefined;
  const wrong = (wanted: string): WrongKind => ({ path, got: value, wanted });
  const below = (inner: readonly (readonly [string | number, unknown, Kind])[]): WrongKind | undefined => {
    for (const [name, one, its] of inner) {
      const found = wrongKind(one, its, path === '' ? String(name) : `${path}.${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  if (kind === 'a text') return typeof value === 'string' ? undefined : wrong(kind);
  if (kind === 'a number') return typeof value === 'number' && Number.isFinite(value) ? undefined : wrong(kind);
  if (kind === 'true or false') return typeof value === 'boolean' ? undefined : wrong(kind);
  if (kind !== 'an object' && 'list' in kind) {
    if (!Array.isArray(value) || value.includes(null)) return wrong('a list, without null');
    return below(value.map((one: unknown, at) => [at, one, kind.list] as const));
  }
  if (!isFields(value)) return wrong('an object');
  if (kind === 'an object') return undefined;
  return below(
    Object.entries(value).flatMap(([name, one]) => {
      const its = 'map' in kind ? kind.map : kind.fields[name];
      return its === undefined ? [] : [[name, one, its] as const];
    }),
  );
};
