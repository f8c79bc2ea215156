import { isExpression, textParts } from './expression';

/** An attribute or block as CDKTF's renderer of HCL takes it. */
interface HclItem {
  readonly value: unknown;
  readonly type: 'any';
  readonly storageClassType: 'any';
  readonly isBlock?: true;
}

/** Attributes for `cdktf synth --hcl`. Nulls are left out: nothing was given. Never throws. */
export const hclAttributes = (attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, HclItem>> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, { value: hclValue(value), type: 'any', storageClassType: 'any' }]),
  );

/** Blocks for `cdktf synth --hcl`. Never throws. */
export const hclBlocks = (
  blocks: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Readonly<Record<string, HclItem>> =>
  Object.fromEntries(
    Object.entries(blocks).map(([name, body]) => [
      name,
      { value: hclAttributes(body), type: 'any', storageClassType: 'any', isBlock: true },
    ]),
  );

/**
 * A value that CDKTF's renderer writes as it was meant. The renderer guesses: a text that looks like a number becomes one, one
 * that begins with a bracket is written without quotation marks, null makes it fail. A text that begins with a quotation mark
 * is left as it is, and one with an expression is put between quotation marks unescaped.
 */
const hclValue = (value: unknown): unknown => {
  if (value === null || value === undefined) return '${null}';
  if (typeof value === 'string') return value.includes('${') ? escapedParts(value) : JSON.stringify(value);
  if (typeof value !== 'object' || isExpression(value)) return value;
  if (Array.isArray(value)) return value.map(hclValue);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [escapedBody(key), hclValue(inner)] as const));
};

const escapedParts = (text: string): string =>
  textParts(text)
    .map((part) => (part.expression ? part.text : escapedBody(part.text)))
    .join('');

const escapedBody = (text: string): string => JSON.stringify(text).slice(1, -1);
