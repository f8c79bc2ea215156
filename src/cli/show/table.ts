import Table from 'cli-table3';

const edges = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
] as const;
const inner = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'] as const;
const blank = Object.fromEntries([...edges, ...inner].map((place) => [place, '']));

/** Columns of text without lines around them, as wide as what they hold; a head and no rows is a head alone. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const made = new Table({
    head: head.map((title) => title.toUpperCase()),
    chars: { ...blank, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  made.push(...rows.map((row) => row.map(printable)));
  return wrapLines(made.toString());
};

/** Names and values under each other, the names in the words of a person. */
export const fields = (pairs: readonly (readonly [string, string | undefined])[]): string => {
  const shown = pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  return shown.map(([name, value]) => `${name.padEnd(width)}  ${printable(value)}`.trimEnd()).join('\n');
};

/** Control characters of a value must not reach the terminal. */
export const printable = (value: string): string =>
  value.replace(/[\u0000-\u001f\u007f-\u009f]/g, (character) => JSON.stringify(character).slice(1, -1));

const wrapLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
