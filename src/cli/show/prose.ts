/** Breaks a line between words at `columns`, keeping its indentation on every line it becomes. */
export const wrap = (text: string, columns: number): readonly string[] => {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = indent;
  for (const word of text.trim().split(' ')) {
    if (line !== indent && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = indent;
    }
    line = line === indent ? `${indent}${word}` : `${line} ${word}`;
  }
  return [...lines, line.trimEnd()];
};
