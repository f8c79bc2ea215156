/** One piece of a statement: a bare word, a name in backticks, or a sign. */
export interface SqlToken {
  readonly kind: 'word' | 'name' | 'sign';
  readonly text: string;
  /** As it was written, for messages. */
  readonly written: string;
}

const pattern = /\s+|`((?:[^`\\]|\\[\s\S])*)`|"((?:[^"\\]|\\[\s\S])*)"|([A-Za-z_][A-Za-z_0-9]*)|([(),.*;])/y;

/** Cuts a statement into its pieces; undefined where it has a sign that none of them is. Never throws. */
export const sqlTokens = (statement: string): readonly SqlToken[] | undefined => {
  const found: SqlToken[] = [];
  let at = 0;
  while (at < statement.length) {
    pattern.lastIndex = at;
    const [written, inBackticks, inQuotes, word, sign] = pattern.exec(statement) ?? [];
    if (written === undefined) return undefined;
    const name = inBackticks ?? inQuotes;
    if (name !== undefined) found.push({ kind: 'name', text: unescaped(name), written });
    else if (word !== undefined) found.push({ kind: 'word', text: word, written });
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign, written });
    at += written.length;
  }
  return found.at(-1)?.written === ';' ? found.slice(0, -1) : found;
};

const escapes: Readonly<Record<string, string>> = { 0: '\0', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Bytes of UTF-8 are written one by one. */
const unescaped = (text: string): string =>
  text
    .replace(/(?:\\x[0-9a-fA-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('\\x', ''), 'hex').toString('utf8'))
    .replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter);
