import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative, resolve, sep } from 'node:path';
import ts from 'typescript';

/**
 * @typedef {{ readonly text: string, readonly map: string, readonly place: string }} Compiled what stands in a script, its source map,
 * and the folder that the map speaks from
 * @typedef {{ readonly ranges: readonly { readonly count: number, readonly startOffset: number, readonly endOffset: number }[] }} Ran
 * @typedef {{ readonly url: string, readonly functions: readonly Ran[] }} Script what V8 tells of one
 */

/** Where lines begin. @param {string} text */
const lineStarts = (text) => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];

/** Where a function is said to begin, and where it does: at its name, or at the only parameter that a bundle leaves of the head. */
const beginningsIn = (file) => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found = new Map();
  /** @param {ts.Node} node */
  const placeOf = (node) => {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
    return `${line}:${character}`;
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isFunctionLike(node))
      for (const part of [node, node.name, node.parameters[0]])
        if (part !== undefined) found.set(placeOf(part), placeOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const known = new Map();

/** The function of `src` that is meant by a place; undefined where a compiler added one. */
const findFunction = (file, place) => {
  if (!known.has(file)) known.set(file, beginningsIn(file));
  const found = known.get(file).get(place);
  return found === undefined ? undefined : `${file}:${found}`;
};

/** The function of `src` that begins at an offset, as `file:line:column`, or undefined. @param {Compiled} compiled */
const finder = ({ text, map, place }) => {
  const read = new SourceMap(JSON.parse(map));
  const starts = lineStarts(text);
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    const entry = read.findEntry(line, offset - starts[line]);
    if (!('originalSource' in entry)) return undefined;
    const file = relative('.', resolve(place, entry.originalSource)).split(sep).join('/');
    const at = `${entry.originalLine}:${entry.originalColumn}`;
    return file.startsWith('src/') ? findFunction(file, at) : undefined;
  };
};

/**
 * The functions of `src` that ran. `compiledOf` knows what a script was compiled of, and at which offset of it that stands.
 * @param {readonly Script[]} scripts
 * @param {(script: Script) => { readonly compiled: Compiled, readonly from: number } | undefined} compiledOf
 */
export const functionsThatRan = (scripts, compiledOf) => {
  const ran = new Set();
  for (const script of scripts) {
    const of = compiledOf(script);
    if (of === undefined) continue;
    const find = finder(of.compiled);
    for (const { ranges } of script.functions) {
      const { count = 0, startOffset = 0 } = ranges[0] ?? {};
      const found = count > 0 && startOffset > of.from ? find(startOffset - of.from) : undefined;
      if (found !== undefined) ran.add(found);
    }
  }
  return ran;
};
