import { isJsonList, known, unknown, type Fact, type JsonValue } from '../domain';
import { templateParts } from './template';

/** What a value of a synth output says before apply. */
interface TemplateReading {
  readonly fact: Fact<JsonValue>;
  /** It calls a clock of Terraform, so it is another one on every run. */
  readonly isVolatile: boolean;
}

/** Reads a value of Terraform's JSON syntax: with an expression anywhere inside it is unknown until apply. Never throws. */
export const readTemplate = (value: JsonValue): TemplateReading => {
  if (isPlain(value)) return { fact: known(value), isVolatile: false };
  const expressions: string[] = [];
  const plain = undouble(value, expressions);
  if (expressions.length === 0) return { fact: known(plain), isVolatile: false };
  const isVolatile = expressions.some((expression) => /\b(plan)?timestamp\(\s*\)/.test(expression));
  const reason = expressions.every(isSecret)
    ? 'sensitive'
    : expressions.every(isHidden)
      ? 'not-shown'
      : 'known-after-apply';
  return { fact: unknown(reason), isVolatile };
};

/** What stands for a secret, which is never kept. */
export const secretValue = '${sensitive}';

/** What stands for a block that may be there and that a plan does not show. */
export const hiddenValue = '${hidden}';

const isSecret = (expression: string): boolean => expression === secretValue;
const isHidden = (expression: string): boolean => expression === hiddenValue;

/** Whether no text and no name in a value holds a brace, so that it is the same as a template and as a value. Never throws. */
export const isPlain = (value: JsonValue | undefined): boolean => {
  if (typeof value === 'string') return !value.includes('{');
  if (typeof value !== 'object' || value === null) return true;
  if (isJsonList(value)) return value.every(isPlain);
  for (const key in value) if (key.includes('{') || !isPlain(value[key])) return false;
  return true;
};

const undouble = (value: JsonValue, expressions: string[]): JsonValue => {
  if (typeof value === 'string') return undoubleText(value, expressions);
  if (value === null || typeof value !== 'object') return value;
  if (isJsonList(value)) return value.map((item) => undouble(item, expressions));
  return Object.fromEntries(
    Object.entries(value).map(
      ([key, inner]) => [undoubleText(key, expressions), undouble(inner, expressions)] as const,
    ),
  );
};

const undoubleText = (text: string, expressions: string[]): string => {
  if (!text.includes('{')) return text;
  const parts = templateParts(text);
  expressions.push(...parts.flatMap((part) => (part.kind === 'expression' ? [part.text] : [])));
  return parts.map((part) => part.text).join('');
};
