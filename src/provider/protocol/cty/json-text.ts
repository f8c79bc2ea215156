import { ValueError } from '../error';
import { parseNumber } from './number';
import { depthMax } from './type';
import type { Value } from './value';

/** Reads JSON without rounding its numbers, which `JSON.parse` would. @throws ValueError when it is not JSON. */
export const parseJsonText = (text: string): Value => {
  const scanner = new Scanner(text);
  const value = readValue(scanner, 0);
  if (scanner.take(/[^]/y) !== undefined) throw scanner.error('the end');
  return value;
};

class Scanner {
  #at = 0;
  constructor(readonly text: string) {}

  /** What the sticky pattern matches here, after white space. */
  take(pattern: RegExp): string | undefined {
    this.#at += match(/[ \t\r\n]*/y, this.text, this.#at)?.length ?? 0;
    const found = match(pattern, this.text, this.#at);
    this.#at += found?.length ?? 0;
    return found;
  }

  error(expected: string): ValueError {
    return new ValueError(`The JSON is broken at character ${this.#at}: expected ${expected}.`);
  }
}

const match = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

const readValue = (scanner: Scanner, depth: number): Value => {
  if (depth > depthMax) throw scanner.error(`nesting of at most ${depthMax}`);
  if (scanner.take(/\{/y)) return readObject(scanner, depth);
  if (scanner.take(/\[/y)) return readArray(scanner, depth);
  const text = readText(scanner);
  if (text !== undefined) return text;
  const number = scanner.take(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  if (number !== undefined) return parseNumber(number);
  const word = scanner.take(/true|false|null/y);
  if (word === undefined) throw scanner.error('a value');
  return word === 'null' ? null : word === 'true';
};

const readText = (scanner: Scanner): string | undefined => {
  const text = scanner.take(/"[^"\\]*(?:\\.[^"\\]*)*"/y);
  if (text === undefined) return undefined;
  try {
    return String(JSON.parse(text));
  } catch {
    throw scanner.error('a text without control characters or unknown escapes');
  }
};

const readArray = (scanner: Scanner, depth: number): Value => {
  const elements: Value[] = [];
  if (scanner.take(/\]/y)) return elements;
  for (;;) {
    elements.push(readValue(scanner, depth + 1));
    if (scanner.take(/\]/y)) return elements;
    if (!scanner.take(/,/y)) throw scanner.error('a comma or the end of an array');
  }
};

const readObject = (scanner: Scanner, depth: number): Value => {
  const named: (readonly [string, Value])[] = [];
  if (scanner.take(/\}/y)) return {};
  for (;;) {
    const name = readText(scanner);
    if (name === undefined || !scanner.take(/:/y)) throw scanner.error('a name and a colon');
    named.push([name, readValue(scanner, depth + 1)]);
    if (scanner.take(/\}/y)) return Object.fromEntries(named);
    if (!scanner.take(/,/y)) throw scanner.error('a comma or the end of an object');
  }
};
