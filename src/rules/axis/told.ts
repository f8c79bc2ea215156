import { toRfc3339, type During } from '../../domain';
import type { Verdict } from '../verdict';
import { isSameAnswer, type Span } from './split-axis';

/** One answer of one rule over an interval; what changes within it is told as `A to B`, and the instant itself as `{at}`. */
export type Told = During<{ readonly verdict: Verdict; readonly words: Readonly<Record<string, Words>> }>;

type Words =
  | { readonly kind: 'same'; readonly value: string | number }
  | { readonly kind: 'at' }
  | { readonly kind: 'range'; readonly first: string | number; readonly last: string | number };

/** The answers of one rule, neighbours that say the same as one. */
export const answersOver = (spans: readonly Span[], rule: number): readonly Told[] => {
  const told: Told[] = [];
  for (const span of spans) {
    const next = tellSpan(span, rule);
    const before = told.at(-1);
    const joined = before === undefined || next === undefined ? undefined : joinTold(before, next);
    if (joined !== undefined) told.splice(-1, 1, joined);
    else if (next !== undefined) told.push(next);
  }
  return told;
};

const tellSpan = ({ from, until, first, last }: Span, rule: number): Told | undefined => {
  const [verdict, end] = [first[rule], last[rule]];
  if (verdict === undefined) return undefined;
  if (verdict.kind !== 'violated') return { from, until, verdict, words: {} };
  const words = Object.entries(verdict.data).map(([name, value]): readonly [string, Words] => {
    const atEnd = end?.kind === 'violated' ? (end.data[name] ?? value) : value;
    if (value === toRfc3339(from) && atEnd === toRfc3339(until)) return [name, { kind: 'at' }];
    return [name, value === atEnd ? { kind: 'same', value } : { kind: 'range', first: value, last: atEnd }];
  });
  return { from, until, verdict, words: Object.fromEntries(words) };
};

const joinTold = (a: Told, b: Told): Told | undefined => {
  if (a.until + 1 !== b.from || !isSameAnswer(a.verdict, b.verdict)) return undefined;
  const joined = Object.entries(a.words).map(([name, words]) => [name, joinWords(words, b.words[name])] as const);
  const words = joined.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return words.length < joined.length ? undefined : { ...a, until: b.until, words: Object.fromEntries(words) };
};

/** What moves within one of two neighbours moves with the instant, though it be the same at both ends of the other. */
const joinWords = (a: Words, b: Words | undefined): Words | undefined => {
  if (b === undefined || a.kind === 'at' || b.kind === 'at') return a.kind === b?.kind ? a : undefined;
  if (a.kind === 'same' && b.kind === 'same') return a.value === b.value ? a : undefined;
  const [first, last] = [a.kind === 'same' ? a.value : a.first, b.kind === 'same' ? b.value : b.last];
  return { kind: 'range', first, last };
};

/** Fills the data of a message with what is true over the whole interval. */
export const dataOver = (words: Told['words']): Readonly<Record<string, string | number>> =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [name, wordsText(value)]));

const wordsText = (words: Words): string | number => {
  switch (words.kind) {
    case 'same':
      return words.value;
    case 'at':
      return '{at}';
    case 'range':
      return `${words.first} to ${words.last}`;
  }
};
