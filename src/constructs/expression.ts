import { known, unknown } from '../domain';
import type { Fact, JsonValue } from '../domain';
import { DefaultTokenResolver, StringConcat, Token, Tokenization } from './cdktf';
import type { IConstruct } from './cdktf';

/** A token in a text: encoded as CDKTF encodes texts, or as it encodes numbers. */
const tokenPattern = /(\$\{TfToken\[[^\]]*\]\}|-1\.\d+e\+289)/;

/**
 * A value as Terraform's JSON syntax needs it to arrive byte for byte: the template marks of plain text are doubled, in
 * keys too; tokens stay as they are. CDKTF does not escape them.
 */
export const escapeTemplates = (value: unknown): unknown => {
  if (typeof value === 'string') return escapeText(value);
  if (value === null || typeof value !== 'object' || isExpression(value)) return value;
  if (Array.isArray(value)) return value.map(escapeTemplates);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [escapeText(key), escapeTemplates(inner)] as const),
  );
};

/** One text with its template marks doubled, tokens left alone. */
export const escapeText = (text: string): string => {
  if (!text.includes('${') && !text.includes('%{')) return text;
  if (!isExpression(text)) return escapeMarks(text);
  return text
    .split(tokenPattern)
    .map((part) => (tokenPattern.test(part) ? part : escapeMarks(part)))
    .join('');
};

const escapeMarks = (text: string): string => text.replace(/\$\{/g, '$$$${').replace(/%\{/g, '%%{');

/** A token itself: an object, an encoded text, number, list or map. Does not look inside objects. */
export const isExpression = (value: unknown): boolean => {
  switch (typeof value) {
    case 'string':
      return (value.includes('TfToken[') || value.includes('e+289')) && tokenPattern.test(value);
    case 'number':
    case 'object':
      return value !== null && Token.isUnresolved(value);
    default:
      return false;
  }
};

/** A token, or a list or object with one anywhere inside. */
export const holdsExpression = (value: unknown): boolean => {
  if (isExpression(value)) return true;
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some(holdsExpression);
};

/** A token's parts: what is plain text, and what Terraform works out. */
export const textParts = (text: string): readonly { readonly text: string; readonly expression: boolean }[] =>
  text
    .split(tokenPattern)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, expression: tokenPattern.test(part) }));

/** What a value says before apply. */
interface Reading {
  readonly fact: Fact<JsonValue>;
  /** It calls a clock of Terraform, so it is another one on every run. */
  readonly volatile: boolean;
}

/**
 * Reads a value as a rule may see it. A lazy value that holds plain text after all is known; a Terraform expression is
 * unknown until apply. Only values with tokens are resolved.
 */
export const readValue = (scope: IConstruct, value: unknown): Reading => {
  if (!holdsExpression(value)) return { fact: known(toJson(value)), volatile: false };
  const resolved: unknown = Tokenization.resolve(value, { scope, resolver, preparing: false });
  const text = JSON.stringify(resolved) ?? 'null';
  if (!text.includes('${')) return { fact: known(toJson(resolved)), volatile: false };
  return { fact: unknown('known-after-apply'), volatile: /\b(plan)?timestamp\(\)/.test(text) };
};

const resolver = new DefaultTokenResolver(new StringConcat());

/** What JSON cannot hold, such as a function, counts as null, as it does for JSON itself. */
const toJson = (value: unknown): JsonValue => {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)] as const));
};
