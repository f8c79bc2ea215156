import { printableValue } from '../../domain';

/** Columns of text without lines around them, as wide as what they hold; a head and no rows is a head alone. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  growingTable(head)(rows);

/** The same for rows that come some at a time: columns are as wide as what the first rows hold. Gives the text of the next ones. */
export const growingTable = (head: readonly string[]): ((rows: readonly (readonly string[])[]) => string) => {
  let widths: readonly number[] | undefined;
  return (rows) => {
    const cells = rows.map((row) => row.map(printableValue));
    const lines = widths === undefined ? [head.map((title) => title.toUpperCase()), ...cells] : cells;
    widths ??= head.map((_title, column) =>
      lines.reduce((most, line) => Math.max(most, widthOf(line[column] ?? '')), 0),
    );
    const fitting = widths;
    return lines
      .map((line) =>
        line
          .map((cell, column) => padded(cell, fitting[column] ?? 0))
          .join('  ')
          .trimEnd(),
      )
      .join('\n');
  };
};

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

const plain = /^[\u0020-\u007e]*$/;
const wide =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** How many places of a terminal a text takes: marks on letters none, East Asian letters and pictures two. */
const widthOf = (text: string): number =>
  plain.test(text)
    ? text.length
    : [...text].reduce((width, letter) => width + (/^[\p{M}\p{Cf}]/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1), 0);

/** Names and values under each other, the names in the words of a person. */
export const fields = (pairs: readonly (readonly [string, string | undefined])[]): string => {
  const shown = pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  return shown.map(([name, value]) => `${name.padEnd(width)}  ${printableValue(value)}`.trimEnd()).join('\n');
};
