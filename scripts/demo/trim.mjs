const escapes = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** Text without colours, spinners and trailing blanks. */
export const plain = (text) =>
  text
    .replace(escapes, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');

/** The findings of a refused synth, each once and without Node's brackets: cdktf logs what the app says, and repeats it in its own words. */
export const findingsOf = ({ out, err }) => [
  ...new Set(
    plain(`${out}\n${err}`)
      .split('\n')
      .map((line) => line.replace(/^\[[^\]]*\] \[ERROR\] default - /, '').trim())
      .map((line) => line.replace(/^\[(?=\[)/, '').replace(/\)\]$/, ')'))
      .filter((line) => /^\[[^\]]+\] \w+/.test(line)),
  ),
];

/** The lines of a deploy or plan that say what was done, without the stack's name before them. */
export const linesOf = ({ out }, patterns) => {
  const lines = plain(out)
    .split('\n')
    .map((line) => line.replace(/^\s*\w+\s{2,}/, '').trim());
  return lines.filter((line) => patterns.some((pattern) => pattern.test(line)));
};

/** A line folded at `columns`, its later lines indented by two more than the first. */
export const folded = (line, columns = 108) => {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const lines = [];
  let current = indent;
  for (const word of line.trim().split(' ')) {
    if (current.trim() !== '' && current.length + word.length + 1 > columns) {
      lines.push(current);
      current = `${indent}  `;
    }
    current += current.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, current].join('\n');
};
