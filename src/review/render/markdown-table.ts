import { countBytes } from './bytes';

/** Tables of one head, each of as many rows as `maxLength` bytes hold (at least one). */
export const cutTables = (head: readonly string[], rows: readonly string[], maxLength: number): readonly string[] => {
  const opening = `| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}`;
  if (maxLength === Infinity) return rows.length === 0 ? [] : [[opening, ...rows].join('\n')];
  const tables: string[][] = [];
  let used = 0;
  for (const row of rows) {
    const size = countBytes(row) + 1;
    if (tables.length === 0 || used + size > maxLength) {
      tables.push([opening]);
      used = countBytes(opening);
    }
    tables.at(-1)?.push(row);
    used += size;
  }
  return tables.map((lines) => lines.join('\n'));
};
