import { logLine } from './escape';

/** Breaks prose between words so that a line has at most `columns` characters; a longer word keeps a line of its own. */
export const wrap = (text: string, columns: number): readonly string[] =>
  text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > columns) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    return [...lines, line];
  });

/** The same, with `indent` spaces before every line and within the same total width; nothing in it reads as a command of a log. */
export const wrapIndented = (text: string, columns: number, indent: number): readonly string[] =>
  wrap(logLine(text), Math.max(columns - indent, 20)).map((line) => `${' '.repeat(indent)}${line}`.trimEnd());
