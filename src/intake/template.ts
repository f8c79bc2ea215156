import { isJsonList, parseJson, type JsonValue } from '../domain';

/** A piece of a text in Terraform's JSON syntax: plain text with its marks undoubled, or a template sequence as it stands. */
interface TemplatePart {
  readonly kind: 'text' | 'expression';
  readonly text: string;
}

/**
 * Splits a text of Terraform's JSON syntax: `${...}` and `%{...}` are expressions, `$${` and `%%{` are the plain `${` and `%{`.
 * A sequence that never ends is plain text. Never throws.
 */
export const templateParts = (text: string): readonly TemplatePart[] => {
  const parts: TemplatePart[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const mark = text[at] ?? '';
    if ((mark === '$' || mark === '%') && text.startsWith(`${mark}{`, at + 1)) {
      plain += `${mark}{`;
      at += 3;
      continue;
    }
    const end = (mark === '$' || mark === '%') && text[at + 1] === '{' ? endOfSequence(text, at + 2) : undefined;
    if (end === undefined) {
      plain += mark;
      at += 1;
      continue;
    }
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    parts.push({ kind: 'expression', text: text.slice(at, end) });
    plain = '';
    at = end;
  }
  return plain === '' ? parts : [...parts, { kind: 'text', text: plain }];
};

/** After the closing brace of a sequence whose inside starts at `from`; strings inside may hold braces and sequences of their own. */
const endOfSequence = (text: string, from: number): number | undefined => {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') {
      const end = endOfString(text, at + 1);
      if (end === undefined) return undefined;
      at = end;
    } else if (mark === '{') depth += 1;
    else if (mark === '}' && --depth === 0) return at + 1;
  }
  return undefined;
};

/** The closing quotation mark of a string whose inside starts at `from`. */
const endOfString = (text: string, from: number): number | undefined => {
  for (let at = from; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') return at;
    if (mark === '\\') at += 1;
    else if ((mark === '$' || mark === '%') && text[at + 1] === '{' && text[at - 1] !== mark) {
      const end = endOfSequence(text, at + 2);
      if (end === undefined) return undefined;
      at = end - 1;
    }
  }
  return undefined;
};

const [open, close] = ['\uE000', '\uE001'];

/**
 * The value of a JSON text that is a template itself, as a carrier of texts holds objects: its expressions come back inside
 * the value's strings, and its doubled marks stay doubled. Undefined when it is no JSON.
 */
export const parseJsonTemplate = (text: string): JsonValue | undefined => {
  const expressions: string[] = [];
  let [isInside, bare] = [false, ''];
  for (const part of templateParts(text)) {
    if (part.kind === 'text') {
      isInside = isInsideString(part.text, isInside);
      bare += part.text;
      continue;
    }
    const placeholder = `${open}${expressions.push(part.text) - 1}${close}`;
    bare += isInside ? placeholder : JSON.stringify(placeholder);
  }
  const value = parseJson(bare);
  return value === undefined ? undefined : restore(value, expressions);
};

const isInsideString = (text: string, before: boolean): boolean => {
  let isInside = before;
  for (let at = 0; at < text.length; at += 1) {
    if (isInside && text[at] === '\\') at += 1;
    else if (text[at] === '"') isInside = !isInside;
  }
  return isInside;
};

const placeholders = new RegExp(`${open}(\\d+)${close}`);

const restore = (value: JsonValue, expressions: readonly string[]): JsonValue => {
  if (typeof value === 'string') {
    const pieces = value.split(placeholders);
    return pieces.map((piece, at) => (at % 2 === 0 ? doubleMarks(piece) : (expressions[Number(piece)] ?? ''))).join('');
  }
  if (value === null || typeof value !== 'object') return value;
  if (isJsonList(value)) return value.map((item) => restore(item, expressions));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [doubleMarks(key), restore(inner, expressions)] as const),
  );
};

/** A plain text as a template. Never throws. */
export const doubleMarks = (text: string): string => text.replace(/\$\{/g, '$$$${').replace(/%\{/g, '%%{');
