import { once } from '../../domain';
import type { ApiRequest } from '../transport';
import type { UnsimulatedOperation } from './unsimulated-operation';
import type { Operation } from './table';

/** What a method and a path mean. */
export type FoundOperation =
  | {
      readonly kind: 'operation';
      readonly operation: Operation;
      readonly parameters: Readonly<Record<string, string>>;
      readonly query: Readonly<Record<string, string>>;
    }
  /** The vendor has it; this registry does not simulate it. */
  | { readonly kind: 'not-simulated'; readonly operation: UnsimulatedOperation }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown-path' };

/** What is served, and what is known and is not. */
interface OperationTables {
  readonly served: readonly Operation[];
  readonly unsimulated: readonly UnsimulatedOperation[];
}

/**
 * Looks up the operation that a request asks for. Never throws: a path that cannot be decoded is unknown.
 * A doubled slash at the start counts as one, because a client whose base URL ends with a slash sends it.
 */
export type FindOperation = (request: Pick<ApiRequest, 'method' | 'path'>) => FoundOperation;

/** Looks up operations in these tables. */
export const operationFinder = (tables: OperationTables): FindOperation => {
  const templates = once(() => indexTemplates(tables));
  return ({ method, path }) => {
    const [pathname = '', search = ''] = splitOnce(path.replace(/^\/+/, '/'), '?');
    const parts = decoded(pathname === cloudsOfNoProject ? '/v1/clouds' : pathname);
    if (parts === undefined) return { kind: 'unknown-path' };
    const candidates = templates().get(parts.length) ?? [];
    const served = candidates.find(({ entry, parts: expected }) => entry.method === method && matches(expected, parts));
    if (served?.kind === 'operation') {
      const query = search === '' ? {} : Object.fromEntries(new URLSearchParams(search));
      return { kind: 'operation', operation: served.entry, parameters: pickParameters(served.parts, parts), query };
    }
    if (served?.kind === 'not-simulated') return { kind: 'not-simulated', operation: served.entry };
    const others = candidates.filter(({ parts: expected }) => matches(expected, parts));
    if (others.length === 0) return { kind: 'unknown-path' };
    return { kind: 'wrong-method', allowed: [...new Set(others.map(({ entry }) => entry.method))].sort() };
  };
};

/** What the vendor's command line asks for without a project: every cloud. @see aiven-client, get_clouds (read 2026-11-27) */
const cloudsOfNoProject = '/v1/project//clouds';

type Template = { readonly parts: readonly string[] } & (
  | { readonly kind: 'operation'; readonly entry: Operation }
  | { readonly kind: 'not-simulated'; readonly entry: UnsimulatedOperation }
);

const splitOnce = (text: string, mark: string): readonly [string, string] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

const splitPath = (path: string): readonly string[] => path.split('/').slice(1);

/** By number of parts. */
const indexTemplates = ({ served, unsimulated }: OperationTables): ReadonlyMap<number, readonly Template[]> => {
  const all: readonly Template[] = [
    ...served.map((entry) => ({ kind: 'operation' as const, entry, parts: splitPath(entry.path) })),
    ...unsimulated.map((entry) => ({ kind: 'not-simulated' as const, entry, parts: splitPath(entry.path) })),
  ];
  const lengths = [...new Set(all.map(({ parts }) => parts.length))];
  return new Map(lengths.map((length) => [length, all.filter(({ parts }) => parts.length === length)]));
};

const decoded = (pathname: string): readonly string[] | undefined => {
  try {
    const parts = splitPath(pathname).map(decodeURIComponent);
    return parts.includes('') ? undefined : parts;
  } catch {
    return undefined;
  }
};

const matches = (template: readonly string[], parts: readonly string[]): boolean =>
  template.every((expected, index) => expected.startsWith('{') || expected === parts[index]);

const pickParameters = (template: readonly string[], parts: readonly string[]): Readonly<Record<string, string>> => {
  const parameters: Record<string, string> = {};
  for (const [index, expected] of template.entries())
    if (expected.startsWith('{')) parameters[expected.slice(1, -1)] = parts[index] ?? '';
  return parameters;
};
