import type { Diagnostic } from '../diagnostic';
import { type Path, pathText } from '../path';
import type { Block } from './schema';

/**
 * The diagnostic with a path that Terraform resolves to a line. It resolves attributes, and blocks by index or key, but
 * nothing inside an attribute or a set: there the path ends, and the detail starts with the whole path instead.
 */
export const shortenPath = (schema: Block, diagnostic: Diagnostic): Diagnostic => {
  const { path = [], detail } = diagnostic;
  const shown = resolvable(schema, path);
  if (shown.length === path.length) return diagnostic;
  return {
    ...diagnostic,
    path: shown,
    detail: detail.includes(pathText(path)) ? detail : `${pathText(path)}: ${detail}`,
  };
};

const resolvable = (schema: Block, path: Path): Path => {
  const [name, step, ...rest] = path;
  if (typeof name !== 'string') return [];
  const inner = schema.blocks?.[name];
  if (inner === undefined) return Object.hasOwn(schema.attributes, name) ? [name] : [];
  if (inner.nesting === 'single') return [name, ...resolvable(inner, path.slice(1))];
  if (inner.nesting === 'set' || step === undefined || typeof step === 'string') return [name];
  return [name, step, ...resolvable(inner, rest)];
};
