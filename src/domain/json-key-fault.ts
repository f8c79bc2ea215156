import { parseJson } from './json';

/** One object or list that is open while a text is read. */
interface Open {
  readonly kind: 'object' | 'list';
  readonly path: string;
  /** The line of each key that was read. */
  readonly lines: Map<string, number>;
  /** The key or place whose value is read. */
  at: string;
  items: number;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|\n/g;

/**
 * What is wrong with a key of a JSON text that a person wrote, where `JSON.parse` would pass over it: it stands twice, so that the last
 * one would count, or it is `__proto__`, which is no key. The text is JSON already. Undefined: nothing. Never throws.
 */
export const jsonKeyFault = (text: string): string | undefined => {
  const open: Open[] = [];
  let [line, before] = [1, ''];
  for (const [token] of text.matchAll(tokens)) {
    const inner = open.at(-1);
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') open.push(openInner(token, inner));
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && inner?.kind === 'list') inner.at = String((inner.items += 1));
    else if (token === ':' && inner !== undefined) {
      const key = parseJson(before);
      const fault = typeof key === 'string' ? readKey(inner, key, line) : undefined;
      if (fault !== undefined) return fault;
    }
    if (token !== '\n') before = token;
  }
  return undefined;
};

const openInner = (token: '{' | '[', outer: Open | undefined): Open => ({
  kind: token === '{' ? 'object' : 'list',
  path: outer === undefined ? '' : pathOf(outer),
  lines: new Map(),
  at: '0',
  items: 0,
});

const pathOf = ({ path, at }: Pick<Open, 'path' | 'at'>): string => (path === '' ? at : `${path}.${at}`);

const readKey = (inner: Open, key: string, line: number): string | undefined => {
  inner.at = key;
  const first = inner.lines.get(key);
  inner.lines.set(key, line);
  if (key === '__proto__') return `${pathOf(inner)} in line ${line}: nothing can be called so`;
  return first === undefined
    ? undefined
    : `${pathOf(inner)} stands in line ${first} and again in line ${line}: leave one of them out`;
};
