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
  const endOf = sequenceEnds(text);
  let plain = '';
  for (let at = 0; at < text.length;) {
    const mark = text[at] ?? '';
    if ((mark === '$' || mark === '%') && text.startsWith(`${mark}{`, at + 1)) {
      plain += `${mark}{`;
      at += 3;
      continue;
    }
    const end = (mark === '$' || mark === '%') && text[at + 1] === '{' ? endOf(at + 2) : undefined;
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

/** What a sequence or a string inside of one begins with, and where. */
interface Opened {
  readonly kind: 'sequence' | 'string';
  /** Where its inside starts. */
  readonly from: number;
}

/**
 * Finds the place after the closing brace of a sequence by where its inside starts; strings inside may hold braces and sequences of
 * their own. Undefined: it never ends. What was found once is known for every later question, so that all of a text takes one pass.
 */
const sequenceEnds = (text: string): ((from: number) => number | undefined) => {
  const ends = { sequence: new Map<number, number | undefined>(), string: new Map<number, number | undefined>() };
  return (from) => {
    const open: Opened[] = [];
    let at: number | undefined = from;
    const enter = (opened: Opened): number | undefined => {
      if (ends[opened.kind].has(opened.from)) return ends[opened.kind].get(opened.from);
      open.push(opened);
      return opened.from;
    };
    const leave = ({ kind, from: start }: Opened, end: number): number => {
      ends[kind].set(start, end);
      open.pop();
      return end;
    };
    at = enter({ kind: 'sequence', from });
    for (let inner = open.at(-1); inner !== undefined && at !== undefined; inner = open.at(-1)) {
      if (at >= text.length) at = undefined;
      else if (text[at] === (inner.kind === 'string' ? '"' : '}')) at = leave(inner, at + 1);
      else at = inner.kind === 'string' ? stepInString(text, at, enter) : stepInSequence(text, at, enter);
    }
    for (const { kind, from: start } of open) ends[kind].set(start, undefined);
    return at;
  };
};

type Enter = (opened: Opened) => number | undefined;

const stepInSequence = (text: string, at: number, enter: Enter): number | undefined => {
  if (text[at] === '"') return enter({ kind: 'string', from: at + 1 });
  return text[at] === '{' ? enter({ kind: 'sequence', from: at + 1 }) : at + 1;
};

const stepInString = (text: string, at: number, enter: Enter): number | undefined => {
  const mark = text[at];
  if (mark === '\\') return at + 2;
  const opens = (mark === '$' || mark === '%') && text[at + 1] === '{' && text[at - 1] !== mark;
  return opens ? enter({ kind: 'sequence', from: at + 2 }) : at + 1;
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
